// Messages for people: where, what, and the line itself.
#include "cli/messages.h"

#include <charconv>
#include <iostream>
#include <optional>

#include <fmt/format.h>

#include "base/file.h"
#include "base/utf8.h"

namespace rawi {

namespace {

/// Cuts ":<number>" off the end.
std::optional<std::size_t> take_number(std::string_view& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::size_t number = 0;
    const char* const first = text.data() + colon + 1;
    const char* const last = text.data() + text.size();
    const auto [end, problem] = std::from_chars(first, last, number);
    if (problem != std::errc() || end != last || number == 0) return std::nullopt;
    text = text.substr(0, colon);
    return number;
}

}  // namespace

std::string quoted_line(std::string_view where) {
    constexpr std::size_t longest = 160;  // bytes: more would not fit a terminal
    const std::optional<std::size_t> column = take_number(where);
    const std::optional<std::size_t> line = column ? take_number(where) : std::nullopt;
    if (!line) return {};
    const Result<std::string> bytes = read_file(std::string(where));
    if (!bytes || utf8::first_invalid(*bytes)) return {};
    std::size_t begin = 0;
    for (std::size_t i = 1; i < *line; ++i) {
        begin = bytes->find('\n', begin);
        if (begin == std::string::npos) return {};
        ++begin;
    }
    std::string_view text = std::string_view(*bytes).substr(begin);
    text = text.substr(0, text.find_first_of("\r\n"));
    if (text.size() > longest || *column > utf8::length(text) + 1) return {};
    return fmt::format("  {}\n  {:>{}}\n", text, '^', *column);
}

void print_lines(const std::vector<std::string>& lines) {
    for (const std::string& line : lines)
        std::cerr << line << '\n';
}

void print_error(const Error& error) {
    const std::string place = error.where.empty() ? "rawi" : error.where;
    std::cerr << place << ": " << error.message << '\n' << quoted_line(error.where);
}

}  // namespace rawi
