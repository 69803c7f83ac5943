// Recognizers of numbers and of what they count.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/amounts.h"
#include "languages/arabic/readings.h"
#include "languages/arabic/verbalizers.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

/// Whether a minus sign means "below zero": it is attached to a number and to nothing before it.
bool is_minus(const Sentence& s, std::size_t at) {
    const bool joined =
        at > 0 && s.is(at - 1, Kind::word) &&
        s.tables.prefixes.has(strip_diacritics(s.at(at - 1).text));  // "between -2 and -5"
    const bool free = at == 0 || joined || s.is(at - 1, Kind::space) || s.is_sign(at - 1, "(");
    return s.is_dash(at) && s.is(at + 1, Kind::number) && free && s.prefix(at + 1).said().empty();
}

/// The piece after a number that ends at piece `end` and after a minus sign typed there by editors
/// who see it on the other side in right-to-left text: "5- degrees".
std::size_t after_trailing_minus(const Sentence& s, std::size_t end) {
    return s.is_dash(end) && s.is(end + 1, Kind::space) ? end + 1 : end;
}

/// "below zero" to add after piece `end`; empty if the author wrote it.
std::string below_zero_at(const Sentence& s, std::size_t end) {
    const std::string_view words = s.tables.word("below zero");
    const bool written =
        s.word_at(s.skip_spaces(end)) == strip_diacritics(words.substr(0, words.find(' ')));
    return std::string(written ? std::string_view() : words);
}

bool is_percent_at(const Sentence& s, std::size_t i) {
    return s.is_sign(i) && is_percent_sign(s.at(i).text);
}

/// The pieces of "3-5": two numbers with only a dash between them, with or without spaces.
struct Pair {
    std::size_t second = 0;
};
std::optional<Pair> pair_at(const Sentence& s, std::size_t at, bool slash) {
    if (!s.is(at, Kind::number)) return std::nullopt;
    std::size_t mark = s.skip_spaces(at + 1);
    const bool spaced = mark > at + 1;
    if (!s.is_dash(mark) && !(slash && s.is_sign(mark, "/")) && !s.is_sign(mark, ":")) {
        return std::nullopt;
    }
    const std::size_t second = s.skip_spaces(mark + 1);
    if (spaced != (second > mark + 1) || !s.is(second, Kind::number)) return std::nullopt;
    if (s.prefix(second).article || !s.prefix(second).said().empty()) return std::nullopt;
    const bool chain = s.is_dash(second + 1) && s.is(second + 2, Kind::number);
    const bool chained = at >= 2 && s.is_dash(at - 1) && s.is(at - 2, Kind::number);
    if (chain || chained) return std::nullopt;
    return Pair{second};
}

bool speaks_of_scores(const Sentence& s, std::size_t at) {
    constexpr std::size_t near = 12;
    const std::vector<std::string> words = s.words_before(at, near);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return s.tables.scores.has(word); });
}

}  // namespace

std::optional<Reading> list_number(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::number) || s.skip_spaces(0) != at || !s.number(at).whole()) return {};
    const bool marked = s.is_sign(at + 1, ".") || s.is_dash(at + 1) || s.is_sign(at + 1, ")");
    if (!marked || !s.is(at + 2, Kind::space) || s.number(at).digits.size() > 2) return {};
    if (s.ends_at(at + 2)) return {};
    std::string said = s.house.ordinal_lists ? s.numerals.adverb(s.number(at).value)
                                             : s.numerals.cardinal(s.number(at).value, {});
    if (said.empty()) return {};
    return number_reading(s, at, at + 1, said, semiotic::Ordinal{.digits = s.number(at).digits},
                          "a number that opens a heading or an item");
}

Inflected words_of(const Sentence& s, std::size_t at, std::size_t /*end*/,
                   const semiotic::Score& value) {
    const std::optional<Governs> before = s.tables.governed_by(s.word_before(at));
    const bool governed = !s.prefix(at).preposition.empty() || before == Governs::genitive ||
                          before == Governs::noun || before == Governs::maybe;
    const bool joined = !s.prefix(at).conjunction.empty() && s.last_class() == SemioticClass::score;
    const Case in = joined ? s.case_at(at) : governed ? Case::genitive : Case::nominative;
    return {.words = fmt::format("{} {}", s.numerals.cardinal(number_of(value.ours), {.in = in}),
                                 s.numerals.cardinal(number_of(value.theirs), {.in = in})),
            .in = in};
}

