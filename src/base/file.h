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

/// Reads a file piece by piece and passes each piece to `take`, also an empty one when a signal
/// arrives. Stops at the first error of `take`.
Result<> read_pieces(const std::filesystem::path& path,
                     const std::function<Result<>(std::string_view)>& take);

/// The same with standard input, from its current position on.
Result<> read_standard_input(const std::function<Result<>(std::string_view)>& take);

/// A file open for writing, or standard output. The destructor closes it and ignores errors. All
/// errors (kind io) name the file.
class OutputFile {
  public:
    static Result<OutputFile> create(const std::filesystem::path& path);
    /// Standard output, from its current position on. If the reader is gone, write() fails
    /// (kind io). While write() waits for the reader, it calls `stop`; once that returns true,
    /// write() fails (kind interrupted). A pipe has then received a multiple of PIPE_BUF bytes, so
    /// that no 16-bit sample is cut.
    static Result<OutputFile> standard_output(std::function<bool()> stop);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Result<> write(std::string_view bytes);
    /// Whether it is a regular file that is not open for appending only.
    bool can_seek() const { return can_seek_; }
    /// Moves the position of the next write to byte `offset`, counted from the position at which
    /// the file was opened.
    Result<> seek(std::uint64_t offset);
    /// Gives the file another name in the same file system; it stays open.
    Result<> rename(const std::filesystem::path& path);
    /// Closes the file; reports data that could not be written.
    Result<> close();

  private:
    OutputFile(int descriptor, std::filesystem::path path);
    Result<> write_to_reader(std::string_view bytes);

    int descriptor_ = -1;
    std::filesystem::path path_;
    bool can_seek_ = true;
    std::int64_t start_ = 0;      ///< the position when it was opened, in bytes
    std::function<bool()> stop_;  ///< empty: write() blocks
};

/// Creates or overwrites a file.
Result<> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace base
}  // namespace rawi
