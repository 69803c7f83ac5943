#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "audio/encoder.h"
#include "audio/sound_target.h"
#include "audio/spool.h"

namespace rawi::audio {

/// A file for each sound, encoded when it is closed: until then its samples are in a spool.
class FileTarget : public SoundTarget {
  public:
    /// `folder` exists; the files and the spool are made there. `memory`: of the spool, in samples.
    FileTarget(std::filesystem::path folder, const EncoderFormat& format,
               std::size_t memory = Spool::usual_memory)
        : folder_(std::move(folder)), format_(format), memory_(memory) {}

    bool holds_one_sound() const override { return false; }
    Result<SoundPlace> open(int rate, const SoundTags& tags) override;
    Result<> write(std::span<const std::int16_t> samples) override;
    Result<> close(const CuePoints& cues) override;

  private:
    std::filesystem::path folder_;
    EncoderFormat format_;
    std::size_t memory_;
    SoundInfo info_;
    std::string file_;
    std::optional<Spool> spool_;
};

}  // namespace rawi::audio
