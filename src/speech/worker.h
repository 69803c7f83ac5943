#pragma once

#include "speech/voice.h"

namespace rawi::speech {

/// What `rawi --worker` does: reads requests from descriptor 0 and answers on 1 until its input
/// ends. Returns the process's exit code.
int run_worker(const Voice& voice);

}  // namespace rawi::speech
