// Which voices the engine has. Asked in a child: the engine cannot be put away again.
#include "speech/voices.h"

#include <array>
#include <cerrno>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include "speech/espeak/engine.h"
#include "speech/pipes.h"

namespace rawi::speech {

namespace {

[[noreturn]] void list_voices(int to) {
    const int rate =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0) _exit(1);
    std::string all;
    for (const espeak_VOICE** voice = espeak_ListVoices(nullptr); *voice != nullptr; ++voice) {
        // `languages` is a list of a priority byte and a zero-ended tag.
        all += std::string((*voice)->languages + 1) + '\t' + (*voice)->name + '\n';
    }
    _exit(write_all(to, all) ? 0 : 1);
}

}  // namespace

tl::unexpected<Error> not_installed(std::string_view name) {
    return fail(Error::Kind::unsupported,
                fmt::format("the voice \"{}\" is not installed; Debian's package espeak-ng-data "
                            "has the voices that `rawi voices` lists",
                            name));
}

Result<bool> has_voice(const std::string& name) {
    const pid_t child = fork();
    if (child < 0) return fail(Error::Kind::engine, "cannot start a process");
    if (child == 0) {
        const Reply reply =
            espeak::load_engine(Voice{.name = name, .words_per_minute = 175, .pitch = 50});
        _exit(reply.status == Reply::Status::ready ? 0 : 1);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Result<std::vector<InstalledVoice>> installed_voices() {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return fail(Error::Kind::engine, "cannot make a pipe");
    const pid_t child = fork();
    if (child == 0) {
        ::close(ends[0]);
        list_voices(ends[1]);
    }
    ::close(ends[1]);
    std::vector<InstalledVoice> voices;
    std::string line;
    char c = 0;
    while (::read(ends[0], &c, 1) == 1) {
        if (c != '\n') {
            line.push_back(c);
            continue;
        }
        const std::size_t tab = line.find('\t');
        voices.push_back(InstalledVoice{.tag = line.substr(0, tab), .name = line.substr(tab + 1)});
        line.clear();
    }
    ::close(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (voices.empty()) {
        return fail(Error::Kind::engine,
                    "eSpeak NG does not find its data; install Debian's espeak-ng-data");
    }
    return voices;
}

}  // namespace rawi::speech
