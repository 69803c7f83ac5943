#pragma once

#include <cstddef>
#include <vector>

#include "model/clip.h"

namespace rawi {
inline namespace model {

/// The sound of one utterance. `onsets[i]` is the frame at which words[i] begins, `ends[i]` the
/// frame at which it ends (the next pause or the next word). There is one of each per word, and
/// onsets[i] <= ends[i] <= onsets[i + 1]; none is past the end.
struct Speech {
    Clip clip;
    std::vector<Frames> onsets;
    std::vector<Frames> ends;
};

/// The length of a fade where sound is cut, which prevents clicks.
constexpr int fade_milliseconds = 2;

/// Trims the silence at both ends of the engine's sound (|sample| <= 2), moves onsets and ends
/// accordingly, and fades in and out over fade_milliseconds.
void trim(Speech& speech);

/// Appends `next` to `speech`, with `gap` frames of silence between their sounds.
void join(Speech& speech, const Speech& next, Frames gap);

/// Milliseconds as frames, rounded to the nearest.
Frames frames_of(int milliseconds, int rate);

}  // namespace model
}  // namespace rawi
