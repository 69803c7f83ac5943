#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "model/clip.h"

namespace rawi::audio {

/// Takes some samples; an error ends it.
using SampleSink = std::function<Result<>(std::span<const std::int16_t>)>;

/// The samples of one chapter, from when they are spoken until the whole is known and encoded. The
/// first ones stay in memory, all others are in a temporary file, which goes with the spool. Errors
/// (kind io) name the file.
class Spool {
  public:
    /// 32 MiB: twelve minutes of sound at 22050 Hz. Shorter chapters are not written twice.
    static constexpr std::size_t usual_memory = std::size_t{1} << 24U;

    /// `memory`: samples that stay there. `path` is created when the first one does not.
    explicit Spool(std::filesystem::path path, std::size_t memory = usual_memory);
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();

    Result<> append(std::span<const std::int16_t> samples);
    Frames frames() const { return frames_; }
    /// Passes on all samples from the first to the last, as often as it is called. Errors: those of
    /// `take`; the file does not hold what was appended.
    Result<> read(const SampleSink& take) const;

  private:
    Result<> read_file(const SampleSink& take) const;

    std::filesystem::path path_;
    std::size_t memory_;
    std::vector<std::int16_t> first_;
    std::optional<OutputFile> file_;  ///< what follows first_
    Frames frames_ = 0;
};

}  // namespace rawi::audio
