#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "audio/sound.h"
#include "base/file.h"
#include "base/result.h"

namespace rawi::audio {

/// Writes one sound to one output. Errors (kind io) name the output. An encoder that is destroyed
/// without finish() leaves the output incomplete.
class Encoder {
  public:
    virtual ~Encoder() = default;

    /// Writes the next samples. If the length was given in SoundInfo, the total is exactly that.
    virtual Result<> write(std::span<const std::int16_t> samples) = 0;
    /// Completes the output and closes it. `late_cues`: the cue points of a stream, which were not
    /// known at its start; a format that cannot store them at the end drops them.
    virtual Result<> finish(const CuePoints& late_cues) = 0;
};

/// How the spool becomes the file of a format that keeps 16-bit samples as they are, so that they
/// are written once: its bytes before them are written first, and those after them last.
struct SpoolFormat {
    /// The bytes before the samples, of the same size for any length. `info` is without a length.
    Result<std::string> (*head)(const SoundInfo& info);
    /// Completes and closes `file`, in which the head and all samples are, `info.frames` of them.
    Result<> (*complete)(OutputFile file, std::size_t head_size, const SoundInfo& info);
    /// Whether such a sound can be completed. If it cannot, its samples are encoded.
    bool (*fits)(const SoundInfo& info);
};

/// A sound format that `--format` knows.
struct EncoderFormat {
    const char* name;       ///< for `--format` and the manifest
    const char* extension;  ///< of the files, with the dot
    const char* what;       ///< description for the help
    /// Starts to write a sound to `output`, which is new and empty. Only if `streams` is true may
    /// `info` lack a length, or `output` be unable to seek.
    Result<std::unique_ptr<Encoder>> (*make)(SoundInfo info, OutputFile output);
    bool streams = false;
    const SpoolFormat* in_spool = nullptr;  ///< null: samples are encoded
};

}  // namespace rawi::audio
