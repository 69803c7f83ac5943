#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rawi {

/// A title as a file name. Keeps letters and digits of every script, replaces each run of other
/// characters with one "-", and removes it at both ends. The name has at most `limit` bytes and is
/// cut between code points. Returns "article" if nothing is left.
std::string safe_name(std::string_view title, std::size_t limit = 80);

/// "02-<title><extension>"; `extension` includes the dot.
std::string chapter_file(std::size_t number, std::string_view title, std::string_view extension);

}  // namespace rawi
