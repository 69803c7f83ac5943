// Samples between the workers and the encoder; on disk, in native byte order.
#include "audio/spool.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace rawi::audio {

namespace {

/// Asks the system for large pages: touching small ones for the first time takes almost half as
/// long as writing the sound to its file.
void prefer_large_pages(std::vector<std::int16_t>& samples) {
    void* begin = samples.data();
    std::size_t size = samples.capacity() * sizeof(std::int16_t);
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    if (std::align(page, page, begin, size) != nullptr) ::madvise(begin, size, MADV_HUGEPAGE);
}

}  // namespace

Spool::Spool(std::filesystem::path path, std::size_t memory)
    : path_(std::move(path)), memory_(memory) {
    first_.reserve(memory);  // address space: only what is filled is memory
    prefer_large_pages(first_);
}

Spool::~Spool() {
    std::error_code ignored;
    if (file_) std::filesystem::remove(path_, ignored);
}

Result<> Spool::append(std::span<const std::int16_t> samples) {
    const auto fits = samples.first(std::min(samples.size(), memory_ - first_.size()));
    const auto rest = samples.subspan(fits.size());
    first_.insert(first_.end(), fits.begin(), fits.end());
    if (!rest.empty()) {
        if (!file_) {
            RAWI_TRY(file_, OutputFile::create(path_));
        }
        RAWI_CHECK_OK(file_->write(bytes_of(rest)));
    }
    frames_ += static_cast<Frames>(samples.size());
    return {};
}

Result<> Spool::read(const SampleSink& take) const {
    if (!first_.empty()) RAWI_CHECK_OK(take(first_));
    return file_ ? read_file(take) : Result<>();
}

Result<> Spool::read_file(const SampleSink& take) const {
    const auto want = static_cast<std::size_t>(frames_) - first_.size();
    std::size_t came = 0;
    std::vector<std::int16_t> samples;
    RAWI_CHECK_OK(read_pieces(path_, [&](std::string_view piece) -> Result<> {
        samples.resize(piece.size() / sizeof(std::int16_t));
        std::memcpy(samples.data(), piece.data(), samples.size() * sizeof(std::int16_t));
        came += samples.size();
        return take(samples);
    }));
    if (came == want) return {};
    return fail(Error::Kind::io, fmt::format("\"{}\": {} samples were written, {} came back",
                                             path_.string(), want, came));
}

}  // namespace rawi::audio
