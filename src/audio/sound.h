#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/clip.h"

namespace rawi::audio {

/// Named places in a sound: the first frame of each sentence, and its words (UTF-8). Names are
/// requested one at a time, and more than once.
struct CuePoints {
    std::vector<Frames> at;
    std::function<std::string(std::size_t)> name;
};

/// What a sound says about itself (UTF-8); what is empty is left out.
struct SoundTags {
    std::string title, album, artist, date;
    int track = 0;  ///< from 1; 0: none
};

/// What is known about a sound before its first sample. All sounds are mono, 16 bits per sample.
struct SoundInfo {
    int rate = 0;  ///< frames per second
    SoundTags tags;
    std::optional<Frames> frames;  ///< nothing: it is streamed, and still being made
    CuePoints cues;                ///< none if it is streamed
};

}  // namespace rawi::audio
