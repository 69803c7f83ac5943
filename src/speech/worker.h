#pragma once

#include <optional>
#include <string>
#include <vector>

#include "speech/engine.h"
#include "speech/voice.h"

namespace rawi::speech {

/// The arguments that make a program a worker for the voice.
std::vector<std::string> worker_arguments(const Voice& voice);

/// The voice in the worker_arguments() of a program; nothing if it is not a worker.
std::optional<Voice> worker_voice(int argc, const char* const* argv);

/// Runs a worker: loads the voice, then reads requests from descriptor 0 and answers on 1 until its
/// input ends. Returns the exit code of the process.
int run_worker(Engine& engine, const Voice& voice);

}  // namespace rawi::speech
