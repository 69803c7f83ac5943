#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "audio/sound.h"
#include "base/result.h"

namespace rawi::audio {

/// Where the sound of a chapter is written.
struct SoundPlace {
    std::string file;    ///< relative to the output folder; empty: no file
    std::string format;  ///< the name of its EncoderFormat
};

/// Where the sound of an article is written. For each sound, call open(), then write() any number
/// of times, then close(). Errors (kind io) name the file.
class SoundTarget {
  public:
    virtual ~SoundTarget() = default;

    /// Whether the whole article is one sound, so that open() is called once.
    virtual bool holds_one_sound() const = 0;
    virtual Result<SoundPlace> open(int rate, const SoundTags& tags) = 0;
    virtual Result<> write(std::span<const std::int16_t> samples) = 0;
    virtual Result<> close(const CuePoints& cues) = 0;
};

}  // namespace rawi::audio
