#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "production/options.h"

namespace rawi::production {

/// The path that stands for standard input.
inline constexpr std::string_view standard_input = "-";

/// The name of an input for messages.
std::string name_of_input(const std::filesystem::path& input);

/// Reads inputs: files, and standard input, which is kept, so that it can be read again.
class InputReader {
  public:
    /// `most`: the largest input, in bytes. `stop` is called when a signal arrives; true ends
    /// reading.
    explicit InputReader(std::size_t most, std::function<bool()> stop = {})
        : most_(most), stop_(std::move(stop)) {}

    /// Errors: a file that cannot be read (kind io); an input that is larger than the limit, or a
    /// folder (kind input); `stop` returned true (kind interrupted).
    Result<std::string> read(const std::filesystem::path& input);

  private:
    std::size_t most_;
    std::function<bool()> stop_;
    std::optional<std::string> standard_input_;
};

/// What the arguments of a command name.
struct InputList {
    std::vector<std::filesystem::path> inputs;
    std::vector<std::string> notices;  ///< what was left out of folders, with its path
};

/// The files and folders that were named, with each folder replaced by the articles in it, sorted
/// by name. An article is a file whose name or beginning is that of an input format or, if the
/// options name a format, any file. Hidden files and lexicons are left out, other files and folders
/// within it with a notice. A folder without articles stays in the list: InputReader::read reports
/// it.
InputList find_inputs(const std::vector<std::string>& arguments,
                      const reading::ReadOptions& options);

}  // namespace rawi::production
