// Recognizers of cardinals, ordinals, fractions, ranges and scores.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/english/amounts.h"
#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"
#include "wording/semiotic/reading.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

/// Whether the ordinal ending fits the number: 1st, 12th, 22nd.
bool is_ending_of(std::string_view digits, std::string_view ending) {
    const char last = digits.back();
    const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
    if (!teen && last == '1') return ending == "st";
    if (!teen && last == '2') return ending == "nd";
    if (!teen && last == '3') return ending == "rd";
    return ending == "th";
}

/// Whether a long number without separators is a cardinal and not read digit by digit.
bool is_count(const Sentence& s, std::size_t at, std::string_view digits) {
    constexpr std::size_t few = 5, round = 7;
    if (digits.size() < few) return true;
    if (s.number(at).grouped) return true;
    return s.noun_follows(at + 1) || (digits.ends_with("00") && digits.size() <= round);
}

std::string join(const Sentence& s, const std::vector<std::string>& parts,
                 std::string_view between) {
    std::string words;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!words.empty()) append_word(words, between);
        append_word(words, s.numerals.cardinal(part));
    }
    return words;
}

}  // namespace

std::string words_of(const Sentence& s, const semiotic::Cardinal& value) {
    std::string words(value.negative ? s.tables.word("minus") : std::string_view());
    append_word(words, s.numerals.cardinal(value.digits));
    append_word(words, value.scale);
    return words;
}

std::string words_of(const Sentence& s, const semiotic::Ordinal& value) {
    return s.numerals.ordinal(value.digits);
}

std::string words_of(const Sentence& s, const semiotic::Decimal& value) {
    std::string words(value.negative ? s.tables.word("minus") : std::string_view());
    if (!value.whole.empty()) append_word(words, s.numerals.cardinal(value.whole));
    append_word(words, s.tables.word("point"));
    append_word(words, s.numerals.digits(value.fraction));
    append_word(words, value.scale);
    return words;
}

std::string words_of(const Sentence& s, const semiotic::Fraction& value) {
    return fraction_words(s, value.whole.empty() ? std::string() : s.numerals.bare(value.whole),
                          value.numerator, value.denominator);
}

std::string words_of(const Sentence& s, const semiotic::Digits& value) {
    return s.numerals.digits(value.digits);
}

std::optional<Reading> fixed(const Sentence& s, std::size_t at) {
    constexpr std::size_t longest = 10, most = 7;
    std::size_t end = std::min(s.run_end(at), at + most);
    for (; end > at; --end) {
        const std::string_view key = s.written(at, end);
        if (key.size() > longest) continue;
        const auto* const row = s.tables.fixed.find(key);
        const bool goes_on = s.is_tight(end) && (s.is(end, Kind::word) || s.is(end, Kind::number) ||
                                                 (s.is_sign(end, '/') || s.is_dash(end)));
        if (row != nullptr && !goes_on && (!s.is_tight(at) || s.is_start(at)))
            return reading_of(end, row->said, SemioticClass::fixed, s.tables.fixed.place_of(*row));
    }
    return {};
}

std::optional<Reading> ordinal(const Sentence& s, std::size_t at) {
    const wording::WrittenNumber& figure = s.number(at);
    if (!s.is_tight(at + 1) || !s.is(at + 1, Kind::word) || !figure.fraction.empty() ||
        !figure.dotted.empty())
        return {};
    constexpr std::size_t size = 2;
    const std::string_view ending = s.at(at + 1).low.substr(0, size);
    const std::string_view rest =
        s.at(at + 1).text.substr(std::min(size, s.at(at + 1).text.size()));
    const bool possessive = rest == "'s" || rest == "\xE2\x80\x99s" || rest == "s";
    if ((!rest.empty() && !possessive) || figure.digits.empty() ||
        !is_ending_of(figure.digits, ending))
        return {};
    semiotic::Ordinal value{.digits = figure.digits};
    std::string words = words_of(s, value) + std::string(rest);
    return reading_of(at + 2, std::move(words), semiotic::Value(std::move(value)), "numbers.tsv");
}

std::optional<Reading> fraction(const Sentence& s, std::size_t at) {
    if (s.is_tight(at) && !s.is_start(at) && !s.is_sign(at, '/') && !s.is(at, Kind::symbol) &&
        s.is_sign(at - 1, '/'))
        return {};
    if (auto amount = amount_at(s, at, Shorts::certain); amount && amount->fraction) {
        Reading reading = reading_of(amount->end, std::move(amount->words), SemioticClass::fraction,
                                     "a number and a fraction");
        if (amount->scale.empty())
            reading.value = semiotic::Fraction{.whole = amount->figure.digits,
                                               .numerator = std::string(amount->numerator),
                                               .denominator = std::string(amount->denominator)};
        return reading;
    }
    const auto found = fraction_at(s, at);
    if (!found || (s.is_tight(found->end) && s.is(found->end, Kind::word))) return {};
    semiotic::Fraction value{.whole = {},
                             .numerator = std::string(found->numerator),
                             .denominator = std::string(found->denominator)};
    std::string words = words_of(s, value);
    return reading_of(found->end, std::move(words), semiotic::Value(std::move(value)),
                      "numerator and denominator");
}

