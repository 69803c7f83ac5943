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

/// A file for each sound, completed when it is closed: until then its samples are in a spool, which
/// is encoded, or becomes the file if the format keeps samples as they are.
class FileTarget : public SoundTarget {
  public:
    /// `folder` exists; the files and the spool are made there.
    FileTarget(std::filesystem::path folder, const EncoderFormat& format)
        : folder_(std::move(folder)), format_(format) {}

    bool holds_one_sound() const override { return false; }
    Result<SoundPlace> open(int rate, const SoundTags& tags) override;
    Result<> write(std::span<const std::int16_t> samples) override;
    Result<> close(const CuePoints& cues) override;

  private:
    Result<> encode(const std::filesystem::path& path);

    std::filesystem::path folder_;
    EncoderFormat format_;
    SoundInfo info_;
    std::string file_;
    std::optional<Spool> spool_;
};

}  // namespace rawi::audio
