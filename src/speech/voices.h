#pragma once

#include <vector>

#include "base/result.h"
#include "speech/engine.h"

namespace rawi::speech {

/// Whether the engine can load the voice; tried in a child process, since an engine cannot be
/// unloaded. Errors: those of Engine::load, or no process can be started (kind engine).
Result<> check_voice(Engine& engine, const Voice& voice);

/// The voices that the engine has; asked in a child process. Errors (kind engine): those of
/// Engine::voices, or no process can be started.
Result<std::vector<InstalledVoice>> installed_voices(Engine& engine);

}  // namespace rawi::speech
