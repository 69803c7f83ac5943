#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "audio/sound.h"
#include "base/file.h"
#include "base/result.h"

namespace rawi::audio {

/// Writes one sound to one output. Errors (kind io) name the output. An encoder that goes without
/// finish() leaves the output incomplete.
class Encoder {
  public:
    virtual ~Encoder() = default;

    /// The next samples. Of a sound whose length was given, exactly that many come in all.
    virtual Result<> write(std::span<const std::int16_t> samples) = 0;
    /// Completes the output and closes it. `late_cues`: those of a stream, whose places were not
    /// known at its start; a format that cannot hold them at the end leaves them out.
    virtual Result<> finish(const CuePoints& late_cues) = 0;
};

/// A sound format that `--format` knows.
struct EncoderFormat {
    const char* name;       ///< for `--format` and the manifest
    const char* extension;  ///< of its files, with the dot
    const char* what;       ///< for the help
    /// Starts to write a sound to `output`, which is new and empty. Only if `streams`, `info` may
    /// come without a length, and an output that cannot be sought.
    Result<std::unique_ptr<Encoder>> (*make)(SoundInfo info, OutputFile output);
    bool streams = false;
};

}  // namespace rawi::audio
