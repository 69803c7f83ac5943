#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace rawi {
inline namespace base {
/// Characters of ASCII, byte by byte. Bytes of other characters have none of these properties, and
/// stay as they are.
namespace ascii {

/// Space, tab, line feed, carriage return, form feed: the white space of HTML.
constexpr bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_letter(char c) {
    return is_small(c) || is_capital(c);
}

constexpr char lower(char c) {
    return is_capital(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr char upper(char c) {
    return is_small(c) ? static_cast<char>(c - ('a' - 'A')) : c;
}

/// The text with its letters in lower case.
inline std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = lower(c);
    return result;
}

/// Whether `text` begins with `word`, which is in lower case, in whatever case.
inline bool begins_with(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                    [](char a, char b) { return a == lower(b); });
}

}  // namespace ascii
}  // namespace base
}  // namespace rawi
