#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rawi {
inline namespace base {

/// Reads a whole file. Errors (kind io) name the file and the system's reason.
Result<std::string> read_file(const std::filesystem::path& path);

/// Reads a file piece by piece and passes each piece to `take`. Stops at the first error of `take`.
Result<> read_pieces(const std::filesystem::path& path,
                     const std::function<Result<>(std::string_view)>& take);

/// A file open for writing. The destructor closes it and ignores errors. Every error (kind
/// io) names the file.
class OutputFile {
  public:
    static Result<OutputFile> create(const std::filesystem::path& path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Result<> write(std::string_view bytes);
    /// Moves the position of the next write to byte `offset` from the start of the file.
    Result<> seek(std::uint64_t offset);
    /// Closes the file; reports data that could not be written.
    Result<> close();

  private:
    OutputFile(int descriptor, std::filesystem::path path);
    int descriptor_ = -1;
    std::filesystem::path path_;
};

/// Creates or overwrites a file.
Result<> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Copies a file to standard output. A closed pipe is an error (kind io).
Result<> copy_to_output(const std::filesystem::path& path);

}  // namespace base
}  // namespace rawi
