#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "languages/english/sentence.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

/// A number with its scale: "2 1/2", "15.2 billion", "5m".
struct Amount {
    std::size_t end = 0;            ///< the piece after it
    std::string words;              ///< the words that are said
    wording::WrittenNumber figure;  ///< the number before a fraction or scale
    std::string_view scale;         ///< "million"; empty if there is none
    bool hyphened = false;          ///< whether a hyphen precedes the scale: "$5-million deal"
    bool fraction = false;          ///< whether it has or is a fraction
    bool less = false;              ///< whether it is only a fraction
    std::string_view numerator{}, denominator{};
    std::string rule{};  ///< the "table:line" of an abbreviated scale

    /// Whether the amount is exactly one.
    bool one() const {
        return !fraction && scale.empty() && figure.digits == "1" && figure.fraction.empty();
    }
    bool plain() const { return !fraction && scale.empty() && figure.whole(); }
    semiotic::Amount value() const;
    /// In digits: "1.4 million".
    std::string written() const;
};

/// The value of an amount in digits, without scale and fraction.
Amount amount_of(const Sentence& sentence, const semiotic::Amount& value);

/// Which abbreviations of scales an amount may have: all, or only unambiguous ones.
enum class Shorts : std::uint8_t { certain, all };

/// The amount that starts at piece `at`.
std::optional<Amount> amount_at(const Sentence& sentence, std::size_t at, Shorts shorts);

/// "three quarters", or with `whole` "two and a half".
std::string fraction_words(const Sentence& sentence, std::string_view whole,
                           std::string_view numerator, std::string_view denominator);

/// A fraction in digits or as a single character.
struct WrittenFraction {
    std::size_t end = 0;
    std::string_view numerator, denominator;
};

/// The fraction that starts at piece `at`: "3/4", "3 / 4", "1/4th", or a single character.
std::optional<WrittenFraction> fraction_at(const Sentence& sentence, std::size_t at);

/// A unit after an amount.
struct Unit {
    std::size_t end = 0;
    std::string_view key;  ///< in units.tsv
    std::string_view one, many;
    UnitRow::Usage usage = UnitRow::Usage::always;
    std::string rule;
};

/// The unit that is written like this: "km", "Km".
std::optional<Unit> unit_named(const Sentence& sentence, std::string_view written);

/// The unit that starts at piece `at`.
std::optional<Unit> unit_at(const Sentence& sentence, std::size_t at);

/// The unit of "/kg" from piece `at` on, if there is one.
std::optional<Unit> per_unit_at(const Sentence& sentence, std::size_t at);

}  // namespace rawi::languages::english
