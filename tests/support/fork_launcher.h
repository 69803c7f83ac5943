// Workers that are forks of the test program.
#pragma once

#include <array>
#include <cerrno>
#include <cstring>
#include <functional>
#include <unistd.h>
#include <utility>

#include "speech/launcher.h"

namespace rawi {

/// Each worker runs a function that reads requests from descriptor 0 and answers on 1.
class ForkLauncher final : public speech::WorkerLauncher {
  public:
    /// `work` gets the voice, and how many workers were launched before; it returns the exit code.
    using Work = std::function<int(const speech::Voice&, int earlier)>;
    explicit ForkLauncher(Work work) : work_(std::move(work)) {}

    Result<speech::WorkerProcess> launch(const speech::Voice& voice) override {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (pipe(in.data()) != 0 || pipe(out.data()) != 0) {
            return fail(Error::Kind::engine, std::strerror(errno));
        }
        const pid_t child = fork();
        if (child == 0) {
            setpgid(0, 0);
            dup2(in[0], STDIN_FILENO);
            dup2(out[1], STDOUT_FILENO);
            for (const int end : {in[0], in[1], out[0], out[1]})
                close(end);
            _exit(work_(voice, launched_));
        }
        setpgid(child, child);  // in both, so that it is done whoever runs first
        close(in[0]);
        close(out[1]);
        ++launched_;
        return speech::WorkerProcess{.id = child, .requests = in[1], .replies = out[0]};
    }
    int launched() const { return launched_; }

  private:
    Work work_;
    int launched_ = 0;
};

}  // namespace rawi
