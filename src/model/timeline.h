#pragma once

#include <vector>

#include "model/clip.h"

namespace rawi {

/// When something is heard, in frames from its chapter's start.
struct Cue {
    Frames begin = 0;
    Frames end = 0;
};

/// When a sentence and its words are heard: a cue for each of the utterance's words, in order, each
/// within the sentence's; they do not overlap.
struct Timing {
    Cue sentence;
    std::vector<Cue> words;
};

}  // namespace rawi
