#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "wording/house_style.h"

namespace rawi::languages::arabic {

/// The language (BCP 47) whose voice says Latin names that keep their letters.
constexpr const char* latin_language = "en";

/// The house style in the form that recognizers use.
struct Style {
    /// Which names of a month to say: the written ones (both, the first, the second), or always
    /// those of one usage.
    enum class Months : std::uint8_t { both, first, second, gregorian, levantine };
    /// Which names of agencies to say: the usual ones of short_forms.tsv, full or short ones.
    enum class Agencies : std::uint8_t { usual, full, brief };

    std::string percent, point;
    std::string year;  ///< the word before the year of a full date; may be empty
    Months months = Months::both;
    Agencies agencies = Agencies::usual;
    bool ordinal_lists = true;    ///< whether "2." at the start of a heading is "secondly"
    bool clock_of_twelve = true;  ///< else 18:30 is "the eighteenth and thirty minutes"
    bool latin_as_it_is = false;  ///< whether Latin names not in latin.tsv keep their letters

    /// The settings of style.tsv and the values that are known here.
    static std::span<const wording::Setting> settings();
    /// A style that has these settings.
    explicit Style(const wording::HouseStyle& chosen);
};

}  // namespace rawi::languages::arabic
