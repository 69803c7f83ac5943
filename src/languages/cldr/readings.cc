// Recognizers of what ICU has words for.
#include "languages/cldr/readings.h"

#include <string>
#include <string_view>
#include <utility>

#include "languages/cldr/signs.h"
#include "wording/semiotic/dates.h"
#include "wording/semiotic/recognizers.h"
#include "wording/semiotic/values.h"

namespace rawi::languages::cldr {

namespace {

using Kind = Piece::Kind;

semiotic::Amount amount_of(const wording::WrittenNumber& number) {
    return {.whole = number.digits, .fraction = number.fraction, .scale = {}};
}

/// The amount of a currency that pieces up to `end` are.
std::optional<Reading> money_of(const Sentence& s, const wording::WrittenNumber& amount,
                                std::string_view currency, std::size_t end) {
    auto said = s.shared.words.money(amount, currency);
    if (!said) return {};
    return reading_of(
        end, *std::move(said),
        semiotic::Money{.amount = amount_of(amount), .currency = std::string(currency)},
        "ICU currency");
}

/// All digits of a number.
std::string digits_of(const wording::WrittenNumber& number) {
    if (number.dotted.empty()) return number.digits + number.fraction;
    std::string all;
    for (const std::string& part : number.dotted)
        all += part;
    return all;
}

}  // namespace

std::string words_of(const Sentence& s, const semiotic::Digits& value) {
    std::string said;
    for (const char digit : value.digits) {
        wording::WrittenNumber one;
        wording::set_whole(one, std::string(1, digit));
        const auto word = s.shared.words.number(one, false);
        if (!word) return value.digits;
        if (!said.empty()) said += ' ';
        said += *word;
    }
    return said;
}

namespace {

/// Whether a number of one piece is likely a year.
bool is_year(const Sentence& s, std::size_t at) {
    constexpr std::uint64_t first_year = 1100, last_year = 2099;
    constexpr std::size_t year_digits = 4;
    const wording::WrittenNumber& number = s.number(at);
    return s.number_end(at) == at + 1 && number.whole() && !number.grouped &&
           number.digits.size() == year_digits && number.value >= first_year &&
           number.value <= last_year;
}

/// The value of a number that is no year.
semiotic::Value value_of(const wording::WrittenNumber& number, bool negative) {
    if (number.fraction.empty())
        return semiotic::Cardinal{.digits = number.digits, .negative = negative};
    return semiotic::Decimal{
        .whole = number.digits, .fraction = number.fraction, .negative = negative};
}

Reading number_reading(const Sentence& s, std::size_t at, bool negative) {
    constexpr const char* rule = "ICU spell-out";
    const wording::WrittenNumber& number = s.number(at);
    const std::size_t end = s.number_end(at);
    const bool year = !negative && is_year(s, at);
    std::optional<std::string> said =
        year ? s.shared.words.year(number.value) : std::optional<std::string>();
    if (!said && number.dotted.empty()) said = s.shared.words.number(number, negative);
    if (!said) {
        semiotic::Digits digits{.digits = digits_of(number)};
        std::string words = words_of(s, digits);
        return reading_of(end, std::move(words), semiotic::Value(std::move(digits)),
                          "digit by digit");
    }
    if (year)
        return reading_of(end, *std::move(said),
                          semiotic::Year{.first = static_cast<int>(number.value)}, rule);
    return reading_of(end, *std::move(said), value_of(number, negative), rule);
}

}  // namespace

std::optional<Reading> date(const Sentence& s, std::size_t at) {
    const bool day_first = s.shared.words.day_first();
    auto found = semiotic::date_in_figures_at(
        s, at, day_first ? semiotic::DateOrder::day_first : semiotic::DateOrder::month_first);
    if (!found) return {};
    const semiotic::NumericDate& numbers = found->value.numbers;
    const bool usual = numbers.year_first || numbers.day_first == day_first;
    if (!usual || numbers.date.short_year) return {};
    auto said = s.shared.words.date(static_cast<std::uint64_t>(numbers.date.day),
                                    static_cast<std::size_t>(numbers.date.month),
                                    static_cast<std::uint64_t>(numbers.date.year));
    if (!said) return {};
    return reading_of(found->end, *std::move(said), numbers.date, "ICU date");
}

std::optional<Reading> money_before_number(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::symbol)) return {};
    const std::string_view currency = currency_of(s.at(at).text);
    const std::size_t number = s.over_space(at + 1);
    if (currency.empty() || !s.is(number, Kind::number)) return {};
    return money_of(s, s.number(number), currency, s.number_end(number));
}

std::optional<Reading> money(const Sentence& s, std::size_t at) {
    const std::size_t after = s.over_space(s.number_end(at));
    if (after >= s.size()) return {};
    const std::string_view currency = currency_of(s.written(after, after + 1));
    if (currency.empty()) return {};
    return money_of(s, s.number(at), currency, after + 1);
}

std::optional<Reading> measure(const Sentence& s, std::size_t at) {
    const wording::WrittenNumber& number = s.number(at);
    const std::size_t unit = s.over_space(s.number_end(at));
    constexpr std::size_t longest = 3;  // pieces: "km/h"
    for (std::size_t end = unit + longest; end > unit; --end) {
        const bool cuts_word = s.is(end, Kind::word) && s.is(end - 1, Kind::word);
        if (end > s.size() || cuts_word) continue;
        const std::string_view name = unit_of(s.written(unit, end));
        if (name.empty()) continue;
        auto said = s.shared.words.measure(number, name);
        if (!said) continue;
        return reading_of(end, *std::move(said),
                          semiotic::Measure{.amount = amount_of(number), .unit = std::string(name)},
                          "ICU unit");
    }
    return {};
}

std::optional<Reading> ordinal(const Sentence& s, std::size_t at) {
    constexpr std::uint64_t most = 9999;
    const wording::WrittenNumber& number = s.number(at);
    if (!number.whole() || number.grouped || number.value > most) return {};
    const bool letters = s.is(at + 1, Kind::word);
    const bool stop = s.is_sign(at + 1, '.');
    const bool both = stop && s.is(at + 2, Kind::word);
    const bool inside = s.is(at + 2, Kind::space) && s.is(at + 3, Kind::word);
    if (!letters && !both && !(stop && inside)) return {};
    const std::size_t end = both ? at + 3 : at + 2;
    auto said = s.shared.words.ordinal(s.written(at, end), number.value);
    if (!said) return {};
    return reading_of(end, *std::move(said), semiotic::Ordinal{.digits = number.digits},
                      "ICU spell-out");
}

std::optional<Reading> negative_number(const Sentence& s, std::size_t at) {
    constexpr std::string_view minus = "\xE2\x88\x92";
    const bool sign = s.is_sign(at, '-') || s.is_sign(at, minus);
    const bool begins = at == 0 || s.is(at - 1, Kind::space);
    if (!sign || !begins || !s.is(at + 1, Kind::number)) return {};
    return number_reading(s, at + 1, true);
}

std::optional<Reading> number(const Sentence& s, std::size_t at) {
    return number_reading(s, at, false);
}

std::optional<Reading> sign(const Sentence& s, std::size_t at) {
    const SaidTable& symbols = s.shared.symbols;
    const Said* const row = s.is(at, Kind::symbol) ? symbols.find(s.at(at).text) : nullptr;
    if (row == nullptr) return {};
    return reading_of(at + 1, row->said, SemioticClass::symbol, symbols.place_of(*row));
}

}  // namespace rawi::languages::cldr
