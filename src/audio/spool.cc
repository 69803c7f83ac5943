// Samples between the workers and the encoder; on disk, in native byte order.
#include "audio/spool.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace rawi::audio {

Spool::Spool(std::filesystem::path path, OutputFile file, std::size_t head_size)
    : path_(std::move(path)), file_(std::move(file)), head_size_(head_size) {}

Spool::Spool(Spool&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, std::nullopt)),
      head_size_(other.head_size_),
      frames_(other.frames_) {}

Spool::~Spool() {
    std::error_code ignored;
    if (file_) std::filesystem::remove(path_, ignored);
}

Result<Spool> Spool::create(std::filesystem::path path, std::string_view head) {
    RAWI_TRY(OutputFile file, OutputFile::create(path));
    Spool spool(std::move(path), std::move(file), head.size());
    RAWI_CHECK_OK(spool.file_->write(head));
    return spool;
}

Result<> Spool::append(std::span<const std::int16_t> samples) {
    RAWI_CHECK_OK(file_->write(bytes_of(samples)));
    frames_ += static_cast<Frames>(samples.size());
    return {};
}

Result<> Spool::read(const SampleSink& take) const {
    std::size_t head_left = head_size_;
    std::string bytes;  // of this piece, after a byte that waited for the other half of its sample
    std::size_t came = 0;
    std::vector<std::int16_t> samples;
    RAWI_CHECK_OK(read_pieces(path_, [&](std::string_view piece) -> Result<> {
        const std::size_t skipped = std::min(head_left, piece.size());
        head_left -= skipped;
        bytes += piece.substr(skipped);
        samples.resize(bytes.size() / sizeof(std::int16_t));
        if (samples.empty()) return {};
        std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(std::int16_t));
        bytes.erase(0, samples.size() * sizeof(std::int16_t));
        came += samples.size();
        return take(samples);
    }));
    if (came == static_cast<std::size_t>(frames_)) return {};
    return fail(Error::Kind::io, fmt::format("\"{}\": {} samples were written, {} were read back",
                                             path_.string(), frames_, came));
}

Result<OutputFile> Spool::release(const std::filesystem::path& path) {
    RAWI_CHECK_OK(file_->rename(path));
    OutputFile file = std::move(*file_);
    file_.reset();
    return file;
}

}  // namespace rawi::audio
