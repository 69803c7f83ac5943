// An encoder as simple as can be: a line with the length and the title, a line per cue, the samples
// as they are. What it takes to add one is this file and a row of a table.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "audio/encoder.h"

namespace rawi::audio {

class ToyEncoder : public Encoder {
  public:
    static Result<std::unique_ptr<Encoder>> make(SoundInfo info, OutputFile output) {
        RAWI_CHECK_OK(output.write(
            fmt::format("{} frames at {}: {}\n", *info.frames, info.rate, info.tags.title)));
        for (std::size_t i = 0; i < info.cues.at.size(); ++i)
            RAWI_CHECK_OK(output.write(fmt::format("{} {}\n", info.cues.at[i], info.cues.name(i))));
        return std::make_unique<ToyEncoder>(std::move(output));
    }

    explicit ToyEncoder(OutputFile output) : output_(std::move(output)) {}
    Result<> write(std::span<const std::int16_t> samples) override {
        return output_.write(bytes_of(samples));
    }
    Result<> finish(const CuePoints& /*late_cues*/) override { return output_.close(); }

  private:
    OutputFile output_;
};

inline constexpr EncoderFormat toy_format{
    .name = "toy", .extension = ".toy", .what = "for tests", .make = ToyEncoder::make};

}  // namespace rawi::audio
