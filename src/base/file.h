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

/// A file open for writing, or standard output. The destructor closes it and ignores errors. Every
/// error (kind io) names the file.
class OutputFile {
  public:
    static Result<OutputFile> create(const std::filesystem::path& path);
    /// Standard output, from where it stands. A reader that went away is an error. While one lets
    /// it wait, `stop` is asked; if that returns true, write() fails with kind interrupted. What
    /// has been written to a pipe by then is a multiple of an even number of bytes, if all is that
    /// was given to write().
    static Result<OutputFile> standard_output(std::function<bool()> stop);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Result<> write(std::string_view bytes);
    /// Whether it is a regular file that is not only appended to.
    bool can_seek() const { return can_seek_; }
    /// Moves the position of the next write to byte `offset`, from where the file was opened.
    Result<> seek(std::uint64_t offset);
    /// Closes the file; reports data that could not be written.
    Result<> close();

  private:
    OutputFile(int descriptor, std::filesystem::path path);
    Result<> write_to_reader(std::string_view bytes);

    int descriptor_ = -1;
    std::filesystem::path path_;
    bool can_seek_ = true;
    std::int64_t start_ = 0;      ///< where it was opened, bytes
    std::function<bool()> stop_;  ///< empty: nobody lets it wait
};

/// Creates or overwrites a file.
Result<> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace base
}  // namespace rawi
