#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "reading/html/main_text.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

/// What a node and all below it hold.
struct Measure {
    std::size_t letters = 0;  ///< characters other than white space
    std::size_t linked = 0;   ///< those in links
    std::size_t commas = 0;
    std::size_t paragraphs = 0, items = 0, pictures = 0, headings = 0, inputs = 0;
    bool blocks = false;  ///< whether there are block elements below it
    double score = 0;

    std::size_t plain() const { return letters - linked; }
    double link_density() const {
        return letters == 0 ? 0 : static_cast<double>(linked) / static_cast<double>(letters);
    }
};

/// For each node, what it holds that is not hidden.
std::vector<Measure> measure(const Tree& tree, const std::vector<Part>& parts);

}  // namespace rawi::reading::html
