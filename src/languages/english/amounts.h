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
    std::size_t end = 0;            ///< the piece behind it
    std::string words;              ///< what is said for it
    wording::WrittenNumber figure;  ///< of the number before a fraction or scale
    std::string_view scale;         ///< "million"; empty: none
    bool hyphened = false;          ///< the scale stands behind a hyphen: "$5-million deal"
    bool fraction = false;          ///< a fraction belongs to it, or is all of it
    bool less = false;              ///< a fraction is all of it
    std::string rule{};             ///< of the scale's short form

    /// Exactly one.
    bool one() const {
        return !fraction && scale.empty() && figure.digits == "1" && figure.fraction.empty();
    }
    bool plain() const { return !fraction && scale.empty() && figure.whole(); }
};

/// Which short forms of scales an amount may have: all of them, or those that nothing else can be.
enum class Shorts : std::uint8_t { certain, all };

/// The amount that begins at piece `at`.
std::optional<Amount> amount_at(const Sentence& sentence, std::size_t at, Shorts shorts);

/// "three quarters"; `whole` before it: "two and a half".
std::string fraction_words(const Sentence& sentence, std::string_view whole,
                           std::string_view numerator, std::string_view denominator);

/// A fraction in figures or as a sign.
struct WrittenFraction {
    std::size_t end = 0;
    std::string_view numerator, denominator;
};

/// The fraction that begins at piece `at`: "3/4", "3 / 4", "1/4th", a sign.
std::optional<WrittenFraction> fraction_at(const Sentence& sentence, std::size_t at);

/// A unit behind an amount.
struct Unit {
    std::size_t end = 0;
    std::string_view one, many;
    UnitRow::Usage usage = UnitRow::Usage::always;
    std::string rule;
};

/// The unit that is written from piece `at` on.
std::optional<Unit> unit_at(const Sentence& sentence, std::size_t at);

/// What is said for "/kg" from piece `at` on, and its end; nothing where there is none.
std::optional<Unit> per_unit_at(const Sentence& sentence, std::size_t at);

}  // namespace rawi::languages::english
