// Finds the voices of an engine.
#include "speech/voices.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "speech/pipes.h"
#include "speech/protocol.h"

namespace rawi::speech {

namespace {

/// The result of `ask` in a child process; empty if the child died.
Result<std::string> in_child(const std::function<std::string()>& ask) {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return fail(Error::Kind::engine,
                    fmt::format("cannot make a pipe: {}", std::strerror(errno)));
    }
    const pid_t child = fork();
    if (child == 0) {
        ::close(ends[0]);
        _exit(write_all(ends[1], ask()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string answer = child < 0 ? std::string() : read_all(ends[0]);
    ::close(ends[0]);
    if (child < 0) return fail(Error::Kind::engine, "cannot start a process");
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    return answer;
}

auto crashed() {
    return fail(Error::Kind::engine, "the engine crashed");
}

}  // namespace

Result<> check_voice(Engine& engine, const Voice& voice) {
    RAWI_TRY(std::string answer, in_child([&] { return encode(greeting(engine.load(voice))); }));
    const std::optional<std::string_view> payload = frame_in(answer);
    if (!payload) return crashed();
    RAWI_TRY(const Reply reply, decode_reply(*payload));
    RAWI_TRY([[maybe_unused]] const int rate, rate_in(reply));
    return {};
}

Result<std::vector<InstalledVoice>> installed_voices(Engine& engine) {
    RAWI_TRY(const std::string answer, in_child([&] {
                 std::string lines;
                 const auto voices = engine.voices();
                 if (!voices) return "!" + voices.error().message;
                 for (const InstalledVoice& voice : *voices)
                     lines += fmt::format("{}\t{}\n", voice.tag, voice.name);
                 return lines;
             }));
    if (answer.empty()) return crashed();
    std::string_view rest = answer;
    if (rest.front() == '!') return fail(Error::Kind::engine, answer.substr(1));
    std::vector<InstalledVoice> voices;
    while (!rest.empty()) {
        const std::size_t tab = rest.find('\t');
        const std::size_t end = rest.find('\n');
        voices.push_back(InstalledVoice{.tag = std::string(rest.substr(0, tab)),
                                        .name = std::string(rest.substr(tab + 1, end - tab - 1))});
        rest.remove_prefix(end + 1);
    }
    return voices;
}

}  // namespace rawi::speech
