#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "model/clip.h"

namespace rawi::audio {

/// Takes some samples; an error ends it.
using SampleSink = std::function<Result<>(std::span<const std::int16_t>)>;

/// The samples of one chapter in a temporary file, from when they are spoken until the whole is
/// known and encoded. The file goes with the spool unless it is released. Errors (kind io) name the
/// file.
class Spool {
  public:
    /// Creates the file. `head`: bytes before the samples.
    static Result<Spool> create(std::filesystem::path path, std::string_view head = {});
    Spool(Spool&& other) noexcept;
    Spool& operator=(Spool&&) = delete;
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();

    Result<> append(std::span<const std::int16_t> samples);
    Frames frames() const { return frames_; }
    std::size_t head_size() const { return head_size_; }
    /// Passes on all samples from the first to the last, as often as it is called. Errors: those of
    /// `take`; the file does not hold what was appended.
    Result<> read(const SampleSink& take) const;
    /// The file after its last sample, for further writing. It gets the name `path`; nothing else
    /// may be called then.
    Result<OutputFile> release(const std::filesystem::path& path);

  private:
    Spool(std::filesystem::path path, OutputFile file, std::size_t head_size);

    std::filesystem::path path_;
    std::optional<OutputFile> file_;  ///< nothing: released
    std::size_t head_size_;           ///< bytes before the samples
    Frames frames_ = 0;
};

}  // namespace rawi::audio
