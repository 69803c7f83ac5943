// Numbers with their scale words, money and measures.
#include "languages/arabic/amounts.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "languages/arabic/alphabet/alphabet.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

constexpr std::uint64_t least_too_large = 1000000000000000;
constexpr std::size_t longest_in_pieces = 7;  // "US$", "km/h", two words with a space

std::string joined(const std::string& first, const std::string& second) {
    return fmt::format("{} {}{}", first, written::wa, second);
}

std::uint64_t power_of_ten(std::size_t exponent) {
    std::uint64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

/// The text of a piece as it is in the keys of tables.
std::string key_of(const Piece& piece) {
    if (piece.kind == Kind::space) return " ";
    return piece.kind == Kind::word ? strip_diacritics(piece.text) : std::string(piece.text);
}

bool is_letters(const Piece& piece) {
    return piece.kind == Kind::word || piece.kind == Kind::latin;
}

/// The name of a decimal part ("a half"), which is added to the integer part; empty if it has none.
std::string named_part(const Sentence& s, std::string_view fraction, Case in, bool bound) {
    const Agreement agreement{.feminine = false, .in = in, .construct = bound};
    if (fraction == "5" || fraction == "50") return s.numerals.fraction(1, 2, agreement);
    if (fraction == "25") return s.numerals.fraction(1, 4, agreement);
    if (fraction == "75") return s.numerals.fraction(3, 4, agreement);
    return {};
}

bool is_half(const wording::WrittenNumber& figure) {
    return figure.fraction == "5" && figure.dotted.empty() && !figure.large;
}

/// "three millions and half a million": repeats the scale.
std::string with_half(const Sentence& s, const Amount& amount, Agreement agreement) {
    std::string half =
        s.numerals.fraction(1, 2, {.in = agreement.in, .construct = true}) + " " +
        s.numerals.cardinal(amount.scale, {.in = Case::genitive, .construct = agreement.construct});
    if (amount.figure.value == 0) return half;
    return joined(s.numerals.cardinal(amount.figure.value * amount.scale, {.in = agreement.in}),
                  half);
}

}  // namespace

