// Starts and ends worker processes.
#include "speech/launcher.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "speech/worker.h"

namespace rawi::speech {

namespace {

constexpr int pipe_size = 1 << 20;  // bytes: the sound of a usual utterance fits

auto cannot_start(int reason) {
    return fail(Error::Kind::engine,
                fmt::format("cannot start a worker: {}", std::strerror(reason)));
}

void close_pipe(int& descriptor) {
    if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
}

/// Starts `program` in a new process group, with the pipes as descriptors 0 and 1; returns 0 or the
/// errno.
int spawn(std::vector<std::string> words, int input, int output, pid_t& process) {
    std::vector<char*> arguments(words.size() + 1, nullptr);
    std::transform(words.begin(), words.end(), arguments.begin(),
                   [](std::string& word) { return word.data(); });
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    const int problem = posix_spawn(&process, words.front().c_str(), &actions, &attributes,
                                    arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

}  // namespace

ProgramLauncher::ProgramLauncher(std::string program) : program_(std::move(program)) {}

Result<WorkerProcess> ProgramLauncher::launch(const Voice& voice) {
    std::array<int, 2> in{-1, -1};
    std::array<int, 2> out{-1, -1};
    if (pipe2(in.data(), O_CLOEXEC) != 0) return cannot_start(errno);
    WorkerProcess worker;
    worker.requests = in[1];
    if (pipe2(out.data(), O_CLOEXEC) != 0) {
        const int reason = errno;
        ::close(in[0]);
        close_pipe(worker.requests);
        return cannot_start(reason);
    }
    worker.replies = out[0];
    fcntl(out[1], F_SETPIPE_SZ, pipe_size);  // may fail: a smaller pipe only means more waiting
    std::vector<std::string> words = worker_arguments(voice);
    words.insert(words.begin(), program_);
    const int problem = spawn(std::move(words), in[0], out[1], worker.id);
    ::close(in[0]);
    ::close(out[1]);
    if (problem == 0) return worker;
    close_pipe(worker.requests);
    close_pipe(worker.replies);
    return cannot_start(problem);
}

int reap(WorkerProcess& worker) {
    close_pipe(worker.requests);
    close_pipe(worker.replies);
    int status = 0;
    if (worker.id <= 0) return status;
    while (waitpid(worker.id, &status, 0) < 0 && errno == EINTR) {
    }
    kill(-worker.id, SIGKILL);
    worker.id = -1;
    return status;
}

void kill_and_reap(WorkerProcess& worker) {
    if (worker.id > 0) kill(-worker.id, SIGKILL);
    reap(worker);
}

}  // namespace rawi::speech
