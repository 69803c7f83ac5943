#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::cli {

/// How many characters have to be added, left out, replaced or swapped with their neighbour to make
/// `b` of `a`: the optimal string alignment distance.
std::size_t distance(std::string_view a, std::string_view b);

/// The one of `names` that a mistyped `word` is probably meant to be; empty if none is close.
std::string closest(std::string_view word, const std::vector<std::string>& names);

}  // namespace rawi::cli
