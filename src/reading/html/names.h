#pragma once

#include <string>
#include <vector>

#include "reading/html/tree.h"

namespace rawi::reading::html {

/// What an element's class, id and role say that it is.
enum class Hint : std::uint8_t { none, text, furniture, related, comments };

Hint hint_of(const Node& node);

/// What a class says of the text of an element.
enum class Named : std::uint8_t {
    nothing,
    kicker,   ///< a word or two above the headline
    lede,     ///< the first paragraph, set apart from the others
    caption,  ///< "wp-caption-text"
    credit,   ///< of a picture
    pull_quote,
    notes,    ///< footnotes
    headline  ///< "entry-title"
};

Named named_by(const Node& node);

}  // namespace rawi::reading::html
