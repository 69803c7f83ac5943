#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawi::reading::html {

/// Text without white space at its ends, and with one space for each run of it within.
std::string collapsed(std::string_view text);

/// ASCII letters in lower case.
std::string lower_ascii(std::string_view text);

/// Text without what looks like tags: "<b>".
std::string without_tags(std::string_view text);

/// A title without the site's name at its end or start, after a mark: "News | The Site". `site` may
/// be empty: then the part after the last mark goes if the one before it is longer.
std::string without_site(std::string_view title, std::string_view site);

/// A hash for each word (letters and digits, in any script), in order.
std::vector<std::uint64_t> word_hashes(std::string_view text);

}  // namespace rawi::reading::html
