#pragma once

#include <memory>

#include "audio/encoder.h"
#include "audio/sound_target.h"
#include "base/file.h"

namespace rawi::audio {

/// Writes the whole article as one sound while it is spoken. Nothing is stored.
class StreamTarget : public SoundTarget {
  public:
    /// `format` must be one that streams.
    StreamTarget(OutputFile output, const EncoderFormat& format)
        : output_(std::move(output)), format_(format) {}

    bool holds_one_sound() const override { return true; }
    Result<SoundPlace> open(int rate, const SoundTags& tags) override {
        RAWI_TRY(encoder_,
                 format_.make({.rate = rate, .tags = tags, .frames = std::nullopt, .cues = {}},
                              std::move(output_)));
        return SoundPlace{.file = {}, .format = format_.name};
    }
    Result<> write(std::span<const std::int16_t> samples) override {
        return encoder_->write(samples);
    }
    Result<> close(const CuePoints& cues) override { return encoder_->finish(cues); }

  private:
    OutputFile output_;
    EncoderFormat format_;
    std::unique_ptr<Encoder> encoder_;
};

}  // namespace rawi::audio
