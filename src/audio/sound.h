#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/clip.h"

namespace rawi::audio {

/// Named positions in a sound: the first frame of each sentence, and its text (UTF-8). `name` is
/// called for one cue point at a time, and may be called repeatedly.
struct CuePoints {
    std::vector<Frames> at;
    std::function<std::string(std::size_t)> name;
};

/// The metadata in a sound file (UTF-8); empty tags are not written.
struct SoundTags {
    std::string title, album, artist, date;
    int track = 0;  ///< counted from 1; 0: none
};

/// What is known about a sound before its first sample. All sounds are mono, 16 bits per sample.
struct SoundInfo {
    int rate = 0;  ///< frames per second
    SoundTags tags;
    std::optional<Frames> frames;  ///< nothing for a stream, whose length is not yet known
    CuePoints cues;                ///< none for a stream
};

}  // namespace rawi::audio
