// Recognizers of amounts with units.
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/english/amounts.h"
#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

bool is_times(const Sentence& s, std::size_t i) {
    return (s.is(i, Kind::word) && s.at(i).low == "x") || s.at(i).text == "\xC3\x97";
}

/// One amount, or several with a dash, an "x" or an asterisk between them.
struct Amounts {
    Amount last;
    std::string words;
    std::string why;
    bool several = false;
};

/// The word between two amounts from piece `i` on, and the piece after it.
std::pair<std::string_view, std::size_t> joint_at(const Sentence& s, std::size_t i) {
    const std::size_t sign = s.over_space(i);
    const bool spaced = sign > i;
    const std::size_t following = s.over_space(sign + 1);
    if (spaced != (following > sign + 1)) return {};
    if (s.is_dash(sign)) return {s.tables.word("to"), following};
    if (is_times(s, sign)) return {s.tables.word("by"), following};
    if (s.is_sign(sign, '*')) return {s.tables.word("times"), following};
    return {};
}

std::optional<Amounts> amounts_at(const Sentence& s, std::size_t at) {
    auto first = amount_at(s, at, Shorts::certain);
    if (!first) return {};
    Amounts result{.last = std::move(*first), .words = {}, .why = {}};
    result.words = result.last.words;
    constexpr int most = 3;
    for (int i = 0; i < most; ++i) {
        const auto [joint, following] = joint_at(s, result.last.end);
        if (joint.empty()) break;
        auto next = amount_at(s, following, Shorts::certain);
        if (!next) break;
        append_word(result.words, joint);
        append_word(result.words, next->words);
        result.last = std::move(*next);
        result.several = true;
    }
    return result;
}

/// Whether a known unit may be meant here. `tight`: whether it directly follows a number.
bool is_meant(const Sentence& s, const Unit& unit, const Amount& amount, bool tight) {
    if (unit.usage == UnitRow::Usage::always || unit.usage == UnitRow::Usage::dot) return true;
    // "2 in. tall", but not "2 in 10"
    const bool stopped = s.is_sign(unit.end, '.') && !s.ends_phrase(unit.end + 1);
    if (unit.usage == UnitRow::Usage::tight) return tight || stopped;
    if (unit.usage == UnitRow::Usage::space) return !tight;
    if (unit.usage == UnitRow::Usage::british) return s.region.british;
    if (unit.usage == UnitRow::Usage::degree) {
        const std::size_t letter = unit.end - 1;
        return tight && s.at(letter).capital && s.is_near(s.tables.temperatures, letter, unit.end);
    }
    if (unit.usage != UnitRow::Usage::letter) return false;
    const Piece& letter = s.at(unit.end - 1);
    const bool initial =
        s.is_sign(unit.end, '.') && s.is(unit.end + 1, Kind::word) && s.is_tight(unit.end + 1);
    // "iPhone 4s" and "room 5 W" are names.
    const bool name = tight ? letter.text == "s" && amount.figure.whole() : letter.capital;
    return !initial && !name;
}

/// "12/kg", "12 kg/m": adds the unit after the slash.
std::string with_per(const Sentence& s, std::string words, std::size_t& end) {
    constexpr int most = 3;
    for (int i = 0; i < most; ++i) {
        const auto per = per_unit_at(s, end);
        if (!per || per->one == s.tables.word("percent")) break;
        append_word(words, s.tables.word("per"));
        append_word(words, per->one);
        end = per->end;
    }
    return words;
}

}  // namespace

