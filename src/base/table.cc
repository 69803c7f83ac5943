// Tables with named columns that an editor can read.
#include "base/table.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/file.h"
#include "base/utf8.h"

namespace rawi {

namespace {

constexpr std::string_view empty_cell = "-";
constexpr std::string_view header = "# columns: ";
constexpr std::string_view bar = " | ";

std::vector<std::string_view> split(std::string_view line, std::string_view sign) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = line.find(sign);
        parts.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return parts;
        line.remove_prefix(end + sign.size());
    }
}

bool is_comment(std::string_view line) {
    return line.starts_with('#') && !line.starts_with("#\t");
}

std::string in_one_line(const std::vector<std::string_view>& names) {
    return fmt::format("{}", fmt::join(names, bar));
}

}  // namespace

void Columns::key(std::string_view name, std::string& value) {
    value = take(name);
    add_to_key(value);
}

void Columns::text(std::string_view name, std::string& value) {
    optional(name, value);
    if (!listing_ && value.empty())
        wrong(fmt::format("column \"{}\" must not be empty: write a value instead of -", name));
}

void Columns::optional(std::string_view name, std::string& value) {
    const std::string_view cell = take(name);
    value = cell == empty_cell ? std::string_view() : cell;
}

void Columns::number(std::string_view name, std::uint64_t& value) {
    const std::string_view cell = take(name);
    if (listing_) return;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        wrong(fmt::format(R"("{}" in column "{}" is not a whole number)", cell, name));
}

std::string_view Columns::take(std::string_view name) {
    if (listing_) {
        names_.push_back(name);
        return {};
    }
    return cells_[cell_of_[next_++]];
}

void Columns::add_to_key(std::string_view cell) {
    if (!key_.empty()) key_ += ' ';
    key_ += cell;
}

std::size_t Columns::one_of(std::span<const std::string_view> names, std::string_view name,
                            std::string_view cell) {
    const auto found = std::find(names.begin(), names.end(), cell);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    if (!listing_)
        wrong(fmt::format(R"("{}" in column "{}" is not one of: {})", cell, name,
                          fmt::join(names, ", ")));
    return 0;
}

void Columns::wrong(std::string message) {
    if (error_.empty()) error_ = std::move(message);
}

std::string TableKeys::place_of(std::string_view key) const {
    const std::size_t row = index_of(key);
    return row == none ? file_.filename().string() : place_of_row(row);
}

std::string TableKeys::place_of_row(std::size_t row) const {
    return fmt::format("{}:{}", file_.filename().string(), lines_[row]);
}

std::size_t TableKeys::index_of(std::string_view key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? none : found->second;
}

Result<> TableKeys::require(std::span<const std::string_view> keys) const {
    const auto missing =
        std::find_if(keys.begin(), keys.end(), [&](std::string_view key) { return !has(key); });
    if (missing == keys.end()) return {};
    return fail(Error::Kind::input, fmt::format("the row \"{}\" is missing", *missing),
                file_.string());
}

Result<> TableKeys::require_exactly(std::span<const std::string_view> keys) const {
    RAWI_CHECK_OK(require(keys));
    for (const std::string& key : keys_) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            return error_at(key, fmt::format("\"{}\" is never used: remove the row", key));
    }
    return {};
}

tl::unexpected<Error> TableKeys::error_at(std::string_view key, std::string message) const {
    return wrong(lines_[index_of(key)], std::move(message));
}

tl::unexpected<Error> TableKeys::wrong(std::uint32_t line, std::string message) const {
    return fail(Error::Kind::input, std::move(message), fmt::format("{}:{}", file_.string(), line));
}

Result<> TableKeys::read(const std::filesystem::path& file, Columns& columns,
                         const std::function<void(Columns&)>& add) {
    file_ = file;
    columns.listing_ = false;
    RAWI_TRY(const std::string bytes, read_file(file));
    std::uint32_t number = 0;
    for (std::string_view line : split(bytes, "\n")) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (utf8::first_invalid(line)) return wrong(number, "this line is not UTF-8");
        if (line.starts_with(header)) {
            RAWI_CHECK_OK(read_header(columns, line.substr(header.size()), number));
        } else if (!line.empty() && !is_comment(line)) {
            RAWI_CHECK_OK(read_row(columns, line, number, add));
        }
    }
    return columns.cell_of_.empty() ? without_header(columns, 1) : Result<>();
}

Result<> TableKeys::without_header(const Columns& columns, std::uint32_t number) const {
    return wrong(number, fmt::format("the columns have no names: write \"{}{}\" above the rows",
                                     header, in_one_line(columns.names_)));
}

/// The names of the header, against those of the row.
Result<> TableKeys::read_header(Columns& columns, std::string_view line, std::uint32_t number) {
    if (!columns.cell_of_.empty())
        return wrong(number, "the columns are already named above: remove one of the two lines");
    const std::vector<std::string_view> found = split(line, bar);
    for (const std::string_view name : found) {
        if (std::find(columns.names_.begin(), columns.names_.end(), name) == columns.names_.end()) {
            return wrong(number, fmt::format("there is no column \"{}\" in this table; it has: {}",
                                             name, in_one_line(columns.names_)));
        }
    }
    for (const std::string_view name : columns.names_) {
        const auto cell = std::find(found.begin(), found.end(), name);
        if (cell == found.end()) {
            return wrong(number, fmt::format("column \"{}\" is missing; this table has: {}", name,
                                             in_one_line(columns.names_)));
        }
        columns.cell_of_.push_back(static_cast<std::size_t>(cell - found.begin()));
    }
    if (found.size() > columns.names_.size()) return wrong(number, "a column is named twice");
    return {};
}

Result<> TableKeys::read_row(Columns& columns, std::string_view line, std::uint32_t number,
                             const std::function<void(Columns&)>& add) {
    if (columns.cell_of_.empty()) return without_header(columns, number);
    columns.cells_ = split(line, "\t");
    if (columns.cells_.size() != columns.names_.size()) {
        return wrong(
            number,
            fmt::format("there are {} cells here instead of {} ({}); a tab separates "
                        "cells, and - is an empty cell",
                        columns.cells_.size(), columns.names_.size(), in_one_line(columns.names_)));
    }
    if (std::find(columns.cells_.begin(), columns.cells_.end(), "") != columns.cells_.end())
        return wrong(number, "there is nothing between two tabs: write - for an empty cell");
    columns.next_ = 0;
    columns.key_.clear();
    add(columns);
    if (!columns.error_.empty()) return wrong(number, columns.error_);
    const auto [place, fresh] = index_.try_emplace(columns.key_, keys_.size());
    if (!fresh) {
        return wrong(number, fmt::format("\"{}\" is already in line {}: remove one of the two",
                                         columns.key_, lines_[place->second]));
    }
    keys_.push_back(columns.key_);
    lines_.push_back(number);
    return {};
}

}  // namespace rawi
