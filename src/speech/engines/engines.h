#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "speech/engine.h"
#include "speech/voice.h"

namespace rawi::speech::engines {

/// An engine that rawi can speak with.
struct Row {
    std::string_view name;  ///< before the ":" of a voice's name
    std::unique_ptr<Engine> (*make)() = nullptr;
};

/// All engines; the first one is meant where a voice's name has no ":".
std::span<const Row> all();

/// An engine, and a voice under the name that it has there.
struct Choice {
    std::unique_ptr<Engine> engine;
    Voice voice;
};

/// Chooses the engine that the voice's name asks for: "de" is the voice "de" of the first engine,
/// "other:x" the voice "x" of the engine "other". Errors (kind unsupported): there is no such
/// engine.
Result<Choice> choose(const Voice& voice, std::span<const Row> rows = all());

/// What the sound of a voice depends on. Errors as choose().
Result<EngineInfo> info(const Voice& voice);

/// speech::check_voice of the voice's engine. Errors: also those of choose().
Result<> check_voice(const Voice& voice);

/// speech::installed_voices of all engines; the first error ends it.
Result<std::vector<InstalledVoice>> installed_voices();

/// speech::run_worker with the voice's engine.
int run_worker(const Voice& voice);

}  // namespace rawi::speech::engines
