// Files, with errors that name them. Completes short writes and repeats interrupted calls.
#include "base/file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <climits>
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

using Take = std::function<Result<>(std::string_view)>;

/// Passes the bytes of a descriptor to `take`, piece by piece.
Result<> read_to_end(int descriptor, const std::filesystem::path& path, const Take& take) {
    std::array<char, 1U << 16U> buffer{};
    Result<> done;
    for (ssize_t got = 1; done && got != 0;) {
        got = ::read(descriptor, buffer.data(), buffer.size());
        const bool signal = got < 0 && errno == EINTR;
        if (got < 0 && !signal) done = io_error("cannot read", path, errno);
        if (signal) done = take({});
        if (got > 0) done = take({buffer.data(), static_cast<std::size_t>(got)});
    }
    return done;
}

}  // namespace

Result<> read_pieces(const std::filesystem::path& path, const Take& take) {
    int descriptor = -1;
    for (int problem = EINTR; problem == EINTR;) {  // a pipe may wait for its writer
        descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        problem = descriptor < 0 ? errno : 0;
        if (problem == EINTR)
            RAWI_CHECK_OK(take({}));
        else if (problem != 0)
            return io_error("cannot read", path, problem);
    }
    Result<> done = read_to_end(descriptor, path, take);
    ::close(descriptor);
    return done;
}

Result<> read_standard_input(const Take& take) {
    return read_to_end(STDIN_FILENO, "standard input", take);
}

Result<std::string> read_file(const std::filesystem::path& path) {
    std::string bytes;
    std::error_code unknown;  // of a pipe, for example
    const std::uintmax_t size = std::filesystem::file_size(path, unknown);
    constexpr std::uintmax_t most = 1U << 30U;
    if (!unknown && size <= most) bytes.reserve(static_cast<std::size_t>(size));
    RAWI_CHECK_OK(read_pieces(path, [&](std::string_view piece) -> Result<> {
        bytes += piece;
        return {};
    }));
    return bytes;
}

OutputFile::OutputFile(int descriptor, std::filesystem::path path)
    : descriptor_(descriptor), path_(std::move(path)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      can_seek_(other.can_seek_),
      start_(other.start_),
      stop_(std::move(other.stop_)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(path_, other.path_);
    std::swap(can_seek_, other.can_seek_);
    std::swap(start_, other.start_);
    std::swap(stop_, other.stop_);
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

Result<OutputFile> OutputFile::standard_output(std::function<bool()> stop) {
    const int descriptor = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0) return io_error("cannot write", "standard output", errno);
    OutputFile file(descriptor, "standard output");
    struct stat status {};
    file.can_seek_ = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                     (static_cast<unsigned>(::fcntl(descriptor, F_GETFL)) & O_APPEND) == 0;
    if (file.can_seek_) {
        file.start_ = ::lseek(descriptor, 0, SEEK_CUR);
    } else {
        file.stop_ = std::move(stop);
    }
    return file;
}

Result<> OutputFile::write_to_reader(std::string_view bytes) {
    while (!bytes.empty()) {
        if (stop_()) return fail(Error::Kind::interrupted, "interrupted");
        constexpr int patience = 100;  // milliseconds
        pollfd reader{.fd = descriptor_, .events = POLLOUT, .revents = 0};
        const int ready = ::poll(&reader, 1, patience);
        if (ready < 0 && errno != EINTR) return io_error("cannot write", path_, errno);
        if (ready <= 0) continue;
        // A pipe that is ready accepts this much without blocking.
        const std::string_view piece = bytes.substr(0, PIPE_BUF);
        const int reason = write_whole(descriptor_, piece);
        if (reason != 0) return io_error("cannot write", path_, reason);
        bytes.remove_prefix(piece.size());
    }
    return {};
}

Result<> OutputFile::write(std::string_view bytes) {
    if (stop_) return write_to_reader(bytes);
    const int reason = write_whole(descriptor_, bytes);
    if (reason != 0) return io_error("cannot write", path_, reason);
    return {};
}

Result<> OutputFile::seek(std::uint64_t offset) {
    if (::lseek(descriptor_, start_ + static_cast<off_t>(offset), SEEK_SET) < 0) {
        return io_error("cannot write", path_, errno);
    }
    return {};
}

Result<> OutputFile::rename(const std::filesystem::path& path) {
    if (::rename(path_.c_str(), path.c_str()) != 0) return io_error("cannot write", path, errno);
    path_ = path;
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
