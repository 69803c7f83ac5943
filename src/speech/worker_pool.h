#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/script.h"
#include "model/speech.h"
#include "speech/protocol.h"
#include "speech/voice.h"

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

/// Worker processes that speak. The same utterance gives the same samples whatever was said
/// before it, by whatever worker.
class WorkerPool {
  public:
    /// launch() and wait_ready() in one.
    static Result<WorkerPool> start(const Voice& voice, int jobs);
    /// Starts workers, `jobs` (at least 1) in all, each this program again as `rawi --worker`, and
    /// does not wait for them: as many as the caller leaves processors to load their voice while
    /// the caller has other things to do. Errors (kind engine): no process can be started.
    static Result<WorkerPool> launch(const Voice& voice, int jobs);
    /// Starts the remaining workers and waits for the first one; comes before anything else.
    /// Errors: a voice that is not installed (kind unsupported, naming Debian's package), an
    /// engine without data (kind engine).
    Result<> wait_ready();
    WorkerPool(WorkerPool&&) noexcept;
    WorkerPool& operator=(WorkerPool&&) noexcept;
    ~WorkerPool();  ///< ends the workers

    /// Speaks all utterances of `source`, at most 16 x jobs of them in flight. An error of `source`
    /// or `sink` leaves the rest unspoken and is returned; the pool can be used again.
    Result<> run(const SynthesisSource& source, const SynthesisSink& sink);

    int rate() const;              ///< frames a second
    std::string identity() const;  ///< "eSpeak NG 1.51": part of what makes sound up to date

  private:
    struct State;
    explicit WorkerPool(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace rawi::speech
