#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/script.h"
#include "model/speech.h"
#include "speech/protocol.h"

namespace rawi::speech {

/// Where a WorkerPool gets its work.
struct SynthesisSource {
    /// The next utterance to speak; nothing at the end.
    std::function<std::optional<Utterance>()> next;
    /// The voice of a word whose language is not its utterance's; nothing: the pool's own. An empty
    /// function: the pool's voice speaks everything.
    VoiceOf voice_of;
    /// Asked often; true ends the run with an error of kind interrupted.
    std::function<bool()> stop;
};

/// Where a WorkerPool delivers. For each utterance one of the two is called, in the order in which
/// SynthesisSource::next returned them; an error ends the run.
struct SynthesisSink {
    std::function<Result<>(const Utterance&, Speech)> spoken;
    /// Not spoken, after two attempts, and why: a crash, a hang or a refusal.
    std::function<Result<>(const Utterance&, std::string reason)> failed;
};

/// An utterance in flight, and its outcome once there is one.
struct Unit {
    Utterance utterance;
    std::string request;  ///< as a frame
    std::optional<Speech> speech;
    std::optional<std::string> failure;  ///< why it will not be spoken
    int failed_attempts = 0;
};

/// The utterances of a run that are in flight: fetched from the source, and not yet delivered.
/// Each has a number, from 0 in the order of the source.
class UtteranceQueue {
  public:
    /// Nothing is in flight, and nothing will be.
    UtteranceQueue() = default;
    /// Both must outlive the queue. `most`: utterances in flight.
    UtteranceQueue(const SynthesisSource& source, const SynthesisSink& sink, std::size_t most);

    /// Fetches one more utterance; false: there is no room, or no next one. Errors are those of
    /// SynthesisSource::voice_of.
    Result<bool> fetch();
    /// Utterances that wait to be sent to a worker.
    std::size_t waiting() const { return first_ + units_.size() - unsent_ + retries_.size(); }
    /// The number of the one to send next; only where some are waiting.
    std::size_t next() const { return retries_.empty() ? unsent_ : retries_.back(); }
    /// Notes that next() has been sent.
    void pop_next();
    /// Puts utterances, in this order, before all others that wait.
    void retry(const std::deque<std::size_t>& numbers);
    Unit& operator[](std::size_t number) { return units_[number - first_]; }

    /// Delivers, in order, what has an outcome, up to the first utterance that has none yet.
    Result<> deliver();
    /// Everything has been delivered.
    bool finished() const { return ended_ && units_.empty(); }

  private:
    const SynthesisSource* source_ = nullptr;
    const SynthesisSink* sink_ = nullptr;
    std::size_t most_ = 0;
    std::deque<Unit> units_;            ///< in flight, in order
    std::size_t first_ = 0;             ///< the number of units_.front()
    std::size_t unsent_ = 0;            ///< the first number that was never sent
    std::vector<std::size_t> retries_;  ///< numbers to send once more, the next one last
    bool ended_ = true;                 ///< the source has no next utterance
};

}  // namespace rawi::speech
