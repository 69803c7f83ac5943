#pragma once

#include <string>
#include <sys/types.h>

#include "base/result.h"
#include "speech/voice.h"

namespace rawi::speech {

/// A running worker: the leader of a process group, and our ends of its pipes.
struct WorkerProcess {
    pid_t id = -1;      ///< -1: none
    int requests = -1;  ///< the descriptor that requests are written to
    int replies = -1;   ///< the descriptor that replies are read from
};

/// Starts the workers of a WorkerPool.
class WorkerLauncher {
  public:
    WorkerLauncher() = default;
    WorkerLauncher(const WorkerLauncher&) = delete;
    WorkerLauncher& operator=(const WorkerLauncher&) = delete;
    WorkerLauncher(WorkerLauncher&&) = delete;
    WorkerLauncher& operator=(WorkerLauncher&&) = delete;
    virtual ~WorkerLauncher() = default;

    /// Starts a worker for the voice without waiting for it. Errors (kind engine) have the
    /// system's reason.
    virtual Result<WorkerProcess> launch(const Voice& voice) = 0;
};

/// Starts a program with worker_arguments(); its messages are discarded.
class ProgramLauncher final : public WorkerLauncher {
  public:
    /// The default is this program itself.
    explicit ProgramLauncher(std::string program = "/proc/self/exe");
    Result<WorkerProcess> launch(const Voice& voice) override;

  private:
    std::string program_;
};

/// Waits for a worker that has ended by itself, kills processes that it left running, and closes
/// its pipes; returns its status as waitpid() does.
int reap(WorkerProcess& worker);

/// Ends a worker with all its children, and closes its pipes.
void kill_and_reap(WorkerProcess& worker);

}  // namespace rawi::speech
