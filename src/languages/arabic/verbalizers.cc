// Verbalizes values, and makes the readings of those that markup requests.
#include "languages/arabic/verbalizers.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "languages/arabic/amounts.h"
#include "languages/arabic/clitics.h"
#include "languages/arabic/latin.h"
#include "wording/semiotic/characters.h"
#include "wording/words.h"

namespace rawi::languages::arabic {

namespace {

wording::WrittenNumber figure_of(std::string_view digits, std::string_view fraction) {
    wording::WrittenNumber figure;
    wording::set_whole(figure, std::string(digits));
    figure.fraction = fraction;
    return figure;
}

Amount amount_of(const semiotic::Amount& value) {
    Amount amount;
    amount.figure = figure_of(value.whole, value.fraction);
    return amount;
}

std::string with_sign(const Sentence& s, bool negative, std::string words) {
    return negative ? fmt::format("{} {}", s.tables.word("minus"), words) : std::move(words);
}

}  // namespace

Inflected words_of(const Sentence& s, std::size_t at, std::size_t end,
                   const semiotic::Cardinal& value) {
    const Agreement agreement = s.agreement(at, end);
    const wording::WrittenNumber figure = figure_of(value.digits, {});
    std::string words = s.prefix(at).article && !figure.large
                            ? s.numerals.definite_cardinal(figure.value, agreement)
                            : plain_number(s, figure, agreement);
    return {.words = with_sign(s, value.negative, std::move(words)), .in = agreement.in};
}

Inflected words_of(const Sentence& s, std::size_t at, std::size_t end,
                   const semiotic::Decimal& value) {
    const Agreement agreement = s.agreement(at, end);
    std::string words = plain_number(s, figure_of(value.whole, value.fraction), agreement);
    return {.words = with_sign(s, value.negative, std::move(words)), .in = agreement.in};
}

Inflected words_of(const Sentence& s, std::size_t at, std::size_t end,
                   const semiotic::Fraction& value) {
    const Case in = s.case_at(at);
    std::string words = fraction_words(s, end, value, in);
    return {.words = std::move(words), .in = in};
}

Inflected words_of(const Sentence& s, std::size_t /*at*/, std::size_t /*end*/,
                   const semiotic::Digits& value) {
    return {.words = s.numerals.digits(value.digits)};
}

Inflected words_of(const Sentence& s, std::size_t at, std::size_t /*end*/,
                   const semiotic::Money& value) {
    const CurrencyRow* const currency = s.tables.currencies.find(strip_diacritics(value.currency));
    if (currency == nullptr) return {};
    const Case in = s.case_at(at);
    return {.words = price_words(s, amount_of(value.amount), price_of(*currency), in), .in = in};
}

Inflected words_of(const Sentence& s, std::size_t at, std::size_t /*end*/,
                   const semiotic::Measure& value) {
    const Case in = s.case_at(at);
    const Amount amount = amount_of(value.amount);
    if (is_percent_sign(value.unit))
        return {.words = fmt::format("{} {}", share(s, amount.figure, in), s.house.percent),
                .in = in};
    const UnitRow* const unit = s.tables.units.find(strip_diacritics(value.unit));
    if (unit == nullptr) return {};
    return {.words = measure_words(s, amount, measure_of(*unit), in), .in = in};
}

Inflected words_of(const Sentence& s, std::size_t /*at*/, std::size_t /*end*/,
                   const semiotic::Letters& value) {
    const auto name_of = [&](std::string_view one, std::string_view digit) {
        std::string name = !digit.empty()           ? s.numerals.digits(digit)
                           : wording::is_latin(one) ? latin_letters(s.tables, one)
                                                    : s.tables.alphabet.at(one).said;
        return name.empty() ? s.tables.symbols.at(one).said : name;
    };
    return {.words = semiotic::spelled_out(value.letters, name_of)};
}

namespace {

/// An ordinal in the gender and case that its format names.
Inflected ordinal_in_format(const Sentence& s, const semiotic::Ordinal& value,
                            std::string_view format) {
    const auto names = [&](std::string_view feature) {
        return format.find(feature) != std::string_view::npos;
    };
    const Case in = names("genitive")     ? Case::genitive
                    : names("accusative") ? Case::accusative
                                          : Case::nominative;
    return {.words = s.numerals.ordinal(number_of(value.digits), names("feminine"), in), .in = in};
}

/// One reading for each class that markup can ask for.
struct Requested {
    const Sentence& s;
    std::size_t at = 0, end = 0;
    std::string_view format;

    Reading operator()(const semiotic::Telephone& number) const {
        Reading reading;
        reading.parts = words_of(s, number);
        return reading;
    }
    Reading operator()(const semiotic::Ordinal& value) const {
        return reading_of(format.empty() ? words_of(s, at, end, value)
                                         : ordinal_in_format(s, value, format));
    }
    template <class Value>
    Reading operator()(const Value& value) const {
        if constexpr (requires { words_of(s, at, end, value); }) {
            return reading_of(words_of(s, at, end, value));
        } else {
            return {};  // what markup cannot ask for
        }
    }

  private:
    static Reading reading_of(Inflected said) {
        Reading reading;
        if (!said.words.empty()) reading.parts.push_back(Part{.words = std::move(said.words)});
        reading.in = said.in;
        return reading;
    }
};

}  // namespace

std::optional<Reading> requested_reading(const Sentence& s, std::size_t at, std::size_t end,
                                         const semiotic::Value& value, std::string_view format) {
    const bool glued_word = s.is(at, Piece::Kind::word) && !s.at(at).given;
    const std::size_t first = glued_word ? at + 1 : at;
    Reading reading =
        std::visit(Requested{.s = s, .at = first, .end = end, .format = format}, value);
    if (reading.parts.empty()) return {};
    std::string& words = reading.parts.front().words;
    words = glued_word ? glued(strip_diacritics(s.at(at).text), words)
                       : prefixed(s.prefix(at).said(), words);
    return semiotic::requested(std::move(reading), end, value);
}

}  // namespace rawi::languages::arabic
