#pragma once

#include "speech/crew.h"
#include "speech/frames.h"

namespace rawi {

/// Loads the engine and its voice into this process, once. The reply says what came of it: ready,
/// with identity and rate, or no_voice, or no_engine.
Reply load_engine(const Voice& voice);

/// Speaks in this process, which is good for one request only: the engine carries state from one
/// to the next. refused: with the reason.
Reply speak_once(const Request& request);

}  // namespace rawi
