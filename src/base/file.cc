// Files, with errors that name them. Completes short writes and repeats interrupted calls.
#include "base/file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace rawi {
inline namespace base {

namespace {

auto io_error(std::string_view what, const std::filesystem::path& path, int reason) {
    return fail(Error::Kind::io,
                fmt::format("{} \"{}\": {}", what, path.string(), std::strerror(reason)));
}

/// Writes all bytes. Returns 0 or the errno.
int write_whole(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

}  // namespace

Result<> read_pieces(const std::filesystem::path& path,
                     const std::function<Result<>(std::string_view)>& take) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return io_error("cannot read", path, errno);
    std::array<char, 1U << 16U> buffer{};
    Result<> done;
    for (ssize_t got = 1; done && got != 0;) {
        got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) done = io_error("cannot read", path, errno);
        if (got > 0) done = take({buffer.data(), static_cast<std::size_t>(got)});
    }
    ::close(descriptor);
    return done;
}

Result<std::string> read_file(const std::filesystem::path& path) {
    std::string bytes;
    std::error_code unknown;  // for example of a pipe
    const std::uintmax_t size = std::filesystem::file_size(path, unknown);
    constexpr std::uintmax_t most = 1U << 30U;
    if (!unknown && size <= most) bytes.reserve(static_cast<std::size_t>(size));
    RAWI_CHECK_OK(read_pieces(path, [&](std::string_view piece) -> Result<> {
        bytes += piece;
        return {};
    }));
    return bytes;
}

Result<> copy_to_output(const std::filesystem::path& path) {
    return read_pieces(path, [](std::string_view piece) -> Result<> {
        const int reason = write_whole(STDOUT_FILENO, piece);
        if (reason != 0) return io_error("cannot write to", "standard output", reason);
        return {};
    });
}

OutputFile::OutputFile(int descriptor, std::filesystem::path path)
    : descriptor_(descriptor), path_(std::move(path)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::move(other.path_)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(path_, other.path_);
    return *this;
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<OutputFile> OutputFile::create(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) return io_error("cannot write", path, errno);
    return OutputFile(descriptor, path);
}

Result<> OutputFile::write(std::string_view bytes) {
    const int reason = write_whole(descriptor_, bytes);
    if (reason != 0) return io_error("cannot write", path_, reason);
    return {};
}

Result<> OutputFile::seek(std::uint64_t offset) {
    if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) {
        return io_error("cannot write", path_, errno);
    }
    return {};
}

Result<> OutputFile::close() {
    if (::close(std::exchange(descriptor_, -1)) != 0) return io_error("cannot write", path_, errno);
    return {};
}

Result<> write_file(const std::filesystem::path& path, std::string_view bytes) {
    RAWI_TRY(OutputFile file, OutputFile::create(path));
    RAWI_CHECK_OK(file.write(bytes));
    return file.close();
}

}  // namespace base
}  // namespace rawi
