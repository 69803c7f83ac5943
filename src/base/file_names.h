#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rawi {

/// A title as a file name: letters and digits of every script kept, all else one "-" for each run,
/// none at the ends, at most `limit` bytes cut between code points. "article" where nothing is
/// left.
std::string safe_name(std::string_view title, std::size_t limit = 80);

/// "02-<title><extension>"; `extension` has its dot.
std::string chapter_file(std::size_t number, std::string_view title, std::string_view extension);

}  // namespace rawi