namespace {

/// Two integers with a dash or a colon between them.
struct Pair {
    Amount first, second;
    bool colon = false;
};

std::optional<Pair> pair_at(const Sentence& s, std::size_t at) {
    const bool tight = s.is_tight(at + 1) && s.is_tight(at + 2);
    const bool colon = s.is_sign(at + 1, ':');
    if (!tight || !(colon || s.is_dash(at + 1))) return {};
    auto first = amount_at(s, at, Shorts::certain);
    auto second = amount_at(s, at + 2, Shorts::certain);
    if (!first || first->end != at + 1 || !second || second->fraction) return {};
    const bool more =
        s.is_tight(second->end) &&
        (s.is(second->end, Kind::word) || s.is(second->end, Kind::number) ||
         ((s.is_dash(second->end) || s.is_sign(second->end, '/')) && s.is_tight(second->end + 1)));
    if (more) return {};
    return Pair{.first = std::move(*first), .second = std::move(*second), .colon = colon};
}

/// Whether the numbers ascend like those of a range.
bool rises(const wording::WrittenNumber& first, const wording::WrittenNumber& second) {
    constexpr std::size_t too_far = 3;
    const bool zeros = (first.digits.size() > 1 && first.digits.front() == '0') ||
                       (second.digits.size() > 1 && second.digits.front() == '0');
    if (zeros || first.large || second.large ||
        second.digits.size() >= first.digits.size() + too_far)
        return false;
    if (first.value != second.value) return first.value < second.value;
    return first.fraction < second.fraction;
}

}  // namespace

std::string words_of(const Sentence& s, const semiotic::Score& value) {
    const auto words = [&](const std::string& goals) {
        return goals == "0" ? std::string(s.region.nil) : s.numerals.cardinal(goals);
    };
    return fmt::format("{} {}", words(value.ours), words(value.theirs));
}

std::optional<Reading> score_or_range(const Sentence& s, std::size_t at) {
    if (s.is_tight(at) && !s.is_start(at)) return {};
    std::optional<Pair> pair = pair_at(s, at);
    if (!pair) return {};
    const auto& [first, second, colon] = *pair;
    const bool whole = first.plain() && second.plain();
    constexpr std::size_t score_digits = 3;
    const bool small = whole && first.figure.digits.size() <= score_digits &&
                       second.figure.digits.size() <= score_digits;
    const bool score = small && !colon && s.is_near(s.tables.scores, at, second.end) &&
                       !s.tables.counted.has(s.word_from(second.end));
    if (score) {
        semiotic::Score value{.ours = first.figure.digits, .theirs = second.figure.digits};
        std::string words = words_of(s, value);
        return reading_of(second.end, std::move(words), semiotic::Value(std::move(value)),
                          "two numbers near a word of scores.tsv",
                          "a score, because of the words around it");
    }
    const bool range = colon || rises(first.figure, second.figure) ||
                       (!second.scale.empty() && first.scale.empty());
    const std::string joined =
        range ? fmt::format("{} {} {}", first.words, s.tables.word("to"), second.words)
              : fmt::format("{} {}", first.words, second.words);
    Reading reading =
        reading_of(second.end, joined, range ? SemioticClass::range : SemioticClass::cardinal,
                   "two numbers with a dash",
                   range ? "a range, because the second is greater"
                         : "not a range, because the second is not greater");
    if (range) reading.value = semiotic::Range{.from = first.written(), .to = second.written()};
    return reading;
}

namespace {

/// The value of an amount without numerator and denominator.
semiotic::Value number_of(const Amount& amount) {
    if (amount.figure.fraction.empty())
        return semiotic::Cardinal{.digits = amount.figure.digits,
                                  .scale = std::string(amount.scale)};
    return semiotic::Decimal{.whole = amount.figure.digits,
                             .fraction = amount.figure.fraction,
                             .scale = std::string(amount.scale)};
}

}  // namespace

