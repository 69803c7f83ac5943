#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rawi {

/// The whole file. Errors (kind io) name the file and the system's reason.
Result<std::string> read_file(const std::filesystem::path& path);

/// The same a piece at a time; an error of `take` ends it.
Result<> read_pieces(const std::filesystem::path& path,
                     const std::function<Result<>(std::string_view)>& take);

/// A file open for writing, closed (without a check) when it goes. Every error names the file.
/// For tests of a full disk, RAWI_FAULT_WRITE=N makes the write that would pass N bytes in all of
/// this process fail with ENOSPC.
class OutputFile {
  public:
    static Result<OutputFile> create(const std::filesystem::path& path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Result<> write(std::string_view bytes);
    /// Moves to byte `offset` from the file's start; the next write goes there.
    Result<> seek(std::uint64_t offset);
    /// Hands everything to the system and reports what could not be written.
    Result<> close();

  private:
    OutputFile(int descriptor, std::filesystem::path path);
    int descriptor_ = -1;
    std::filesystem::path path_;
};

/// create, write, close.
Result<> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Copies a file to standard output. A reader that has gone is an error of kind io.
Result<> copy_to_output(const std::filesystem::path& path);

}  // namespace rawi
