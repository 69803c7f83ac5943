#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace rawi {
inline namespace base {

/// A table of voices/<tag>/: a fact a line, columns apart by tabs, `#` begins a comment line.
class Table {
  public:
    /// A line of a table behind its key.
    struct Row {
        std::vector<std::string> columns;
        std::uint32_t line = 0;  ///< from 1
    };

    /// Reads a table whose lines have `columns` columns with the key. A file that is not there is
    /// an empty table. Errors (kind input) point at file:line: another number of columns, an empty
    /// key, a key twice, text that is not UTF-8.
    static Result<Table> load(const std::filesystem::path& file, std::size_t columns);

    /// The columns behind `key`, or nothing.
    const Row* find(std::string_view key) const;
    /// Column `column` (from 0, behind the key), or empty.
    std::string_view at(std::string_view key, std::size_t column = 0) const;
    bool has(std::string_view key) const { return find(key) != nullptr; }
    /// The keys in the order of their lines.
    const std::vector<std::string>& keys() const { return keys_; }
    /// "numbers.tsv:12", for the trace of what was said.
    std::string place_of(std::string_view key) const;
    /// The same for a line.
    std::string place_of_line(std::uint32_t line) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    std::string name_;
    std::unordered_map<std::string, Row, Hash, std::equal_to<>> rows_;
    std::vector<std::string> keys_;
};

}  // namespace base
}  // namespace rawi