namespace {

/// "1/2 lb", "3/4 mi": part of a unit.
std::optional<Reading> part_of_unit(const Sentence& s, std::size_t at) {
    const auto fraction = s.is(at, Kind::number) ? fraction_at(s, at) : std::nullopt;
    const auto unit = fraction ? unit_at(s, s.over_space(fraction->end)) : std::nullopt;
    if (!unit || (unit->usage != UnitRow::Usage::always && unit->usage != UnitRow::Usage::dot) ||
        unit->one == unit->many)
        return {};
    std::string words = fraction_words(s, {}, fraction->numerator, fraction->denominator);
    const bool vowel = std::string_view("aeio").find(unit->one.front()) != std::string_view::npos;
    words += fmt::format(" {} {} {}", s.tables.word("of"), vowel ? "an" : "a", unit->one);
    return reading_of(unit->end, std::move(words),
                      semiotic::Value(semiotic::Measure{
                          .amount = {.whole = {},
                                     .fraction = {},
                                     .scale = {},
                                     .numerator = std::string(fraction->numerator),
                                     .denominator = std::string(fraction->denominator)},
                          .unit = std::string(unit->key)}),
                      unit->rule);
}

/// An amount with its unit, both in words.
struct Measured {
    std::string amount, unit;
    std::size_t end = 0;
    std::string rule;
    bool one = false;
    std::optional<semiotic::Measure> value{};  ///< of one amount
};

std::optional<Measured> measured_at(const Sentence& s, std::size_t at) {
    std::optional<Amounts> amounts = amounts_at(s, at);
    if (!amounts) return {};
    const std::size_t end = amounts->last.end;
    const bool hyphen = s.is_dash(end) && s.is_tight(end) && s.is_tight(end + 1);
    const std::size_t where = hyphen ? end + 1 : s.over_space(end);
    const auto unit = unit_at(s, where);
    if (!unit || !is_meant(s, *unit, amounts->last, where == end)) return {};
    if (hyphen && (unit->usage == UnitRow::Usage::letter || s.is_sign(where))) return {};
    const bool single = (amounts->last.one() || amounts->last.less) && !amounts->several;
    const std::string_view before = s.word_before(at);
    const bool adjective =
        (before == "a" || before == "an" || before == "the" || before == "each") &&
        s.is(unit->end, Kind::space) && s.noun_follows(unit->end) &&
        unit->usage != UnitRow::Usage::dot;
    Measured result{.amount = std::move(amounts->words),
                    .unit = {},
                    .end = unit->end,
                    .rule = unit->rule,
                    .one = hyphen || single || adjective};
    result.unit = result.one ? unit->one : unit->many;
    result.unit = with_per(s, std::move(result.unit), result.end);
    if (!amounts->several && result.end == unit->end)
        result.value =
            semiotic::Measure{.amount = amounts->last.value(), .unit = std::string(unit->key)};
    // The stop of "5 min." goes with it inside a sentence.
    const bool stopped =
        (unit->usage == UnitRow::Usage::dot || unit->usage == UnitRow::Usage::tight) &&
        s.is_sign(result.end, '.') && s.is(result.end + 1, Kind::space) &&
        s.is(result.end + 2, Kind::word) && !s.at(result.end + 2).capital;
    if (stopped) ++result.end;
    return result;
}

}  // namespace

std::optional<Reading> measure(const Sentence& s, std::size_t at) {
    if (auto part = part_of_unit(s, at)) return part;
    std::optional<Measured> first = measured_at(s, at);
    if (!first) {
        // "12/kg": an amount per unit
        std::optional<Amounts> amounts = amounts_at(s, at);
        if (!amounts || !s.is_sign(amounts->last.end, '/')) return {};
        std::size_t end = amounts->last.end;
        std::string words = with_per(s, std::move(amounts->words), end);
        if (end == amounts->last.end) return {};
        return reading_of(end, std::move(words), SemioticClass::measure, "an amount per unit");
    }
    // "2%-10%", "5 km - 10 km"
    const auto [joint, following] = joint_at(s, first->end);
    const auto second = joint.empty() ? std::nullopt : measured_at(s, following);
    if (second && second->unit == first->unit) {
        return reading_of(
            second->end,
            fmt::format("{} {} {} {}", first->amount, joint, second->amount, second->unit),
            SemioticClass::measure, first->rule, "two amounts of one unit");
    }
    Reading reading =
        reading_of(first->end, fmt::format("{} {}", first->amount, first->unit),
                   SemioticClass::measure, first->rule, first->one ? "singular" : "plural");
    if (first->value) reading.value = *std::move(first->value);
    return reading;
}

std::string words_of(const Sentence& s, const semiotic::Measure& value) {
    const auto unit = unit_named(s, value.unit);
    if (!unit) return {};
    const Amount amount = amount_of(s, value.amount);
    return fmt::format("{} {}", amount.words, amount.one() ? unit->one : unit->many);
}

std::optional<Reading> feet_and_inches(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 1, 3)) return {};
    const auto is_mark = [&](std::size_t i, std::string_view prime) {
        return s.is_tight(i) && s.at(i).text == prime;
    };
    const bool foot =
        s.is_tight(at + 1) && (s.is_apostrophe(at + 1) || is_mark(at + 1, "\xE2\x80\xB2"));
    if (!foot || (s.is(at + 2, Kind::word) && s.is_tight(at + 2))) return {};
    const std::string feet = s.numerals.cardinal(s.at(at).text);
    const bool inches = s.is_digits(at + 2, 1, 2) && s.is_tight(at + 2);
    if (inches) {
        const bool closed = s.is_sign(at + 3, '"') || is_mark(at + 3, "\xE2\x80\xB3") ||
                            is_mark(at + 3, "\xE2\x80\x9D");
        return reading_of(closed ? at + 4 : at + 3,
                          fmt::format("{} {} {}", feet, s.tables.word("foot"),
                                      s.numerals.cardinal(s.at(at + 2).text)),
                          SemioticClass::measure, "feet and inches");
    }
    // A closing quotation mark looks the same, so there must be no opening one before it.
    for (std::size_t i = at; i-- > 0 && at - i < 64;) {
        if (s.is_apostrophe(i) && s.is_start(i)) return {};
    }
    const bool one = s.at(at).text == "1";
    return reading_of(
        at + 2, fmt::format("{} {}", feet, s.tables.word(one ? WordKey("foot") : WordKey("feet"))),
        SemioticClass::measure, "a sign of feet");
}

