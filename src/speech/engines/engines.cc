// The table of engines.
#include "speech/engines/engines.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unistd.h>

#include <fmt/format.h>

#include "speech/espeak/engine.h"
#include "speech/pipes.h"
#include "speech/protocol.h"
#include "speech/voices.h"
#include "speech/worker.h"

namespace rawi::speech::engines {

namespace {

constexpr std::array<Row, 1> table = {{
    {.name = "espeak", .make = espeak::make_engine},
}};

}  // namespace

std::span<const Row> all() {
    return table;
}

Result<Choice> choose(const Voice& voice, std::span<const Row> rows) {
    const std::size_t colon = voice.name.find(':');
    if (colon == std::string::npos) return Choice{.engine = rows.front().make(), .voice = voice};
    const std::string name = voice.name.substr(0, colon);
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.name == name; });
    if (row == rows.end()) {
        return fail(
            Error::Kind::unsupported,
            fmt::format("the voice \"{}\" needs an engine that rawi does not have", voice.name));
    }
    Choice choice{.engine = row->make(), .voice = voice};
    choice.voice.name.erase(0, colon + 1);
    return choice;
}

Result<EngineInfo> info(const Voice& voice) {
    RAWI_TRY(const Choice choice, choose(voice));
    return choice.engine->info();
}

Result<> check_voice(const Voice& voice) {
    RAWI_TRY(const Choice choice, choose(voice));
    return speech::check_voice(*choice.engine, choice.voice);
}

Result<std::vector<InstalledVoice>> installed_voices() {
    std::vector<InstalledVoice> voices;
    for (const Row& row : all()) {
        const std::unique_ptr<Engine> engine = row.make();
        RAWI_TRY(std::vector<InstalledVoice> more, speech::installed_voices(*engine));
        voices.insert(voices.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
    }
    return voices;
}

int run_worker(const Voice& voice) {
    const Result<Choice> choice = choose(voice);
    if (choice) return speech::run_worker(*choice->engine, choice->voice);
    write_all(STDOUT_FILENO, encode(greeting(tl::unexpected<Error>(choice.error()))));
    return 1;
}

}  // namespace rawi::speech::engines
