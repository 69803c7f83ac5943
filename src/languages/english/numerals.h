#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "languages/english/tables.h"

namespace rawi::languages::english {

/// NumberFormat of a country, by regions.tsv.
struct Region {
    bool british = false;
    bool day_first = false;         ///< whether 3/10 is in October
    And hundreds = And::last;       ///< in cardinals
    And others = And::none;         ///< in ordinals, fractions and serial numbers
    bool year_and = false;          ///< whether 2005 is "two thousand and five"
    std::string_view nil = "zero";  ///< the word for no goals

    /// The conventions of a tag such as "en-GB"; those of en-US if the tag has no region.
    static Region of(const Tables& tables, std::string_view tag);
};

/// Number words. Digits are ASCII.
class Numerals {
  public:
    Numerals(const Tables& tables, const Region& region);

    /// A cardinal, with "and" where the region uses it.
    std::string cardinal(std::string_view digits) const {
        return spelled(digits, region_.hundreds);
    }
    /// A cardinal within ordinals, fractions and serial numbers.
    std::string bare(std::string_view digits) const { return spelled(digits, region_.others); }
    std::string ordinal(std::string_view digits) const { return ordinal_of(bare(digits)); }
    /// One word for each digit.
    std::string digits(std::string_view digits) const;
    /// A year of up to four digits: 1906, 2005, 340.
    std::string year(std::uint64_t value) const;
    /// Two digits as one number; "oh" for a leading zero.
    std::string pair(std::string_view two) const;
    /// A decade or a century: "nineteen nineties".
    std::string years_of(std::uint64_t value) const;
    /// Makes the last word an ordinal.
    std::string ordinal_of(std::string words) const;

  private:
    std::string spelled(std::string_view digits, And join) const;
    void add_group(std::string& words, std::uint32_t value, bool join) const;
    void add_below_hundred(std::string& words, std::uint32_t value) const;

    static constexpr std::size_t small = 20, tens = 10;
    const Tables& tables_;
    const Region& region_;
    std::array<std::string_view, small> below_twenty_;
    std::array<std::string_view, tens> tens_;
    std::string_view hundred_, and_, oh_;
    std::vector<std::string_view> scales_;  ///< thousand, million ...
};

/// The plural of the last word: "twenties", "thousands", "sixths".
std::string plural_of(std::string words);

/// Adds a word after a space.
void append_word(std::string& words, std::string_view word);

}  // namespace rawi::languages::english
