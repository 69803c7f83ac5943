#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rawi {

/// A table of voices/<tag>/: a fact a line, columns apart by tabs, `#` begins a comment.
class Table {
  public:
    /// A file that is not there is an empty table.
    static Table load(const std::filesystem::path& file);
    /// The columns behind `key`, or nothing.
    const std::vector<std::string>* find(std::string_view key) const;
    /// Column `column` (from 0, behind the key), or empty.
    std::string_view at(std::string_view key, std::size_t column = 0) const;
    bool has(std::string_view key) const { return find(key) != nullptr; }
    std::vector<std::string> keys() const;

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> rows_;
};

}  // namespace rawi
