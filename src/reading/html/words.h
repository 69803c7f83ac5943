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

/// A title without the site's name at its end or start, after a mark: "News | The Site". `site` may
/// be empty: then the part after the last mark goes if the one before it is longer.
std::string without_site(std::string_view title, std::string_view site);

/// Whether `words` has this word.
template <std::size_t size>
bool has(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace rawi::reading::html
