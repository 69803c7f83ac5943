#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/clip.h"
#include "model/speech.h"

namespace rawi {

/// A named place in a sound file: a sentence's first frame and its words.
struct CuePoint {
    Frames at = 0;
    std::string name;  ///< UTF-8
};

/// What a chapter says of itself (LIST/INFO, UTF-8).
struct SoundTags {
    std::string title, album, artist, date;
    int track = 0, tracks = 0;
};

/// A mono 16-bit WAVE file of known length: RIFF with WAVE_FORMAT_PCM below 4 GiB, RF64 beyond
/// (EBU Tech 3306), with the tags, and a cue point with its label (`cue `, `LIST/adtl/labl`) for
/// each cue. Frames are fetched in order through `next`, which fills a buffer and returns how many
/// samples it put (0 ends; too few or too many is an error of kind io). Where `path` is "-", the
/// file goes to standard output.
Result<> write_wave(const std::filesystem::path& path, int rate, Frames frames,
                    const SoundTags& tags, const std::vector<CuePoint>& cues,
                    const std::function<Result<std::size_t>(std::span<std::int16_t>)>& next);

}  // namespace rawi