std::uint64_t number_of(std::string_view digits) {
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool Amount::whole() const {
    if (figure.large || !figure.dotted.empty() || scale == 0) return false;
    if (figure.value >= least_too_large / scale) return figure.value * scale == 0;
    if (figure.fraction.empty()) return true;
    constexpr std::size_t most = 12;
    return figure.fraction.size() <= most && scale % power_of_ten(figure.fraction.size()) == 0;
}

std::uint64_t Amount::value() const {
    const std::uint64_t parts =
        figure.fraction.empty()
            ? 0
            : number_of(figure.fraction) * (scale / power_of_ten(figure.fraction.size()));
    return figure.value * scale + parts;
}

semiotic::Amount Amount::as_written() const {
    return {.whole = figure.digits, .fraction = figure.fraction, .scale = std::string(scale_words)};
}

semiotic::Value value_of(const wording::WrittenNumber& figure, bool negative) {
    if (figure.fraction.empty())
        return semiotic::Cardinal{.digits = figure.digits, .negative = negative};
    return semiotic::Decimal{
        .whole = figure.digits, .fraction = figure.fraction, .negative = negative};
}

std::string written_form(const wording::WrittenNumber& figure) {
    return figure.fraction.empty() ? figure.digits
                                   : fmt::format("{}.{}", figure.digits, figure.fraction);
}

Amount amount_at(const Sentence& s, std::size_t number, bool latin_scale) {
    Amount amount;
    amount.figure = s.number(number);
    amount.end = number + 1;
    while (true) {
        const std::size_t next = s.skip_spaces(amount.end);
        const bool counts = s.is(next, Kind::word) || (latin_scale && s.is(next, Kind::latin));
        const std::uint64_t scale = counts ? s.tables.scales.at(key_of(s.at(next))).value : 0;
        if (scale == 0 || scale > least_too_large / amount.scale) return amount;
        if (amount.figure.value >= least_too_large / (scale * amount.scale)) return amount;
        amount.scale *= scale;
        amount.end = next + 1;
        amount.scale_words = s.written(s.skip_spaces(number + 1), amount.end);
    }
}

namespace {

/// "1.2.3", such as the version of a program.
std::string dotted_number(const Sentence& s, const std::vector<std::string>& parts) {
    std::string said;
    for (const std::string& part : parts) {
        if (!said.empty()) said += fmt::format(" {} ", s.tables.word("stop"));
        const bool counts = part.size() == 1 || (part.size() < 4 && !part.starts_with('0'));
        said += counts ? s.numerals.cardinal(number_of(part), {}) : s.numerals.digits(part);
    }
    return said;
}

}  // namespace

std::string plain_number(const Sentence& s, const wording::WrittenNumber& figure,
                         Agreement agreement) {
    if (s.explains() && figure.ambiguous) {
        s.because(fmt::format("its mark {}: as in the rest of the document",
                              figure.fraction.empty() ? "separates thousands" : "is decimal"));
    }
    if (!figure.dotted.empty()) return dotted_number(s, figure.dotted);
    if (figure.large) return s.numerals.digits(figure.digits + figure.fraction);
    const bool identifier = figure.digits.size() > 1 && figure.digits.starts_with('0');
    if (figure.fraction.empty()) {
        return identifier ? s.numerals.digits(figure.digits)
                          : s.numerals.cardinal(figure.value, agreement);
    }
    // "Zero point one" is a citation form and not declined in the accusative.
    const bool cited = agreement.in == Case::accusative && figure.value == 0;
    const Case in = cited ? Case::nominative : agreement.in;
    std::string said =
        fmt::format("{} {} ", s.numerals.cardinal(figure.value, {.in = in}), s.house.point);
    const bool as_number = figure.fraction.size() <= 2 && !figure.fraction.starts_with('0');
    said += as_number ? s.numerals.cardinal(number_of(figure.fraction),
                                            {.in = in == Case::nominative ? in : Case::genitive})
                      : s.numerals.digits(figure.fraction);
    return said;
}

std::string amount_words(const Sentence& s, const Amount& amount, Agreement agreement) {
    if (amount.scale == 1) return plain_number(s, amount.figure, agreement);
    if (is_half(amount.figure)) return with_half(s, amount, agreement);
    if (amount.whole()) return s.numerals.cardinal(amount.value(), agreement);
    return plain_number(s, amount.figure, {.in = agreement.in}) + " " +
           s.numerals.cardinal(amount.scale,
                               {.in = Case::genitive, .construct = agreement.construct});
}

Named longest_key(const Sentence& s, const TableKeys& table, std::size_t at) {
    Named found;
    std::string key;
    for (std::size_t i = at; i < s.size() && i < at + longest_in_pieces; ++i) {
        key += key_of(s.at(i));
        const bool cut = is_letters(s.at(i)) && is_letters(s.at(i + 1));
        if (!cut && table.has(key)) found = {.key = key, .end = i + 1};
    }
    return found;
}

std::string measure_words(const Sentence& s, const Amount& amount, const Measure& measure,
                          Case in) {
    if (amount.scale > 1 && is_half(amount.figure)) {
        return with_half(s, amount, {.in = in, .construct = true}) + " " +
               s.nouns.singular(measure, Case::genitive);
    }
    if (amount.whole()) return s.nouns.counted(amount.value(), measure, in);
    const std::string part =
        amount.scale == 1 && !amount.figure.large && amount.figure.dotted.empty()
            ? named_part(s, amount.figure.fraction, in, amount.figure.value == 0)
            : std::string();
    if (!part.empty() && amount.figure.value == 0) {
        return part + " " + s.nouns.singular(measure, Case::genitive);
    }
    if (!part.empty()) {
        return joined(amount.figure.value == 1 ? s.nouns.singular(measure, in)
                                               : s.nouns.counted(amount.figure.value, measure, in),
                      part);
    }
    const Agreement agreement{
        .feminine = s.nouns.is_feminine(measure.noun), .in = in, .construct = true};
    return amount_words(s, amount, agreement) + " " + s.nouns.singular(measure, Case::genitive);
}

std::string price_words(const Sentence& s, const Amount& amount, const Price& price, Case in) {
    Amount short_one = amount;  // 20.500 dollars is 20.50, but 500.000 is thousands
    std::string& decimals = short_one.figure.fraction;
    if (decimals == "000" && price.minor_digits < decimals.size() && amount.scale == 1) {
        short_one.figure.value *= 1000;
        decimals.clear();
    }
    while (decimals.size() > price.minor_digits && decimals.ends_with('0'))
        decimals.pop_back();
    const wording::WrittenNumber& figure = short_one.figure;
    const bool cents = amount.scale == 1 && !figure.fraction.empty() && figure.dotted.empty() &&
                       price.minor_digits > 0 && figure.fraction.size() <= price.minor_digits;
    if (!cents || is_half(figure)) return measure_words(s, short_one, price.major, in);
    std::string padded = figure.fraction;
    padded.resize(price.minor_digits, '0');
    const std::uint64_t minor = number_of(padded);
    if (minor == 0) return s.nouns.counted(figure.value, price.major, in);
    std::string small = s.nouns.counted(minor, price.minor, in);
    if (figure.value == 0) return small;
    return joined(s.nouns.counted(figure.value, {.noun = price.major.noun}, in), small);
}

std::string share(const Sentence& s, const wording::WrittenNumber& figure, Case in) {
    if (figure.value == 0 && figure.fraction == "5") return s.numerals.fraction(1, 2, {.in = in});
    if (figure.value == 0 && figure.fraction == "25") return s.numerals.fraction(1, 4, {.in = in});
    return plain_number(s, figure, {.feminine = false, .in = in, .construct = false});
}

bool is_percent_sign(std::string_view sign) {
    return sign == "%" || sign == "\u066A" || sign == "\uFF05";
}

Price price_of(const CurrencyRow& currency) {
    return {.major = {.noun = currency.noun, .adjective = currency.adjective, .tail = {}},
            .minor = {.noun = currency.minor_noun, .adjective = {}, .tail = {}},
            .minor_digits = currency.minor_digits};
}

Measure measure_of(const UnitRow& unit) {
    return {.noun = unit.noun, .adjective = unit.adjective, .tail = unit.complement};
}

Case ranked_case(const Sentence& s, std::size_t at) {
    std::size_t noun = at;
    while (noun > 0 && !s.is(noun - 1, Kind::word))
        --noun;
    if (noun == 0) return Case::nominative;
    --noun;
    const std::string word = strip_diacritics(s.at(noun).text);
    if (word.ends_with(written::oblique_ending) && word.starts_with(written::article))
        return Case::genitive;
    if (word.starts_with(written::bi_article) || word.starts_with(written::lam_article))
        return Case::genitive;
    // "the fifties of the 20th century": a noun without article is in construct state.
    const std::string before = s.word_before(noun);
    const bool construct = !before.starts_with(written::article) &&
                           (before.ends_with(written::feminine_plural_ending) ||
                            before.ends_with(written::ta_marbuta));
    return construct ? Case::genitive : s.governed_case(noun);
}

}  // namespace rawi::languages::arabic
