#pragma once

#include <cstdint>
#include <vector>

#include "model/clip.h"

namespace rawi {

/// When a word or a sentence of a Script is heard, in frames from the chapter's start.
struct Cue {
    std::uint32_t utterance = 0;  ///< index into Script::utterances
    std::uint32_t word = 0;       ///< of a word cue: index into Utterance::words
    Frames begin = 0;
    Frames end = 0;
};

/// One chapter's text against its sound. Both lists are sorted by begin and do not overlap;
/// each word's cue lies within its sentence's.
struct Timeline {
    int rate = 0;
    Frames length = 0;
    std::vector<Cue> sentences;
    std::vector<Cue> words;
};

}  // namespace rawi
