#pragma once

#include <vector>

#include "model/clip.h"
#include "model/speech.h"

namespace rawi {

/// Cuts the silence at both ends of the engine's sound (|sample| <= 2), moves onsets and ends with
/// it, and fades 2 ms in and out so that no join clicks.
void trim(Speech& speech);

/// Makes the gap after word `word` (from its end to the next onset) exactly `frames` of silence.
/// `word` is not the last.
void set_gap(Speech& speech, std::size_t word, Frames frames);

/// Milliseconds as frames, rounded to the nearest.
Frames frames_of(int milliseconds, int rate);

}  // namespace rawi
