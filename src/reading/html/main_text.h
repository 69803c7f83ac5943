#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/html/tree.h"

namespace rawi::reading::html {

/// What a node of a page is for its reader.
enum class Part : std::uint8_t {
    hidden,     ///< not shown: scripts, styles, what is aria-hidden
    outside,    ///< around the article
    text,       ///< of the article
    related,    ///< within the article, about another one
    furniture,  ///< within the article: buttons, comments, forms
};

/// What a page says of its article, to find it; what is not known is empty.
struct ArticleClues {
    std::string_view title;
    std::string_view body;         ///< JSON-LD's articleBody
    std::string_view description;  ///< OpenGraph's: often the lede
};

/// The article in a page.
struct MainText {
    std::vector<Part> parts;     ///< for each node, what it is
    std::uint32_t headline = 0;  ///< the node that says the title; 0: none
};

/// For each node of a page that is all text, such as a chapter of a book, whether it is shown.
std::vector<Part> shown_text(const Tree& tree);

MainText find_main_text(const Tree& tree, const ArticleClues& clues);

/// All that is shown as the article, for a fragment of a page: without a headline.
MainText whole_text(const Tree& tree);

}  // namespace rawi::reading::html
