#pragma once

#include <vector>

#include "base/result.h"
#include "speech/engine.h"

namespace rawi::speech {

/// Checks in a child process that the engine can load the voice, since an engine cannot be
/// unloaded. Errors: those of Engine::load, or a process that cannot be started (kind engine).
Result<> check_voice(Engine& engine, const Voice& voice);

/// Lists the voices of the engine in a child process. Errors (kind engine): those of
/// Engine::voices, or a process that cannot be started.
Result<std::vector<InstalledVoice>> installed_voices(Engine& engine);

}  // namespace rawi::speech
