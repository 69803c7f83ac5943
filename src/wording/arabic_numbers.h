#pragma once

#include <cstdint>
#include <string>

#include "base/table.h"

namespace rawi {

/// What an Arabic number agrees with.
struct Agreement {
    bool feminine = false;   ///< the gender of the singular of what is counted
    bool genitive = false;   ///< genitive or accusative: after a preposition, "year" ...
    bool construct = false;  ///< what is counted follows at once
};

/// A cardinal in vowelled words, below 10^15; with "and" joined to the word after it. Composition:
/// the grammar of reference numerals (polarity of 3-10, tens after units, scale words counted as
/// masculine nouns).
std::string arabic_cardinal(const Table& numbers, std::uint64_t value, Agreement agreement);

}  // namespace rawi
