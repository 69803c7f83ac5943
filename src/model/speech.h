#pragma once

#include <cstddef>
#include <vector>

#include "model/clip.h"

namespace rawi {
inline namespace model {

/// What came out for one utterance. `onsets[i]` is the frame at which words[i] begins, `ends[i]`
/// the frame at which its sound is over (the next pause or the next word): as many as words,
/// never decreasing, onsets[i] <= ends[i] <= onsets[i + 1], none past the end.
struct Speech {
    Clip clip;
    std::vector<Frames> onsets;
    std::vector<Frames> ends;
};

/// Cuts the silence at both ends of the engine's sound (|sample| <= 2), moves onsets and ends with
/// it, and fades 2 ms in and out so that no join clicks.
void trim(Speech& speech);

/// Puts `next` behind `speech`, with `gap` frames of silence between their sounds.
void join(Speech& speech, const Speech& next, Frames gap);

/// Makes the gap after word `word` (from its end to the next onset) exactly `frames` of silence.
/// `word` is not the last.
void set_gap(Speech& speech, std::size_t word, Frames frames);

/// Puts `frames` of silence where word `word` has ended, and fades 2 ms on both sides of it;
/// nothing that sounds is lost. The clip is longer by `frames`.
void insert_silence(Speech& speech, std::size_t word, Frames frames);

/// Milliseconds as frames, rounded to the nearest.
Frames frames_of(int milliseconds, int rate);

}  // namespace model
}  // namespace rawi
