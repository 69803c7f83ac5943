#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/clip.h"
#include "model/speech.h"

namespace rawi::audio {

/// Named places in a sound file: the first frame of each sentence, and its words (UTF-8). Names
/// are asked for one at a time, twice each.
struct CuePoints {
    std::vector<Frames> at;
    std::function<std::string(std::size_t)> name;
};

/// What a chapter says of itself (LIST/INFO, UTF-8).
struct SoundTags {
    std::string title, album, artist, date;
    int track = 0;
};

/// The samples of a sound, in order: fills the buffer from its start and returns how many it put
/// there; 0 at the end.
using SampleSource = std::function<Result<std::size_t>(std::span<std::int16_t>)>;

/// The largest size a RIFF header can tell: 4 GiB - 1.
constexpr std::uint64_t riff_limit = 0xFFFF'FFFF;

/// Writes a mono 16-bit WAVE file of `frames` frames through libsndfile: RIFF with WAVE_FORMAT_PCM
/// where the file stays within `limit` bytes, RF64 (EBU Tech 3306) beyond. Then its cue points and
/// their names (`cue `, `LIST/adtl/labl`), which libsndfile drops or cannot hold in any number.
/// More or fewer samples than `frames` is an error of kind io.
Result<> write_wave(const std::filesystem::path& path, int rate, Frames frames,
                    const SoundTags& tags, const CuePoints& cues, const SampleSource& next,
                    std::uint64_t limit = riff_limit);

/// The same file, written as its samples come: RIFF, and once more as RF64 if in the end it turned
/// out too long for that.
class WaveWriter {
  public:
    static Result<WaveWriter> create(const std::filesystem::path& path, int rate,
                                     const SoundTags& tags);
    WaveWriter(WaveWriter&&) noexcept;
    WaveWriter& operator=(WaveWriter&&) noexcept;
    ~WaveWriter();
    Result<> write(std::span<const std::int16_t> samples);
    /// After this there is nothing more to write.
    Result<> finish(const CuePoints& cues, std::uint64_t limit = riff_limit);

  private:
    struct State;
    explicit WaveWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace rawi::audio
