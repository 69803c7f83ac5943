// Tables that an editor can read.
#include "base/table.h"

#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/utf8.h"

namespace rawi {
inline namespace base {

namespace {

std::vector<std::string> split(std::string_view line, char sign) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = line.find(sign);
        parts.emplace_back(line.substr(0, end));
        if (end == std::string_view::npos) return parts;
        line.remove_prefix(end + 1);
    }
}

}  // namespace

Result<Table> Table::load(const std::filesystem::path& file, std::size_t columns) {
    Table table;
    table.name_ = file.filename().string();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return table;
    RAWI_TRY(const std::string bytes, read_file(file));
    std::uint32_t number = 0;
    const auto wrong = [&](std::string message) {
        return fail(Error::Kind::input, std::move(message),
                    fmt::format("{}:{}", file.string(), number));
    };
    for (std::string& line : split(bytes, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty() || line.front() == '#') continue;
        if (utf8::first_invalid(line)) return wrong("this line is not UTF-8");
        std::vector<std::string> found = split(line, '\t');
        if (found.size() != columns) {
            return wrong(
                fmt::format("{} columns are wanted here, {} found (they are parted by tabs)",
                            columns, found.size()));
        }
        std::string key = std::move(found.front());
        found.erase(found.begin());
        if (key.empty()) return wrong("the first column is empty");
        table.keys_.push_back(key);
        const auto [place, fresh] = table.rows_.try_emplace(
            std::move(key), Row{.columns = std::move(found), .line = number});
        if (!fresh) {
            return wrong(
                fmt::format("\"{}\" stands in line {} already", place->first, place->second.line));
        }
    }
    return table;
}

const Table::Row* Table::find(std::string_view key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second;
}

std::string_view Table::at(std::string_view key, std::size_t column) const {
    const Row* const row = find(key);
    return row == nullptr || column >= row->columns.size() ? std::string_view()
                                                           : row->columns[column];
}

std::string Table::place_of(std::string_view key) const {
    const Row* const row = find(key);
    return row == nullptr ? name_ : place_of_line(row->line);
}

std::string Table::place_of_line(std::uint32_t line) const {
    return fmt::format("{}:{}", name_, line);
}

}  // namespace base
}  // namespace rawi
