#pragma once

#include <cstdint>
#include <string>

#include "wording/house_style.h"

namespace rawi::languages::arabic {

/// The house style as the recognizers ask for it.
struct Style {
    /// Which of a month's names are said: those that are written (both, the first, the second), or
    /// those of one usage whatever is written.
    enum class Months : std::uint8_t { both, first, second, gregorian, levantine };
    /// What agencies are called: as short_forms.tsv has them, by their full name, or by a short
    /// one.
    enum class Agencies : std::uint8_t { usual, full, brief };

    std::string percent, point;
    std::string year;  ///< the word before the year of a full date; empty: none
    Months months = Months::both;
    Agencies agencies = Agencies::usual;
    bool ordinal_lists = true;    ///< "2." that opens a heading is "secondly"
    bool clock_of_twelve = true;  ///< else 18:30 is "the eighteenth and thirty minutes"
    bool latin_as_it_is = false;  ///< Latin names without a row in latin.tsv keep their letters

    explicit Style(const wording::HouseStyle& chosen);
};

}  // namespace rawi::languages::arabic
