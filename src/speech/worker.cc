// A worker: loads the voice once, then forks for each request. The child speaks, answers and ends,
// so that no request is affected by another and a crash costs one request. If a child
// crashes, its worker ends with the same signal, so that the pool knows why and starts another one.
#include "speech/worker.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <span>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "speech/pipes.h"

// GCC defines __SANITIZE_ADDRESS__ instead.
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

bool send(const Reply& reply, std::span<const std::int16_t> samples) {
    return write_all(STDOUT_FILENO, encode_head(reply, samples.size())) &&
           write_all(STDOUT_FILENO, bytes_of(samples));
}

[[noreturn]] void speak_and_exit(Engine& engine, const Request& request) {
    limit(RLIMIT_CPU, seconds_of_cpu);
    Reply part;
    part.status = Reply::Status::part;
    Result<Speech> speech = engine.speak(request, [&](std::span<const std::int16_t> samples) {
        if (!send(part, samples)) _exit(1);
    });
    Reply reply;
    if (speech) {
        reply.speech = *std::move(speech);
    } else {
        reply.status = Reply::Status::refused;
        reply.message = speech.error().message;
    }
    _exit(send(reply, reply.speech.clip.samples) ? 0 : 1);
}

/// Waits for the child; if it failed, this process ends in the same way.
void end_like(pid_t child) {
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

bool parse(std::string_view text, int& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::vector<std::string> worker_arguments(const Voice& voice) {
    return {"--worker", voice.name, fmt::format("{}", voice.words_per_minute),
            fmt::format("{}", voice.pitch)};
}

std::optional<Voice> worker_voice(int argc, const char* const* argv) {
    const std::span words(argv, static_cast<std::size_t>(argc));
    if (words.size() != 5 || std::string_view(words[1]) != "--worker") return std::nullopt;
    Voice voice;
    voice.name = words[2];
    if (!parse(words[3], voice.words_per_minute) || !parse(words[4], voice.pitch))
        return std::nullopt;
    return voice;
}

int run_worker(Engine& engine, const Voice& voice) {
    // The owner of the pool handles Ctrl-C.
    for (const int signal : {SIGINT, SIGHUP})
        std::signal(signal, SIG_IGN);
    close_range(STDERR_FILENO + 1, ~0U, 0);  // inherited descriptors
    const Result<int> rate = engine.load(voice);
    limit_worker();
    if (!write_all(STDOUT_FILENO, encode(greeting(rate))) || !rate) return 1;
    while (const std::optional<Request> request = next_request()) {
        const pid_t child = fork();
        if (child < 0) return 1;
        if (child == 0) speak_and_exit(engine, *request);
        end_like(child);
    }
    return 0;
}

}  // namespace rawi::speech
