#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "languages/arabic/sentence.h"
#include "wording/semiotic/values.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

/// The value of at most 19 digits.
std::uint64_t number_of(std::string_view digits);

/// A number and the scale words after it: "3.5 million".
struct Amount {
    wording::WrittenNumber figure;
    std::uint64_t scale = 1;
    std::string_view scale_words{};  ///< as written
    std::size_t end = 0;             ///< the piece after both

    /// Whether number times scale is an integer below 10^15, as for "1.4 billion".
    bool whole() const;
    /// Number times scale, if whole().
    std::uint64_t value() const;
    /// As a value of a class.
    semiotic::Amount as_written() const;
};

/// A number without a scale, as a value.
semiotic::Value value_of(const wording::WrittenNumber& figure, bool negative = false);
/// In digits: "3.5".
std::string written_form(const wording::WrittenNumber& figure);

/// The amount whose number is piece `number`. If `latin_scale`, Latin scale words ("bn", "m")
/// count.
Amount amount_at(const Sentence& sentence, std::size_t number, bool latin_scale = false);

/// The words for an amount: halves by name ("three millions and half a million"), other decimals of
/// a scale in full if that is exact ("a billion and four hundred millions").
std::string amount_words(const Sentence& sentence, const Amount& amount, Agreement agreement);

/// The words for a number on its own: digit by digit if it is an identifier (leading zeros) or too
/// long; the parts of 1.2.3 with "dot" between; decimals of more than two digits, or with a leading
/// zero, digit by digit.
std::string plain_number(const Sentence& sentence, const wording::WrittenNumber& figure,
                         Agreement agreement);

/// A key of a table that occurs in a sentence.
struct Named {
    std::string key;  ///< empty if there is none
    std::size_t end = 0;
};

/// The longest key of `table` from piece `at` on that ends at the end of a word. Several spaces
/// count as one.
Named longest_key(const Sentence& sentence, const TableKeys& table, std::size_t at);

/// A currency: its major unit and its minor unit, of which the amount has `minor_digits` decimals.
struct Price {
    Measure major, minor;
    std::size_t minor_digits = 0;
};

std::string price_words(const Sentence& sentence, const Amount& amount, const Price& price,
                        Case in);
std::string measure_words(const Sentence& sentence, const Amount& amount, const Measure& measure,
                          Case in);

/// A percentage without its sign. A half and a quarter have names: "half a per cent".
std::string share(const Sentence& sentence, const wording::WrittenNumber& figure, Case in);
bool is_percent_sign(std::string_view sign);

/// "two thirds", "three and a half", "45 over 100"; the whole of a proper one may follow at piece
/// `end`.
std::string fraction_words(const Sentence& sentence, std::size_t end,
                           const semiotic::Fraction& value, Case in);

Price price_of(const CurrencyRow& currency);
Measure measure_of(const UnitRow& unit);

/// The case of the noun phrase before a number ("in place 3").
Case ranked_case(const Sentence& sentence, std::size_t at);

}  // namespace rawi::languages::arabic