namespace {

/// "5 * 3" with a multiplication sign, which is not a size.
std::optional<Reading> product(const Sentence& s, std::size_t at) {
    const auto first = amount_at(s, at, Shorts::certain);
    const auto joint = first ? joint_at(s, first->end) : std::pair<std::string_view, std::size_t>();
    const auto second =
        joint.first.empty() ? std::nullopt : amount_at(s, joint.second, Shorts::certain);
    if (!second) return {};
    return reading_of(second->end,
                      fmt::format("{} {} {}", first->words, s.tables.word("times"), second->words),
                      SemioticClass::math, "a product");
}

}  // namespace

std::optional<Reading> by_size(const Sentence& s, std::size_t at) {
    const auto amounts = amounts_at(s, at);
    if (!amounts) return {};
    const std::size_t end = amounts->last.end;
    if (amounts->several) {
        const auto joint = joint_at(s, at + 1).first;
        if (joint == s.tables.word("to")) return {};
        if (joint == s.tables.word("by") && !s.is(s.over_space(at + 1), Kind::word))
            return product(s, at);
        return reading_of(end, amounts->words, SemioticClass::measure, "sizes or factors");
    }
    if (!s.is_tight(end) || !is_times(s, end) ||
        (s.is_tight(end + 1) && (s.is(end + 1, Kind::word) || s.is(end + 1, Kind::number))))
        return {};
    const std::string_view next = s.word_from(end + 1);
    const bool compared =
        next == "more" || next == "as" || next == "the" || next == "less" || next.ends_with("er");
    return reading_of(end + 1,
                      fmt::format("{} {}", amounts->words,
                                  s.tables.word(compared ? WordKey("times") : WordKey("x"))),
                      SemioticClass::measure, "x after a number",
                      compared ? "times, because something is compared" : "");
}

namespace {

/// The word for a mathematical sign at piece `i`.
std::string_view operation_at(const Sentence& s, std::size_t i) {
    if (!s.is_sign(i) && !is_times(s, i)) return {};
    const std::string_view sign = s.at(i).text;
    if (sign == "+") return s.tables.word("plus");
    if (s.is_dash(i)) return s.tables.word("minus");
    if (sign == "/" || sign == ":" || sign == "\xC3\xB7") return s.tables.word("divided");
    if (sign == "*" || sign == "\xC2\xB7" || is_times(s, i)) return s.tables.word("times");
    return sign == "=" ? s.tables.word("equals") : std::string_view();
}

/// The words for a number or a letter.
std::pair<std::string, std::size_t> operand_at(const Sentence& s, std::size_t i) {
    if (s.is(i, Kind::word) && s.at(i).text.size() == 1) return {std::string(s.at(i).text), i + 1};
    auto amount = amount_at(s, i, Shorts::certain);
    if (!amount) return {};
    return {std::move(amount->words), amount->end};
}

}  // namespace

std::optional<Reading> formula(const Sentence& s, std::size_t at) {
    auto [words, end] = operand_at(s, at);
    bool equals = false;
    bool only_plus = true;
    std::size_t operations = 0;
    std::size_t last = end;
    constexpr std::size_t most = 64;
    while (!words.empty() && operations < most) {
        const std::size_t sign = s.over_space(last);
        const std::string_view said = operation_at(s, sign);
        if (said.empty()) break;
        const auto [operand, following] = operand_at(s, s.over_space(sign + 1));
        if (operand.empty()) break;
        append_word(words, said);
        append_word(words, operand);
        equals = equals || s.is_sign(sign, '=');
        only_plus = only_plus && s.is_sign(sign, '+');
        last = following;
        ++operations;
    }
    if (operations == 0 || !(equals || (only_plus && s.is(at, Kind::number)))) return {};
    if (s.is_tight(last) && s.is(last, Kind::word)) return {};
    return reading_of(last, std::move(words), SemioticClass::math,
                      equals ? "an equation" : "a sum");
}

}  // namespace rawi::languages::english
