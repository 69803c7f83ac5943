#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "languages/arabic/rows.h"

namespace rawi::languages::arabic {

/// The features that a number agrees with.
struct Agreement {
    bool feminine = false;  ///< whether the singular of the counted noun is feminine
    Case in = Case::nominative;
    bool construct = false;  ///< whether the counted noun follows directly
};

/// Vowelled number words, with "and" joined to the word after it. The words are in numbers.tsv;
/// they are composed by the rules of the standard grammar: reverse gender agreement of 3 to 10,
/// units before tens, scale words counted as masculine nouns, duals that lose their n before a
/// noun.
class Numerals {
  public:
    explicit Numerals(const Table<NumberRow>& words) : words_(words) {}

    /// Below 10^15.
    std::string cardinal(std::uint64_t value, Agreement agreement) const;
    /// A cardinal with the article on each part: "the four and the twenty".
    std::string definite_cardinal(std::uint64_t value, Agreement agreement) const;
    /// An ordinal with the article; above a hundred "the fifth after the hundred".
    std::string ordinal(std::uint64_t value, bool feminine, Case in) const;
    /// "firstly" and so on for 1 to 19; empty for others.
    std::string adverb(std::uint64_t value) const;
    /// Digit by digit, as for telephone numbers.
    std::string digits(std::string_view digits) const;
    /// "two thirds"; empty if the denominator has no name (above ten).
    std::string fraction(std::uint64_t count, std::uint64_t parts, Agreement agreement) const;

  private:
    std::string word(std::string_view key, Case in) const;
    std::string below_hundred(std::uint64_t value, Agreement agreement) const;
    std::string below_thousand(std::uint64_t value, Agreement agreement) const;
    std::string scaled(std::uint64_t count, std::uint64_t scale, Case in, bool construct) const;

    const Table<NumberRow>& words_;
};

/// A word with the article, and with a plain vowel instead of a final tanwin.
std::string with_article(std::string_view word);

/// Attaches a prefix such as "wa" or "bi" to `words`. The article loses its alif after "li".
std::string prefixed(std::string_view prefix, std::string_view words);

}  // namespace rawi::languages::arabic
