#pragma once

#include <memory>

#include "speech/engine.h"

namespace rawi::speech::espeak {

/// eSpeak NG. Its data is the whole folder: which dictionaries a voice reads depends on the text
/// (letters of another script are read with the dictionary of a language that has them, and
/// dictionary entries switch languages), so the files that were used are known only afterwards.
std::unique_ptr<Engine> make_engine();

}  // namespace rawi::speech::espeak
