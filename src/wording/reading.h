#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi::wording {

/// A part of what is said for a stretch of a sentence.
struct SpokenPart {
    std::string words;       ///< parted by spaces
    Span source{};           ///< empty: the whole stretch
    std::string language{};  ///< BCP 47 where it is not the sentence's
    bool pause = false;      ///< a short one behind it
};

/// What a stretch of a sentence is, and what is said for it.
struct Reading {
    std::size_t end = 0;  ///< the piece behind it
    std::vector<SpokenPart> parts;
    std::string_view kind;  ///< "cardinal", "date" ...
    std::string rule;       ///< why: table and line, or the rule's name; why nothing is said
    std::string why;        ///< the features that were decided, and by what
};

}  // namespace rawi::wording
