// Numbers with their scales, fractions and units.
#include "languages/english/amounts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "wording/written_number.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

bool is_scale_word(const Sentence& s, std::size_t i) {
    const ScaleRow* const row = s.tables.scales.find(s.at(i).low);
    return row != nullptr && row->is_word();
}

/// A scale: a word after a space or a hyphen, or an abbreviation directly after the number.
struct Scale {
    std::size_t end = 0;
    std::string_view word;
    std::string rule;
    bool hyphened = false;
};

bool is_meant(const Sentence& s, std::size_t end, ScaleRow::Usage usage, Shorts shorts) {
    if (usage == ScaleRow::Usage::any || shorts == Shorts::all) return true;
    const std::string_view next = s.is(end, Kind::space) ? s.word_from(end) : std::string_view();
    if (s.tables.counted.has(next)) return true;
    return usage == ScaleRow::Usage::plural && next.ends_with('s') && s.noun_follows(end);
}

std::optional<Scale> scale_at(const Sentence& s, std::size_t i, Shorts shorts) {
    if (s.is_dash(i) && s.is(i + 1, Kind::word)) {
        if (!is_scale_word(s, i + 1)) return {};
        return Scale{.end = i + 2, .word = s.at(i + 1).low, .rule = {}, .hyphened = true};
    }
    const std::size_t word = s.over_space(i);
    if (!s.is(word, Kind::word)) return {};
    const bool tight = word == i;
    if (is_scale_word(s, word)) return Scale{.end = word + 1, .word = s.at(word).low, .rule = {}};
    const auto* const row = s.tables.scales.find(s.at(word).text);
    if (row == nullptr ||
        (s.is_tight(word + 1) && (s.is(word + 1, Kind::number) || s.is_apostrophe(word + 1))))
        return {};
    const bool alone = !s.is(s.over_space(word + 1), Kind::word);
    if (!tight && row->usage != ScaleRow::Usage::any && (shorts != Shorts::all || !alone))
        return {};
    if (!is_meant(s, word + 1, row->usage, shorts)) return {};
    return Scale{.end = word + 1, .word = row->said, .rule = s.tables.scales.place_of(*row)};
}

}  // namespace

std::string fraction_words(const Sentence& s, std::string_view whole, std::string_view numerator,
                           std::string_view denominator) {
    std::string words(whole);
    const bool one = numerator == "1";
    if (!whole.empty()) append_word(words, s.tables.word("and"));
    if (!whole.empty() && one && denominator == "2") {
        append_word(words, s.tables.word("a"));
    } else {
        append_word(words, s.numerals.bare(numerator));
    }
    if (denominator == "1") {
        append_word(words, s.tables.word("over"));
        append_word(words, s.numerals.bare(denominator));
    } else if (denominator == "2") {
        append_word(words, s.tables.word(one ? WordKey("half") : WordKey("halves")));
    } else if (denominator == "4") {
        append_word(words, s.tables.word(one ? WordKey("quarter") : WordKey("quarters")));
    } else {
        const std::string ordinal = s.numerals.ordinal(denominator);
        append_word(words, one ? ordinal : plural_of(ordinal));
    }
    return words;
}

std::optional<WrittenFraction> fraction_at(const Sentence& s, std::size_t at) {
    if (s.is(at, Kind::symbol)) {
        const FractionRow* const sign = s.tables.fractions.find(s.at(at).text);
        if (sign == nullptr) return {};
        return WrittenFraction{
            .end = at + 1, .numerator = sign->numerator, .denominator = sign->denominator};
    }
    constexpr std::size_t longest = 6;
    if (!s.is_digits(at, 1, longest)) return {};
    const std::size_t slash = s.over_space(at + 1);
    const bool sign = s.is_sign(slash, '/') || s.at(slash).text == "\xE2\x81\x84";
    const std::size_t below = s.over_space(slash + 1);
    const bool spaced = slash > at + 1;
    if (!sign || spaced != (below > slash + 1) || !s.is_digits(below, 1, longest)) return {};
    std::size_t end = below + 1;
    const std::string_view ending = s.is(end, Kind::word) ? s.at(end).low : std::string_view();
    if (ending == "th" || ending == "rd" || ending == "nd" || ending == "st" || ending == "ths")
        ++end;
    const auto whole = [&](std::size_t i) {
        return s.at(i).text == "0" || s.at(i).text.front() != '0';
    };
    if (!whole(at) || !whole(below) || s.at(below).text == "0") return {};
    const bool more = s.is_tight(end) && (s.is_sign(end, '/') || s.is(end, Kind::number) ||
                                          (s.is_dash(end) && s.is(end + 1, Kind::number)));
    if (more) return {};
    return WrittenFraction{.end = end, .numerator = s.at(at).text, .denominator = s.at(below).text};
}

semiotic::Amount Amount::value() const {
    return {.whole = figure.digits,
            .fraction = figure.fraction,
            .scale = std::string(scale),
            .numerator = std::string(numerator),
            .denominator = std::string(denominator)};
}

std::string Amount::written() const {
    std::string all = figure.digits;
    if (!figure.fraction.empty()) all.append(1, '.').append(figure.fraction);
    append_word(all, scale);
    return all;
}

namespace {

/// "three point one four"; "point five" if there are no digits before the mark.
std::string figure_words(const Sentence& s, const wording::WrittenNumber& figure) {
    std::string words = figure.digits.empty() ? std::string() : s.numerals.cardinal(figure.digits);
    if (figure.fraction.empty()) return words;
    append_word(words, s.tables.word("point"));
    append_word(words, s.numerals.digits(figure.fraction));
    return words;
}

}  // namespace

