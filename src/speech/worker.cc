// A worker: loads the voice once, then forks for each request. The child speaks, answers and
// ends, so that no request hears of another, and a crash costs one request. A child that dies
// takes its worker with it, by the same signal: the pool then knows why, and starts another.
#include "speech/worker.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "speech/espeak/engine.h"
#include "speech/pipes.h"

// GCC says so with __SANITIZE_ADDRESS__.
#if defined(__has_feature)
#define RAWI_CLANG_SANITIZES __has_feature(address_sanitizer)
#else
#define RAWI_CLANG_SANITIZES 0
#endif

namespace rawi::speech {

namespace {

constexpr int seconds_of_cpu = 20;

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{.rlim_cur = most, .rlim_max = most};
    setrlimit(what, &both);
}

void limit_worker() {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
#if !defined(__SANITIZE_ADDRESS__) && !RAWI_CLANG_SANITIZES
    constexpr rlim_t gibibyte = 1U << 30U;
    limit(RLIMIT_AS, gibibyte);
#endif
}

/// Whether the request has the word that the environment variable `fault` names.
bool names_a_word(const char* fault, const Request& request) {
    const char* const poison = std::getenv(fault);
    return poison != nullptr &&
           std::any_of(request.words.begin(), request.words.end(),
                       [&](const SpokenWord& word) { return word.text == poison; });
}

/// For tests: a request with the word of RAWI_FAULT_CRASH crashes, one with that of
/// RAWI_FAULT_HANG never ends.
void fail_if_asked(const Request& request) {
    if (names_a_word("RAWI_FAULT_CRASH", request)) std::abort();
    while (names_a_word("RAWI_FAULT_HANG", request))
        pause();
}

[[noreturn]] void speak_and_end(const Request& request) {
    limit(RLIMIT_CPU, seconds_of_cpu);
    fail_if_asked(request);
    const auto tell = [](const Reply& reply, std::span<const std::int16_t> samples) {
        const bool told = write_all(STDOUT_FILENO, encode_head(reply, samples.size())) &&
                          write_all(STDOUT_FILENO, bytes_of(samples));
        if (!told) _exit(1);
    };
    Reply part;
    part.status = Reply::Status::part;
    const Reply reply = espeak::speak_once(
        request, [&](std::span<const std::int16_t> samples) { tell(part, samples); });
    tell(reply, reply.speech.clip.samples);
    _exit(0);
}

/// The child's end; after a bad one this process ends likewise.
void die_with(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    if (WIFSIGNALED(status)) {
        std::signal(WTERMSIG(status), SIG_DFL);
        kill(getpid(), WTERMSIG(status));
    }
    _exit(1);
}

std::optional<Request> next_request() {
    const std::optional<std::string> payload = read_frame(STDIN_FILENO);
    if (!payload) return std::nullopt;
    Result<Request> request = decode_request(*payload);
    if (!request) return std::nullopt;
    return *std::move(request);
}

}  // namespace

int run_worker(const Voice& voice) {
    // Ctrl-C is for the pool's owner to act on.
    for (const int signal : {SIGINT, SIGHUP})
        std::signal(signal, SIG_IGN);
    close_range(STDERR_FILENO + 1, ~0U, 0);  // what whoever started rawi left open
    const Reply ready = espeak::load_engine(voice);
    limit_worker();
    if (!write_all(STDOUT_FILENO, encode(ready)) || ready.status != Reply::Status::ready) return 1;
    while (const std::optional<Request> request = next_request()) {
        const pid_t child = fork();
        if (child < 0) return 1;
        if (child == 0) speak_and_end(*request);
        die_with(child);
    }
    return 0;
}

}  // namespace rawi::speech
