#pragma once

#include <vector>

#include "model/document.h"

namespace rawi::reading {

/// For each block, whether it is the description of a picture that says nothing new: an earlier one
/// has the same words, or at least 80 % of its words are in a headline, or in a caption or lede at
/// most three blocks away.
std::vector<bool> repeated_pictures(const Document& document);

}  // namespace rawi::reading
