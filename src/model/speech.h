#pragma once

#include <vector>

#include "model/clip.h"

namespace rawi {

/// What came out for one utterance. `onsets[i]` is the frame at which words[i] begins, `ends[i]`
/// the frame at which its sound is over (the next pause or the next word): as many as words,
/// never decreasing, onsets[i] <= ends[i] <= onsets[i + 1], none past the end.
struct Speech {
    Clip clip;
    std::vector<Frames> onsets;
    std::vector<Frames> ends;
};

}  // namespace rawi