Amount amount_of(const Sentence& s, const semiotic::Amount& value) {
    Amount amount;
    amount.figure.digits = value.whole;
    amount.figure.fraction = value.fraction;
    amount.words = figure_words(s, amount.figure);
    return amount;
}

std::optional<Amount> amount_at(const Sentence& s, std::size_t at, Shorts shorts) {
    Amount amount;
    const bool point = s.is_sign(at, '.') && s.is_digits(at + 1, 1, 15) && s.is_tight(at + 1);
    const std::size_t number = point ? at + 1 : at;
    if (const auto sign = s.is(at, Kind::symbol) ? fraction_at(s, at) : std::nullopt) {
        amount.words = fraction_words(s, {}, sign->numerator, sign->denominator);
        amount.end = sign->end;
        amount.fraction = amount.less = true;
        amount.numerator = sign->numerator;
        amount.denominator = sign->denominator;
        return amount;
    }
    if (!s.is(number, Kind::number)) return {};
    amount.figure = s.number(number);
    amount.end = number + 1;
    wording::WrittenNumber& figure = amount.figure;
    if (!figure.dotted.empty()) return {};
    if (point) {
        figure.fraction = std::exchange(figure.digits, {});
        figure.value = 0;
    }
    amount.words = figure_words(s, figure);
    // "2 1/2": only a proper fraction
    const std::size_t following = s.over_space(amount.end);
    if (figure.whole() && !point) {
        const bool sign = s.is(following, Kind::symbol);
        const auto fraction =
            sign || following > amount.end ? fraction_at(s, following) : std::nullopt;
        if (fraction) {
            amount.words = fraction_words(s, s.numerals.bare(figure.digits), fraction->numerator,
                                          fraction->denominator);
            amount.end = fraction->end;
            amount.fraction = true;
            amount.numerator = fraction->numerator;
            amount.denominator = fraction->denominator;
        }
    }
    if (auto scale = scale_at(s, amount.end, shorts)) {
        append_word(amount.words, scale->word);
        amount.scale = scale->word;
        amount.hyphened = scale->hyphened;
        amount.rule = std::move(scale->rule);
        amount.end = scale->end;
    }
    return amount;
}

namespace {

const UnitRow* unit_row(const Sentence& s, std::string_view sign, std::string_view low) {
    if (const auto* const row = s.tables.units.find(sign)) return row;
    return sign.size() > 1 ? s.tables.units.find(low) : nullptr;
}

std::optional<Unit> unit_of(const Sentence& s, const UnitRow* row, std::size_t end) {
    if (row == nullptr) return {};
    return Unit{.end = end,
                .key = s.tables.units.key_of(*row),
                .one = row->singular,
                .many = row->plural,
                .usage = row->usage,
                .rule = s.tables.units.place_of(*row)};
}

bool ends_word(const Sentence& s, std::size_t i) {
    return !s.is_tight(i) || !(s.is(i, Kind::word) || s.is(i, Kind::number));
}

/// "sq ft", "sq. m": two words of one unit.
std::optional<Unit> two_words(const Sentence& s, std::size_t at) {
    std::string key(s.at(at).low);
    std::size_t second = at + 1;
    if (s.is_sign(second, '.') && s.is(second + 1, Kind::space)) ++second;
    if (!s.is(second, Kind::space) || !s.is(second + 1, Kind::word)) return {};
    constexpr std::size_t longest = 8;
    if (key.size() > longest || s.at(second + 1).text.size() > longest) return {};
    key += ' ';
    key += s.at(second + 1).low;
    return unit_of(s, s.tables.units.find(key), second + 2);
}

}  // namespace

std::optional<Unit> unit_named(const Sentence& s, std::string_view written) {
    std::string low(written);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return unit_of(s, unit_row(s, written, low), 0);
}

std::optional<Unit> unit_at(const Sentence& s, std::size_t at) {
    if (s.is_sign(at)) {
        const bool letters =
            s.is(at + 1, Kind::word) && s.is_tight(at + 1) && s.at(at + 1).text.size() == 1;
        if (letters && s.at(at).text == "\xC2\xB0" && ends_word(s, at + 2)) {
            const std::string key =
                "\xC2\xB0" + std::string(1, s.at(at + 1).low.front() == 'c'   ? 'C'
                                            : s.at(at + 1).low.front() == 'f' ? 'F'
                                                                              : '?');
            if (auto unit = unit_of(s, s.tables.units.find(key), at + 2)) return unit;
        }
        return unit_of(s, s.tables.units.find(s.at(at).text), at + 1);
    }
    if (!s.is(at, Kind::word)) return {};
    const Piece& word = s.at(at);
    if (auto unit = two_words(s, at)) return unit;
    if (s.is_tight(at + 1) && (s.is(at + 1, Kind::symbol) || s.is_digits(at + 1, 1, 1))) {
        const std::string power(s.at(at + 1).text);
        const std::string key = std::string(word.text) + power;
        if (auto unit = unit_of(s, unit_row(s, key, std::string(word.low) + power), at + 2))
            return unit;
    }
    if (!ends_word(s, at + 1)) return {};
    return unit_of(s, unit_row(s, word.text, word.low), at + 1);
}

std::optional<Unit> per_unit_at(const Sentence& s, std::size_t at) {
    if (!s.is_sign(at, '/')) return {};
    return unit_at(s, s.over_space(at + 1));
}

}  // namespace rawi::languages::english
