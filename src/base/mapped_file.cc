// Memory-mapped files.
#include "base/mapped_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace rawi {
inline namespace base {

namespace {

/// Returns 0 or the errno.
int map(int descriptor, std::string_view& bytes) {
    struct stat about {};
    if (fstat(descriptor, &about) != 0) return errno;
    if (!S_ISREG(about.st_mode)) return S_ISDIR(about.st_mode) ? EISDIR : ENODEV;
    if (about.st_size == 0) return 0;
    const auto size = static_cast<std::size_t>(about.st_size);
    void* const at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (at == MAP_FAILED) return errno;
    bytes = {static_cast<const char*>(at), size};
    return 0;
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    std::string_view bytes;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const int reason = descriptor < 0 ? errno : map(descriptor, bytes);
    if (descriptor >= 0) ::close(descriptor);
    if (reason == 0) return MappedFile(bytes);
    return fail(Error::Kind::io,
                fmt::format("cannot read \"{}\": {}", path.string(), std::strerror(reason)));
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

MappedFile::~MappedFile() {
    // munmap does not write, but its parameter is not const.
    if (!bytes_.empty()) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace base
}  // namespace rawi
