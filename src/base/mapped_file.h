#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace rawi {
inline namespace base {

/// A memory-mapped file: only pages that are accessed are read. For files that do not change while
/// rawi runs (an update replaces the file instead of writing into it).
class MappedFile {
  public:
    /// Errors (kind io) name the file and the system's reason.
    static Result<MappedFile> open(const std::filesystem::path& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::string_view bytes() const { return bytes_; }

  private:
    explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
    std::string_view bytes_;
};

}  // namespace base
}  // namespace rawi
