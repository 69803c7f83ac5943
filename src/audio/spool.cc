// Samples on disk in native byte order, between the workers and the encoder.
#include "audio/spool.h"

#include <cstring>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace rawi::audio {

namespace fs = std::filesystem;

Spool::Spool(OutputFile file, fs::path path) : file_(std::move(file)), path_(std::move(path)) {}

Spool::Spool(Spool&& other) noexcept
    : file_(std::move(other.file_)),
      path_(std::exchange(other.path_, {})),
      frames_(std::exchange(other.frames_, 0)) {}

Spool& Spool::operator=(Spool&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(path_, other.path_);
    std::swap(frames_, other.frames_);
    return *this;
}

Spool::~Spool() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
}

Result<Spool> Spool::create(const fs::path& path) {
    RAWI_TRY(OutputFile file, OutputFile::create(path));
    return Spool(std::move(file), path);
}

Result<> Spool::append(std::span<const std::int16_t> samples) {
    RAWI_CHECK_OK(file_.write(bytes_of(samples)));
    frames_ += static_cast<Frames>(samples.size());
    return {};
}

Result<> Spool::read(const SampleSink& take) const {
    std::vector<std::int16_t> samples;
    std::string rest;  // half a sample, if a piece ends within one
    Frames came = 0;
    RAWI_CHECK_OK(read_pieces(path_, [&](std::string_view piece) -> Result<> {
        rest += piece;
        samples.resize(rest.size() / sizeof(std::int16_t));
        const std::size_t whole = samples.size() * sizeof(std::int16_t);
        std::memcpy(samples.data(), rest.data(), whole);
        rest.erase(0, whole);
        came += static_cast<Frames>(samples.size());
        return take(samples);
    }));
    if (came == frames_ && rest.empty()) return {};
    return fail(Error::Kind::io, fmt::format("\"{}\": {} samples were written, {} came back",
                                             path_.string(), frames_, came));
}

}  // namespace rawi::audio
