#pragma once

#include <vector>

#include "model/clip.h"

namespace rawi {
inline namespace model {

/// When something is heard, in frames from the start of its chapter.
struct Cue {
    Frames begin = 0;
    Frames end = 0;
};

/// When a sentence and its words are heard. There is one cue for each word of the utterance, in
/// order and within the cue of the sentence; they do not overlap.
struct Timing {
    Cue sentence;
    std::vector<Cue> words;
};

}  // namespace model
}  // namespace rawi
