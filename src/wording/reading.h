#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi::wording {

/// A part of the words that are said for a stretch of a sentence.
struct SpokenPart {
    std::string words;       ///< separated by spaces
    Span source{};           ///< empty: the whole stretch
    std::string language{};  ///< BCP 47; empty: that of the sentence
    bool pause = false;      ///< whether a short pause follows
};

/// How a recognizer reads a stretch of a sentence.
struct Reading {
    std::size_t end = 0;  ///< the piece after it
    std::vector<SpokenPart> parts;
    std::string_view kind;  ///< "cardinal", "date" ...
    std::string rule;  ///< "table:line" or the name of the rule; without parts: why it is skipped
    std::string why;   ///< the features that were chosen and what determined them
};

}  // namespace rawi::wording
