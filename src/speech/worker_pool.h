#pragma once

#include <chrono>
#include <memory>

#include "base/result.h"
#include "speech/launcher.h"
#include "speech/utterance_queue.h"
#include "speech/voice.h"

namespace rawi::speech {

/// Options of a WorkerPool; the sound does not depend on them.
struct PoolOptions {
    int jobs = 1;                                        ///< the number of workers, at least 1
    std::shared_ptr<WorkerLauncher> launcher = nullptr;  ///< null: a ProgramLauncher
    /// How long an utterance may take before its worker is ended; more is added for each word.
    std::chrono::milliseconds patience = std::chrono::seconds(10);
    std::chrono::milliseconds patience_per_word = std::chrono::milliseconds(200);
};

/// A pool of worker processes that speak. The same utterance always gives the same samples,
/// whatever was said before it and whichever worker speaks it.
class WorkerPool {
  public:
    /// launch() and wait_ready() in one.
    static Result<WorkerPool> start(const Voice& voice, PoolOptions options);
    /// Starts workers without waiting for them: only as many as there are processors that the
    /// caller does not use, so that they load their voice meanwhile. Errors: those of the launcher.
    static Result<WorkerPool> launch(const Voice& voice, PoolOptions options);
    /// Starts the remaining workers and waits for the first one; must be called before speaking.
    /// Errors: those of Engine::load, or a worker ended before it was ready (kind engine).
    Result<> wait_ready();
    WorkerPool(WorkerPool&&) noexcept;
    WorkerPool& operator=(WorkerPool&&) noexcept;
    ~WorkerPool();  ///< ends the workers

    /// Speaks all utterances of `source`, at most 16 x jobs of them in flight. An error of `source`
    /// or `sink` leaves the rest unspoken and is returned; the pool can be used again, except after
    /// an error of kind interrupted.
    Result<> run(const SynthesisSource& source, const SynthesisSink& sink);

    int rate() const;  ///< frames per second

  private:
    struct State;
    explicit WorkerPool(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace rawi::speech
