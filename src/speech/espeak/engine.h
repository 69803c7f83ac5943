#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "speech/protocol.h"
#include "speech/voice.h"

namespace rawi::speech::espeak {

/// Loads the engine and its voice into this process, once. The reply says what came of it: ready,
/// with identity and rate, or no_voice, or no_engine.
Reply load_engine(const Voice& voice);

/// Takes a part of a sound.
using TakePart = std::function<void(std::span<const std::int16_t>)>;

/// Speaks in this process, which is good for one request only: the engine carries state from one
/// to the next. `part` is given the sound as it comes; the reply has what is left of it, and onsets
/// and ends within the whole. refused: with the reason.
Reply speak_once(const Request& request, const TakePart& part);

}  // namespace rawi::speech::espeak
