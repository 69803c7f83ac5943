#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace rawi {

/// The bytes of a file where the system keeps them: only what is looked at is read. For files
/// that nobody changes while rawi runs (an update puts a new one in its place).
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

}  // namespace rawi