std::optional<Reading> score(const Sentence& s, std::size_t at) {
    const auto pair = pair_at(s, at, true);
    constexpr std::uint64_t most = 200;
    if (!pair || s.prefix(at).article) return {};
    const wording::WrittenNumber& first = s.number(at);
    const wording::WrittenNumber& second = s.number(pair->second);
    const bool small =
        first.whole() && second.whole() && first.value <= most && second.value <= most;
    if (!small || !s.noun_at(pair->second + 1).empty()) return {};
    // Ranges ascend. Other pairs are scores, and so are pairs after a score.
    const bool falls = first.value >= second.value && !s.is_sign(at + 1, "/") &&
                       !is_percent_at(s, s.skip_spaces(pair->second + 1));
    if (!falls && s.last_class() != SemioticClass::score && !speaks_of_scores(s, at)) return {};
    semiotic::Score value{.ours = first.digits, .theirs = second.digits};
    const Inflected said = words_of(s, at, pair->second + 1, value);
    return number_reading(s, at, pair->second + 1, said.words, std::move(value), "scores.tsv",
                          said.in);
}

std::optional<Reading> range(const Sentence& s, std::size_t at) {
    const auto pair = pair_at(s, at, false);
    if (!pair || s.is_sign(at + 1, ":")) return {};
    const wording::WrittenNumber& first = s.number(at);
    const std::size_t second = pair->second;
    const bool between = s.word_before(at) == s.tables.word("between");
    const Case in = s.case_at(at);
    const bool falls = first.whole() && s.number(second).whole() &&
                       first.value > s.number(second).value && !between;
    const std::string joint = falls     ? " "  // not a range: "787-9"
                              : between ? fmt::format(" {}", written::wa)
                                        : fmt::format(" {} ", s.tables.word("to"));
    const Case second_case = between ? in : Case::genitive;
    if (const std::size_t sign = s.skip_spaces(second + 1); is_percent_at(s, sign)) {
        const std::string said = share(s, first, in) + joint +
                                 share(s, s.number(second), second_case) + " " + s.house.percent;
        return number_reading(s, at, sign + 1, said,
                              semiotic::Range{.from = written_form(first),
                                              .to = written_form(s.number(second)) + "%"},
                              "a range of percentages", in);
    }
    Amount amount = amount_at(s, second);
    Agreement counted = s.agreement(second, amount.end);
    counted.in = second_case;
    Agreement alone = counted;
    alone.in = in;
    alone.construct = false;
    if (amount.scale > 1) alone.feminine = false;
    const std::string said =
        plain_number(s, first, alone) + joint + amount_words(s, amount, counted);
    std::string to = written_form(amount.figure);
    if (amount.scale > 1) to += fmt::format(" {}", amount.scale_words);
    return number_reading(s, at, amount.end, said,
                          semiotic::Range{.from = written_form(first), .to = std::move(to)},
                          "a dash between two numbers", in);
}

std::optional<Reading> percent(const Sentence& s, std::size_t at) {
    std::size_t figure = at;
    std::size_t end = at;
    if (is_percent_at(s, at) && s.is(at + 1, Kind::number)) {
        figure = at + 1;
        end = at + 2;
    } else {
        figure = is_minus(s, at) ? at + 1 : at;
        if (!s.is(figure, Kind::number)) return {};
        const std::size_t sign = s.skip_spaces(figure + 1);
        if (!is_percent_at(s, sign)) return {};
        end = sign + 1;
    }
    const wording::WrittenNumber& number = s.number(figure);
    const Case in = figure > at ? s.governed_case(at) : s.case_at(figure);
    std::string said = s.prefix(figure).article && number.whole()
                           ? s.numerals.definite_cardinal(number.value, {.in = in})
                           : share(s, number, in);
    said = prefixed(s.prefix(figure).said(), said);
    if (figure == at + 1 && s.is_dash(at))
        said.insert(0, fmt::format("{} ", s.tables.word("minus")));
    said += fmt::format(" {}", s.house.percent);
    Reading result;
    result.in = in;
    result.semiotic_class = SemioticClass::measure;
    result.rule = "style.tsv: percent";
    const std::size_t dash = s.skip_spaces(end);
    const std::size_t second = s.skip_spaces(dash + 1);
    if (s.is_dash(dash) && s.is(second, Kind::number) && is_percent_at(s, second + 1)) {
        said += fmt::format(" {} {} {}", s.tables.word("to"),
                            share(s, s.number(second), Case::genitive), s.house.percent);
        end = second + 2;
    } else if (number.dotted.empty()) {
        result.value = semiotic::Measure{.amount = {.whole = number.digits,
                                                    .fraction = number.fraction,
                                                    .scale = {},
                                                    .negative = figure == at + 1 && s.is_dash(at)},
                                         .unit = "%"};
    }
    result.end = end;
    result.parts = {Part{.words = said, .source = {}}};
    return result;
}

