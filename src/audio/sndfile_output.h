#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include <sndfile.h>

#include "audio/sound.h"
#include "base/result.h"

namespace rawi::audio {

struct CloseSndfile {
    void operator()(SNDFILE* sound) const { sf_close(sound); }
};
/// A sound that libsndfile writes; destroying it completes it.
using Sndfile = std::unique_ptr<SNDFILE, CloseSndfile>;

/// The output that libsndfile writes to. It keeps errors as they are, which libsndfile does not. It
/// must not move while libsndfile uses it.
class SndfileOutput {
  public:
    /// Writes bytes at an offset from the output's start.
    using Put = std::function<Result<>(std::uint64_t at, std::string_view bytes)>;

    explicit SndfileOutput(Put put) : put_(std::move(put)) {}
    SndfileOutput(const SndfileOutput&) = delete;
    SndfileOutput& operator=(const SndfileOutput&) = delete;

    /// Starts a mono sound of 16-bit samples with its tags. `format`: SF_FORMAT_... without the
    /// encoding. Errors (kind io): a failed write; this libsndfile does not support `format`.
    Result<Sndfile> start(int format, int rate, const SoundTags& tags);
    /// The first error of Put, after which nothing more is written.
    const Result<>& result() const { return result_; }
    /// The size of the output so far, in bytes.
    std::uint64_t size() const { return size_; }

  private:
    sf_count_t seek(sf_count_t offset, int whence);
    sf_count_t write(std::string_view bytes);
    static SF_VIRTUAL_IO calls();

    Put put_;
    std::uint64_t at_ = 0, size_ = 0;
    Result<> result_;
};

}  // namespace rawi::audio
