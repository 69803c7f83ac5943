#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "speech/engine.h"
#include "speech/voice.h"

namespace rawi::speech::engines {

/// An engine that rawi can use.
struct Row {
    std::string_view name;  ///< the prefix of its voices, before the ":"
    std::unique_ptr<Engine> (*make)() = nullptr;
};

/// All engines; the first one is used if the name of a voice has no ":".
std::span<const Row> all();

/// An engine, and a voice with the name that the engine uses.
struct Choice {
    std::unique_ptr<Engine> engine;
    Voice voice;
};

/// Chooses the engine from the name of the voice: "de" is the voice "de" of the first engine,
/// "other:x" the voice "x" of the engine "other". Errors (kind unsupported): an unknown engine.
Result<Choice> choose(const Voice& voice, std::span<const Row> rows = all());

/// What the sound of a voice depends on. Errors: those of choose().
Result<EngineInfo> info(const Voice& voice);

/// Calls speech::check_voice for the engine of the voice. Errors: also those of choose().
Result<> check_voice(const Voice& voice);

/// Calls speech::installed_voices for all engines; stops at the first error.
Result<std::vector<InstalledVoice>> installed_voices();

/// Calls speech::run_worker with the engine of the voice.
int run_worker(const Voice& voice);

}  // namespace rawi::speech::engines