std::optional<Reading> money(const Sentence& s, std::size_t at) {
    const Named before = longest_key(s, s.tables.currencies, at);
    std::size_t number = at;
    Named sign;
    if (!before.key.empty()) {
        number = s.skip_spaces(before.end);
        sign = before;
    }
    if (!s.is(number, Kind::number) || s.number(number).large) return {};
    const bool latin_scale = true;
    Amount amount = amount_at(s, number, latin_scale);
    if (sign.key.empty()) {
        sign = longest_key(s, s.tables.currencies, s.skip_spaces(amount.end));
        if (sign.key.empty()) return {};
        amount.end = sign.end;
    }
    const CurrencyRow& currency = s.tables.currencies.at(sign.key);
    const Case in = s.case_at(number);
    Reading result;
    result.end = amount.end;
    result.parts = {Part{
        .words = prefixed(s.prefix(number).said(), price_words(s, amount, price_of(currency), in)),
        .source = {}}};
    result.semiotic_class = SemioticClass::money;
    result.value = semiotic::Money{.amount = amount.as_written(), .currency = sign.key};
    result.rule = s.tables.currencies.place_of(sign.key);
    result.in = in;
    return result;
}

std::optional<Reading> measure(const Sentence& s, std::size_t at) {
    const std::size_t number = is_minus(s, at) ? at + 1 : at;
    if (!s.is(number, Kind::number) || s.number(number).large || s.prefix(number).article)
        return {};
    const Amount amount = amount_at(s, number);
    const std::size_t late = after_trailing_minus(s, amount.end);
    const bool late_minus = late > amount.end;
    const std::size_t following = s.skip_spaces(late);
    const Named unit = longest_key(s, s.tables.units, following);
    if (unit.key.empty()) return {};
    if (late_minus && !s.tables.units.at(unit.key).noun.starts_with(s.tables.word("degree")))
        return {};
    const wording::WrittenNumber& figure = s.number(number);
    const bool year_size = figure.whole() && !figure.grouped && figure.digits.size() == 4;
    if (year_size && unit.key.size() == 2 && following > amount.end && figure.value > 1900 &&
        figure.value < 2100)
        return {};
    const Case in = number > at ? s.governed_case(at) : s.case_at(number);
    std::string said = measure_words(s, amount, measure_of(s.tables.units.at(unit.key)), in);
    const std::string below =
        number > at || late_minus ? below_zero_at(s, unit.end) : std::string();
    if (!below.empty()) said += " " + below;
    Reading result;
    result.end = unit.end;
    result.parts = {Part{.words = prefixed(s.prefix(number).said(), said), .source = {}}};
    result.semiotic_class = SemioticClass::measure;
    semiotic::Measure value{.amount = amount.as_written(), .unit = unit.key};
    value.amount.negative = number > at || late_minus;
    result.value = std::move(value);
    result.rule = s.tables.units.place_of(unit.key);
    result.in = in;
    return result;
}

