// Tables that an editor can read.
#include "wording/tables.h"

#include "base/file.h"

namespace rawi {

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

Table Table::load(const std::filesystem::path& file) {
    Table table;
    const Result<std::string> bytes = read_file(file);
    if (!bytes) return table;
    for (const std::string& line : split(*bytes, '\n')) {
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string> columns = split(line, '\t');
        std::string key = std::move(columns.front());
        columns.erase(columns.begin());
        table.rows_[std::move(key)] = std::move(columns);
    }
    return table;
}

const std::vector<std::string>* Table::find(std::string_view key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second;
}

std::string_view Table::at(std::string_view key, std::size_t column) const {
    const auto* const row = find(key);
    return row == nullptr || column >= row->size() ? std::string_view() : (*row)[column];
}

std::vector<std::string> Table::keys() const {
    std::vector<std::string> result;
    for (const auto& [key, columns] : rows_)
        result.push_back(key);
    return result;
}

}  // namespace rawi
