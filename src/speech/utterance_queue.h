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

/// Provides the utterances for a WorkerPool.
struct SynthesisSource {
    /// The next utterance to speak; nothing at the end.
    std::function<std::optional<Utterance>()> next;
    /// The voice for a word in another language than its utterance; nothing: the pool's voice. If
    /// the function is empty, the pool's voice speaks everything.
    VoiceOf voice_of;
    /// Called often; true ends the run with an error of kind interrupted.
    std::function<bool()> stop;
};

/// Receives the results of a WorkerPool. For each utterance one of the two functions is called, in
/// the order in which SynthesisSource::next returned them; an error ends the run.
struct SynthesisSink {
    std::function<Result<>(const Utterance&, Speech)> spoken;
    /// An utterance that was not spoken, and why: a crash or a hang in two attempts, or a refusal.
    std::function<Result<>(const Utterance&, std::string reason)> failed;
};

/// An utterance in flight, and its outcome when it is known.
struct Unit {
    Utterance utterance;
    std::string request;  ///< encoded as a frame
    std::optional<Speech> speech;
    std::optional<std::string> failure;  ///< why it cannot be spoken
    int failed_attempts = 0;
};

/// The utterances of a run that are in flight: fetched from the source but not yet delivered.
/// They are numbered from 0, in the order of the source.
class UtteranceQueue {
  public:
    /// Nothing is in flight, and nothing will be.
    UtteranceQueue() = default;
    /// Both must outlive the queue. `most`: utterances in flight.
    UtteranceQueue(const SynthesisSource& source, const SynthesisSink& sink, std::size_t most);

    /// Fetches one more utterance; false if there is no room or no further utterance. Errors are
    /// those of SynthesisSource::voice_of.
    Result<bool> fetch();
    /// The number of utterances that wait to be sent to a worker.
    std::size_t waiting() const { return first_ + units_.size() - unsent_ + retries_.size(); }
    /// The number of the utterance to send next; requires that one is waiting.
    std::size_t next() const { return retries_.empty() ? unsent_ : retries_.back(); }
    /// Records that next() has been sent.
    void pop_next();
    /// Queues utterances to be sent again, in this order, before all others that wait.
    void retry(const std::deque<std::size_t>& numbers);
    Unit& operator[](std::size_t number) { return units_[number - first_]; }

    /// Delivers outcomes in order, up to the first utterance that has none yet.
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
    std::vector<std::size_t> retries_;  ///< numbers to send again; the next one is last
    bool ended_ = true;                 ///< the source has no more utterances
};

}  // namespace rawi::speech