std::optional<Reading> scaled_number(const Sentence& s, std::size_t at) {
    auto amount = amount_at(s, at, Shorts::certain);
    if (!amount) return {};
    const bool plus = s.is_sign(amount->end, '+') && s.is_tight(amount->end) &&
                      !s.is(amount->end + 1, Kind::number) && !s.is(amount->end + 1, Kind::word);
    if (amount->scale.empty() && !plus) return {};
    if (s.is_tight(amount->end) && s.is(amount->end, Kind::word)) return {};
    const bool decimal = !amount->figure.fraction.empty();
    std::string words = std::move(amount->words);
    if (plus) append_word(words, s.tables.word("plus"));
    Reading reading =
        reading_of(plus ? amount->end + 1 : amount->end, std::move(words),
                   decimal ? SemioticClass::decimal : SemioticClass::cardinal,
                   amount->rule.empty() ? "numbers.tsv" : std::string(amount->rule),
                   amount->rule.empty() ? "" : "a scale, because a counted noun follows");
    if (!amount->fraction) reading.value = number_of(*amount);
    return reading;
}

std::optional<Reading> number(const Sentence& s, std::size_t at) {
    if (s.is_sign(at, '.')) {
        const bool point = s.is_digits(at + 1, 1, 15) && s.is_tight(at + 1) && s.is_start(at);
        if (!point) return {};
        semiotic::Decimal value{.whole = {}, .fraction = std::string(s.at(at + 1).text)};
        std::string words = words_of(s, value);
        return reading_of(at + 2, std::move(words), semiotic::Value(std::move(value)),
                          "a decimal point before digits");
    }
    if (!s.is(at, Kind::number)) return {};
    const wording::WrittenNumber& figure = s.number(at);
    if (!figure.dotted.empty()) {
        const bool commas = s.at(at).text.find(',') != std::string_view::npos;
        return reading_of(
            at + 1, join(s, figure.dotted, commas ? std::string_view() : s.tables.word("point")),
            SemioticClass::cardinal, "numbers with marks between them");
    }
    if (!figure.fraction.empty()) {
        semiotic::Decimal value{.whole = figure.digits.empty() ? "0" : figure.digits,
                                .fraction = figure.fraction};
        std::string words = words_of(s, value);
        return reading_of(at + 1, std::move(words), semiotic::Value(std::move(value)),
                          "digits after a decimal point");
    }
    semiotic::Cardinal value{.digits = figure.digits};
    std::string words =
        is_count(s, at, figure.digits) ? words_of(s, value) : s.numerals.digits(figure.digits);
    return reading_of(at + 1, std::move(words), semiotic::Value(std::move(value)), "numbers.tsv");
}

namespace {

/// A reading that starts with a word for the sign at piece `at`.
std::optional<Reading> before(const Sentence& s, std::size_t at, std::string_view word,
                              std::optional<Reading> reading) {
    if (!reading || reading->parts.empty()) return {};
    semiotic::SpokenPart& first = reading->parts.front();
    first.words = fmt::format("{} {}", word, first.words);
    if (first.source.end > first.source.begin) first.source.begin = s.at(at).source.begin;
    return reading;
}

/// Sets the sign of a value that has one.
constexpr auto make_negative = [](auto& value) {
    if constexpr (requires { value.negative; }) value.negative = true;
    if constexpr (requires { value.amount.negative; }) value.amount.negative = true;
};

}  // namespace

std::optional<Reading> minus(const Sentence& s, std::size_t at) {
    if (!s.is_dash(at) || !s.is_tight(at + 1)) return {};
    const bool apart =
        at == 0 || s.is(at - 1, Kind::space) ||
        (s.is(at - 1, Kind::punctuation) && !s.is_dash(at - 1) && !s.is_sign(at - 1, '/'));
    if (!apart) return {};
    const bool point = s.is_sign(at + 1, '.') && s.is(at + 2, Kind::number);
    const bool figure = s.is(at + 1, Kind::number) || point || s.is(at + 1, Kind::symbol);
    if (!figure) return {};
    std::optional<Reading> reading =
        s.is(at + 1, Kind::number) ? reading_at(s, at + 1) : std::nullopt;
    if (!reading) reading = measure(s, at + 1);
    if (!reading) reading = money(s, at + 1);
    if (!reading) reading = number(s, at + 1);
    if (reading && reading->value) std::visit(make_negative, *reading->value);
    return before(s, at, s.tables.word("minus"), std::move(reading));
}

std::optional<Reading> approximately(const Sentence& s, std::size_t at) {
    const bool about = s.is_sign(at, '~');
    const bool less = s.is_sign(at, '<');
    const bool more = s.is_sign(at, '>');
    const std::size_t number = s.over_space(at + 1);
    if (!(about || less || more) || !s.is(number, Kind::number) || (at > 0 && !s.is_start(at)))
        return {};
    std::optional<Reading> reading = reading_at(s, number);
    const WordKey key = about ? WordKey("approximately") : less ? WordKey("less") : WordKey("more");
    return before(s, at, s.tables.word(key), std::move(reading));
}

}  // namespace rawi::languages::english
