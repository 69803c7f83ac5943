// Messages for people: the place, the message, and the line in question.
#include "cli/messages.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/utf8.h"
#include "reading/charset.h"

namespace rawi::cli {

namespace {

/// Removes ":<number>" from the end of `text` and returns the number.
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

/// A part of a line that fits a terminal, and the white space that puts a caret below its column.
struct Excerpt {
    std::string text, indent;
};

/// Whether a character takes no column of a terminal: combining marks, bidi controls, joiners.
bool is_zero_width(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0610 && c <= 0x061C) ||
           (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

/// At most 100 code points around `column`, with an ellipsis on each side that is cut.
Excerpt excerpt(std::string_view line, std::size_t column) {
    constexpr std::size_t before = 60;
    constexpr std::size_t most = 100;
    const std::size_t first = column > before + 1 ? column - before : 1;
    Excerpt shown;
    if (first > 1) shown = {.text = "\u2026", .indent = " "};
    std::size_t number = 1;
    for (std::size_t at = 0; at < line.size(); ++number) {
        const utf8::Decoded next = utf8::decode(line, at);
        at += next.size;
        if (number < first) continue;
        if (number >= first + most) {
            shown.text += "\u2026";
            break;
        }
        const bool control =
            (next.code < ' ' && next.code != '\t') || (next.code >= 0x7F && next.code <= 0x9F);
        utf8::append(shown.text, control ? utf8::replacement : next.code);
        if (number < column && !is_zero_width(next.code))
            shown.indent += next.code == '\t' ? '\t' : ' ';
    }
    return shown;
}

/// The line with this number, counted from 1.
std::optional<std::string_view> line_of(std::string_view text, std::size_t number) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t end = utf8::line_end(text, at);
        if (end > 0 && --number == 0) return text.substr(begin, at - begin);
        at += std::max<std::uint32_t>(1, end);
        if (end > 0) begin = at;
    }
    if (number != 1) return std::nullopt;
    return text.substr(begin);
}

}  // namespace

std::string quoted_line(std::string_view where, const reading::CharsetOptions& charset) {
    std::optional<std::size_t> column = take_number(where);
    std::optional<std::size_t> line = column ? take_number(where) : std::nullopt;
    if (column && !line) std::swap(column, line);
    if (!line) return {};
    const Result<std::string> bytes = read_file(std::string(where));
    if (!bytes) return {};
    const auto decoded =
        reading::decode_charset(where, *bytes, {.name = charset.name, .lossy = true});
    std::string_view text = decoded ? std::string_view(decoded->text) : std::string_view(*bytes);
    const std::optional<std::string_view> found = line_of(text, *line);
    if (!found) return {};
    text = *found;
    if (!column) return fmt::format("  {}\n", excerpt(text, 1).text);
    if (*column > utf8::length(text) + 1) return {};
    const Excerpt shown = excerpt(text, *column);
    return fmt::format("  {}\n  {}^\n", shown.text, shown.indent);
}

void print_lines(const std::vector<std::string>& lines) {
    for (const std::string& line : lines)
        std::cerr << line << '\n';
}

void print_error(const Error& error, const reading::CharsetOptions& charset) {
    const std::string place = error.where.empty() ? "rawi" : error.where;
    std::cerr << place << ": " << error.message << '\n' << quoted_line(error.where, charset);
}

}  // namespace rawi::cli
