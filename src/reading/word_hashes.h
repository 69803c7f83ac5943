#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rawi::reading {

/// A hash for each word (letters and digits, in any script), in order.
std::vector<std::uint64_t> word_hashes(std::string_view text);

}  // namespace rawi::reading
