#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

#include "base/file.h"
#include "base/result.h"
#include "model/clip.h"

namespace rawi::audio {

/// Takes some samples; an error ends it.
using SampleSink = std::function<Result<>(std::span<const std::int16_t>)>;

/// The samples of one chapter in a temporary file, until the whole is known and they are encoded.
/// The file goes with the spool. Errors (kind io) name the file.
class Spool {
  public:
    static Result<Spool> create(const std::filesystem::path& path);
    Spool(Spool&& other) noexcept;
    Spool& operator=(Spool&& other) noexcept;
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();

    Result<> append(std::span<const std::int16_t> samples);
    Frames frames() const { return frames_; }
    /// Hands out all samples from the first to the last, in pieces that fit in memory; as often as
    /// it is called. Errors: those of `take`; the file does not hold what was appended.
    Result<> read(const SampleSink& take) const;

  private:
    Spool(OutputFile file, std::filesystem::path path);
    OutputFile file_;
    std::filesystem::path path_;  ///< empty: moved from
    Frames frames_ = 0;
};

}  // namespace rawi::audio
