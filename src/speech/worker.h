#pragma once

#include <optional>
#include <string>
#include <vector>

#include "speech/engine.h"
#include "speech/voice.h"

namespace rawi::speech {

/// The arguments with which a program becomes a worker for the voice.
std::vector<std::string> worker_arguments(const Voice& voice);

/// The voice in worker_arguments() that a program was started with; nothing: it is no worker.
std::optional<Voice> worker_voice(int argc, const char* const* argv);

/// What a worker does: loads the voice, then reads requests from descriptor 0 and answers on 1
/// until its input ends. Returns the process's exit code.
int run_worker(Engine& engine, const Voice& voice);

}  // namespace rawi::speech
