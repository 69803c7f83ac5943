#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reading/html/main_text.h"
#include "reading/html/tree.h"

namespace rawi::reading::epub {

/// What stands in a content document.
struct Structure {
    std::vector<html::Part> parts;  ///< for each node; nothing is outside
    std::string heading;            ///< the text of the first heading; empty: it has none
    bool pictures = false;
    bool linked = false;   ///< most of its text is links, as in a table of contents
    std::size_t text = 0;  ///< bytes that are not in lists of links
};

/// Everything that is shown is text, except lists of links to parts of the book, which are
/// furniture.
Structure structure_of(const html::Tree& tree);

}  // namespace rawi::reading::epub