namespace {

/// Whether the word from piece `at` on is the whole that a fraction is part of.
bool has_part_of(const Sentence& s, std::size_t at) {
    return !s.noun_at(at).empty() || s.word_at(at).starts_with(written::article);
}

/// A written fraction: 1/2, or a fraction character of Unicode.
struct WrittenFraction {
    std::uint64_t count = 0, parts = 0;
    std::size_t end = 0;
};

std::optional<WrittenFraction> fraction_sign(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::symbol)) return {};
    const auto code = static_cast<UChar32>(utf8::decode(s.at(at).text, 0).code);
    const double value = u_getNumericValue(code);
    if (value <= 0 || value >= 1 || u_charType(code) != U_OTHER_NUMBER) return {};
    constexpr std::uint64_t most_parts = 10;
    constexpr double close = 1e-6;
    for (std::uint64_t parts = 2; parts <= most_parts; ++parts) {
        const double count = value * static_cast<double>(parts);
        const std::int64_t whole = std::llround(count);
        if (whole > 0 && std::abs(count - static_cast<double>(whole)) < close) {
            return WrittenFraction{static_cast<std::uint64_t>(whole), parts, at + 1};
        }
    }
    return {};
}

std::optional<WrittenFraction> fraction_at(const Sentence& s, std::size_t at) {
    if (const auto sign = fraction_sign(s, at)) return sign;
    const bool form =
        s.is(at, Kind::number) && s.is_sign(at + 1, "/") && s.is(at + 2, Kind::number);
    if (!form || !s.number(at).whole() || !s.number(at + 2).whole()) return {};
    if (s.is_sign(at + 3, "/") && s.is(at + 4, Kind::number)) return {};
    if (!s.prefix(at + 2).said().empty() || s.prefix(at + 2).article) return {};
    return WrittenFraction{s.number(at).value, s.number(at + 2).value, at + 3};
}

/// "Three years and a half", "a million and a half": the noun or scale precedes the fraction.
std::optional<Reading> mixed_amount(const Sentence& s, std::size_t at, const WrittenFraction& part,
                                    Case in) {
    const std::uint64_t value = s.number(at).value;
    const std::size_t noun = s.skip_spaces(part.end);
    const std::string word = s.word_at(noun);
    std::string said;
    if (const std::uint64_t size = s.tables.scales.at(word).value; size > 0) {
        said =
            fmt::format("{} {}{} {}", s.numerals.cardinal(value * size, {.in = in}), written::wa,
                        s.numerals.fraction(part.count, part.parts, {.in = in, .construct = true}),
                        s.numerals.cardinal(size, s.agreement(at, noun + 1)));
    } else if (const std::string_view counted = s.tables.noun_of(word); !counted.empty()) {
        said = fmt::format("{} {}{}", s.nouns.counted(value, {.noun = std::string(counted)}, in),
                           written::wa, s.numerals.fraction(part.count, part.parts, {.in = in}));
    } else {
        return {};
    }
    return number_reading(s, at, noun + 1, said, SemioticClass::fraction, "numbers.tsv", in);
}

}  // namespace

std::string fraction_words(const Sentence& s, std::size_t end, const semiotic::Fraction& value,
                           Case in) {
    const std::uint64_t count = number_of(value.numerator);
    const std::uint64_t parts = number_of(value.denominator);
    if (!value.whole.empty()) {
        const std::string named = s.numerals.fraction(count, parts, {.in = in});
        if (named.empty()) return {};
        return fmt::format("{} {}{}", s.numerals.cardinal(number_of(value.whole), {.in = in}),
                           written::wa, named);
    }
    std::string said =
        s.numerals.fraction(count, parts, {.in = in, .construct = has_part_of(s, end)});
    if (!said.empty() && count < parts) return said;
    return fmt::format("{} {} {}", s.numerals.cardinal(count, {.in = in}), s.tables.word("over"),
                       s.numerals.cardinal(parts, {.in = Case::genitive}));
}

