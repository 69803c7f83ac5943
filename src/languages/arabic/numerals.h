#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/table.h"

namespace rawi::languages::arabic {

enum class Case : std::uint8_t { nominative, accusative, genitive };

/// What a number agrees with.
struct Agreement {
    bool feminine = false;  ///< the gender of the singular of what is counted
    Case in = Case::nominative;
    bool construct = false;  ///< what is counted follows at once
};

/// Number words, vowelled, "and" joined to the word behind it. The words are those of numbers.tsv;
/// how they are put together is the grammar of the schools: polarity of 3 to 10, units before
/// tens, scale words counted as masculine nouns, duals that lose their n before a noun.
class Numerals {
  public:
    explicit Numerals(const Table& words) : words_(words) {}

    /// Below 10^15.
    std::string cardinal(std::uint64_t value, Agreement agreement) const;
    /// The same with the article, on each part: "the four and the twenty".
    std::string definite_cardinal(std::uint64_t value, Agreement agreement) const;
    /// With the article; above a hundred "the fifth after the hundred".
    std::string ordinal(std::uint64_t value, bool feminine, Case in) const;
    /// "firstly", for 1 to 19; empty for others.
    std::string adverb(std::uint64_t value) const;
    /// Each digit by itself, as for telephones.
    std::string digits(std::string_view digits) const;
    /// "two thirds": the parts below ten have names; empty otherwise.
    std::string fraction(std::uint64_t count, std::uint64_t parts, Agreement agreement) const;

  private:
    std::string word(std::string_view key, Case in) const;
    std::string below_hundred(std::uint64_t value, Agreement agreement) const;
    std::string below_thousand(std::uint64_t value, Agreement agreement) const;
    std::string scaled(std::uint64_t count, std::uint64_t scale, Case in, bool construct) const;

    const Table& words_;
};

/// With the article before it, and a tanwin at its end made a vowel.
std::string with_article(std::string_view word);

/// `words` behind what is glued to them, as "wa" and "bi": the lam before the article takes its
/// alif.
std::string prefixed(std::string_view prefix, std::string_view words);

}  // namespace rawi::languages::arabic
