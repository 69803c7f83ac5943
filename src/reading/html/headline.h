#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/html/main_text.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

/// The element that says the title of the article: the heading of the highest rank whose words are
/// those of the title, or else an element with exactly these words. 0 if there is none, or no
/// title. Hidden elements and links do not count.
std::uint32_t find_headline(const Tree& tree, const std::vector<Part>& parts,
                            std::string_view title);

}  // namespace rawi::reading::html
