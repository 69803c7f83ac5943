#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace rawi::reading::html {

/// Text without white space at its ends, and with one space for each run of it within.
std::string collapsed(std::string_view text);

/// Text without what looks like tags: "<b>".
std::string without_tags(std::string_view text);

/// Whether `words` has this word.
template <std::size_t size>
bool has(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace rawi::reading::html