std::optional<Reading> fraction(const Sentence& s, std::size_t at) {
    const Case in = s.is(at, Kind::number) ? s.case_at(at) : Case::nominative;
    const bool whole = s.is(at, Kind::number) && s.number(at).whole();
    if (const auto part = whole ? fraction_at(s, s.skip_spaces(at + 1)) : std::nullopt) {
        if (auto mixed = mixed_amount(s, at, *part, in)) return mixed;
        semiotic::Fraction value{.whole = s.number(at).digits,
                                 .numerator = fmt::format("{}", part->count),
                                 .denominator = fmt::format("{}", part->parts)};
        const std::string said = fraction_words(s, part->end, value, in);
        if (said.empty()) return {};
        Reading reading =
            number_reading(s, at, part->end, said, SemioticClass::fraction, "numbers.tsv", in);
        reading.value = std::move(value);
        return reading;
    }
    const auto found = fraction_at(s, at);
    if (!found) return {};
    constexpr std::uint64_t first_year = 1900, last_year = 2099;
    if (found->parts >= first_year && found->parts <= last_year && found->count > 0) {
        return number_reading(  // "resolution 45/2019"
            s, at, found->end,
            fmt::format("{} {} {}", s.numerals.cardinal(found->count, {.in = in}),
                        s.tables.word("of the year"),
                        s.numerals.cardinal(found->parts, {.in = Case::genitive})),
            SemioticClass::serial, "a number and its year", in);
    }
    semiotic::Fraction value{.whole = {},
                             .numerator = fmt::format("{}", found->count),
                             .denominator = fmt::format("{}", found->parts)};
    Reading reading = number_reading(s, at, found->end, fraction_words(s, found->end, value, in),
                                     SemioticClass::fraction, "numbers.tsv", in);
    reading.value = std::move(value);
    return reading;
}

std::optional<Reading> scaled_number(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::number) || s.number(at).large) return {};
    const Amount amount = amount_at(s, at);
    if (amount.scale == 1) return {};
    const Agreement agreement = s.agreement(at, amount.end);
    std::string said = s.prefix(at).article && amount.whole()
                           ? s.numerals.definite_cardinal(amount.value(), agreement)
                           : amount_words(s, amount, agreement);
    Reading reading = number_reading(s, at, amount.end, said, SemioticClass::cardinal, "scales.tsv",
                                     agreement.in);
    if (amount.figure.whole())
        reading.value = semiotic::Cardinal{.digits = amount.figure.digits,
                                           .scale = std::string(amount.scale_words)};
    else if (amount.whole())  // "1.4 billion"
        reading.value = semiotic::Cardinal{.digits = fmt::format("{}", amount.value())};
    return reading;
}

std::optional<Reading> number(const Sentence& s, std::size_t at) {
    const std::size_t figure = is_minus(s, at) ? at + 1 : at;
    if (!s.is(figure, Kind::number)) return {};
    const wording::WrittenNumber& counted = s.number(figure);
    const std::size_t late = after_trailing_minus(s, figure + 1);
    const bool cold = late > figure + 1 && s.noun_at(late).starts_with(s.tables.word("degree"));
    const std::size_t following = cold ? late : figure + 1;
    const std::string noun = s.noun_at(following);
    const std::size_t noun_piece = s.skip_spaces(following);
    Agreement agreement = s.agreement(figure, following);
    if (figure > at) agreement.in = s.governed_case(at);
    const bool few =
        counted.whole() && (counted.value == 1 || counted.value == 2) && counted.digits.size() == 1;
    if (few && s.nouns.has(noun) && figure == at && !cold) {  // "two persons" is one word
        return number_reading(
            s, at, noun_piece + 1,
            s.nouns.counted(counted.value, {.noun = noun, .adjective = {}, .tail = {}},
                            agreement.in),
            value_of(counted), s.tables.nouns.place_of(noun), agreement.in);
    }
    std::string said = prefixed(s.prefix(figure).said(), plain_number(s, counted, agreement));
    Reading result;
    result.end = following;
    result.semiotic_class =
        counted.fraction.empty() ? SemioticClass::cardinal : SemioticClass::decimal;
    if (counted.dotted.empty()) result.value = value_of(counted, figure > at || cold);
    result.rule = "numbers.tsv";
    result.in = agreement.in;
    const bool below_zero = cold || (figure > at && noun.starts_with(s.tables.word("degree")));
    if (figure > at && !below_zero) said.insert(0, fmt::format("{} ", s.tables.word("minus")));
    result.parts.push_back(Part{.words = said, .source = s.span(at, following)});
    if (below_zero) {  // "seven degrees below zero"
        result.parts.push_back(Part{.words = keep_arabic_letters(s.at(noun_piece).text),
                                    .source = s.at(noun_piece).source});
        if (std::string words = below_zero_at(s, noun_piece + 1); !words.empty())
            result.parts.push_back(
                Part{.words = std::move(words), .source = s.at(noun_piece).source});
        result.end = noun_piece + 1;
    }
    return result;
}

}  // namespace rawi::languages::arabic
