#pragma once

#include <cstddef>

#include "model/speech.h"

namespace rawi::audio {

/// Makes the gap after word `word` (from its end to the next onset) exactly `frames` of silence.
/// `word` must not be the last.
void set_gap(Speech& speech, std::size_t word, Frames frames);

/// Inserts `frames` of silence at the end of word `word`, and fades over fade_milliseconds on both
/// sides of it; no sound is lost. The clip becomes longer by `frames`.
void insert_silence(Speech& speech, std::size_t word, Frames frames);

}  // namespace rawi::audio
