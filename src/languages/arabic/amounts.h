#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "languages/arabic/sentence.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

/// The value of digits, at most 19 of them.
std::uint64_t number_of(std::string_view digits);

/// A number and the scale words behind it: "3.5 million".
struct Amount {
    wording::WrittenNumber figure;
    std::uint64_t scale = 1;
    std::size_t end = 0;  ///< the piece behind both

    /// Whether the whole is a whole number below 10^15: "1.4 billion" is.
    bool whole() const;
    /// Number times scale, where it is whole.
    std::uint64_t value() const;
};

/// The amount whose number is piece `number`. Latin scale words ("bn", "m") count where
/// `latin_scale`.
Amount amount_at(const Sentence& sentence, std::size_t number, bool latin_scale = false);

/// What is said for an amount: halves by name ("three millions and half a million"), other
/// decimals of a scale in full where that is exact ("a billion and four hundred millions").
std::string amount_words(const Sentence& sentence, const Amount& amount, Agreement agreement);

/// What is said for figures alone: digit by digit where they are an identifier (leading zeros) or
/// too long; the parts of 1.2.3 with "stop" between; decimals of more than two digits, or with a
/// leading zero, digit by digit.
std::string plain_number(const Sentence& sentence, const wording::WrittenNumber& figure,
                         Agreement agreement);

/// A key of a table that stands in a sentence.
struct Named {
    std::string key;  ///< empty: none
    std::size_t end = 0;
};

/// The longest key of `table` from piece `at` on, spaces counting as one, that ends where a word
/// does.
Named longest_key(const Sentence& sentence, const Table& table, std::size_t at);

/// A currency: its unit, and the smaller one that has `minor_digits` decimals of it.
struct Price {
    Measure major, minor;
    std::size_t minor_digits = 0;
};

std::string price_words(const Sentence& sentence, const Amount& amount, const Price& price,
                        Case in);
std::string measure_words(const Sentence& sentence, const Amount& amount, const Measure& measure,
                          Case in);

/// The case of the noun phrase that a number stands behind ("in place 3").
Case ranked_case(const Sentence& sentence, std::size_t at);

}  // namespace rawi::languages::arabic
