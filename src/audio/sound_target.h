#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "audio/sound.h"
#include "base/result.h"

namespace rawi::audio {

/// Where a chapter's sound goes.
struct SoundPlace {
    std::string file;    ///< relative to the output folder; empty: no file
    std::string format;  ///< the name of its EncoderFormat
};

/// Where the sound of an article goes. For each sound open(), then write() as often as needed, then
/// close(). Errors (kind io) name the file.
class SoundTarget {
  public:
    virtual ~SoundTarget() = default;

    /// Whether the whole article is one sound, and open() comes once.
    virtual bool holds_one_sound() const = 0;
    virtual Result<SoundPlace> open(int rate, const SoundTags& tags) = 0;
    virtual Result<> write(std::span<const std::int16_t> samples) = 0;
    virtual Result<> close(const CuePoints& cues) = 0;
};

}  // namespace rawi::audio
