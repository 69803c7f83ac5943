// Recognizers of years, decades and financial periods.
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

constexpr int first_year = 1000, last_year = 2999, hundred = 100;

/// The value of a four-digit number that may be a year; -1 if it is not one.
int year_at(const Sentence& s, std::size_t i) {
    if (!s.is_digits(i, 4, 4)) return -1;
    const int value = s.small_value(i);
    return value >= first_year && value <= last_year ? value : -1;
}

std::string year_words(const Sentence& s, int value) {
    return s.numerals.year(static_cast<std::uint64_t>(value));
}

struct Era {
    std::string_view said;  ///< empty if there is none
    std::string key;        ///< in eras.tsv
    std::size_t end = 0;
};

/// An era with or without full stops: "A.D.", "BC".
Era era_at(const Sentence& s, std::size_t i) {
    if (!s.is(i, Kind::word)) return {};
    std::string key(s.at(i).low);
    std::size_t end = i + 1;
    bool stopped = false;
    constexpr std::size_t longest = 3;
    while (key.size() < longest && s.at(i).text.size() == 1 && s.is_sign(end, '.')) {
        std::size_t next = s.over_space(end + 1);
        if (!s.is(next, Kind::word) || s.at(next).text.size() != 1) break;
        key += s.at(next).low;
        end = next + 1;
        stopped = true;
    }
    if (!stopped && !s.at(i).upper) return {};
    const auto* const row = s.tables.eras.find(key);
    if (row == nullptr) return {};
    if (stopped && s.is_sign(end, '.') && end + 1 < s.size() && !s.ends_phrase(end + 1)) ++end;
    return {.said = row->said, .key = std::move(key), .end = end};
}

/// Whether something attached to the number shows that it is not a plain year.
bool goes_on(const Sentence& s, std::size_t end) {
    if (!s.is_tight(end)) return false;
    if (s.is(end, Kind::word) || s.is(end, Kind::number) || s.is_sign(end, ':') ||
        s.is_sign(end, '%'))
        return true;
    const bool joint = s.is_dash(end) || s.is_sign(end, '/') || s.is_sign(end, '.');
    return joint && s.is_tight(end + 1) && s.is(end + 1, Kind::number);
}

}  // namespace

std::string words_of(const Sentence& s, const semiotic::Year& value) {
    std::string words = year_words(s, value.first);
    if (value.last > 0)
        words += fmt::format(" {} {}", s.tables.word("to"), year_words(s, value.last));
    append_word(words, s.tables.eras.at(value.era).said);
    return words;
}

std::optional<Reading> era_first(const Sentence& s, std::size_t at) {
    Era era = era_at(s, at);
    if (era.said.empty() || s.tables.eras.at(s.at(at).low).choice == Position::after) return {};
    const std::size_t number = s.over_space(era.end);
    if (!s.is_digits(number, 1, 4) || goes_on(s, number + 1)) return {};
    const int value = s.small_value(number);
    return reading_of(number + 1, fmt::format("{} {}", era.said, year_words(s, value)),
                      semiotic::Value(semiotic::Year{.first = value, .era = std::move(era.key)}),
                      "an era before its year");
}

std::optional<Reading> year_with_era(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 1, 4) || s.at(at).text.front() == '0') return {};
    semiotic::Year value{.first = s.small_value(at)};
    std::size_t last = at + 1;
    if (s.is_dash(last) && s.is_digits(last + 1, 1, 4)) {
        value.last = s.small_value(last + 1);
        last += 2;
    }
    Era era = era_at(s, s.over_space(last));
    if (era.said.empty()) return {};
    value.era = std::move(era.key);
    std::string words = words_of(s, value);
    return reading_of(era.end, std::move(words), semiotic::Value(std::move(value)),
                      "a year before its era");
}

std::optional<Reading> year_range(const Sentence& s, std::size_t at) {
    const int from = year_at(s, at);
    if (from < 0 || (s.is_tight(at) && !s.is_start(at))) return {};
    const std::size_t first_s = at + 1;
    const bool decades = s.is_tight(first_s) && s.at(first_s).low == "s";
    const std::size_t after_first = decades ? first_s + 1 : at + 1;
    const std::size_t joint = s.over_space(after_first);
    const bool slash = s.is_sign(joint, '/') && joint == after_first;
    const std::size_t second = s.over_space(joint + 1);
    if (!(slash || s.is_dash(joint)) || (joint > after_first) != (second > joint + 1)) return {};
    const bool second_decades = s.is_tight(second + 1) && s.at(second + 1).low == "s";
    const std::size_t end = second_decades ? second + 2 : second + 1;
    if (!second_decades && goes_on(s, second + 1)) return {};
    semiotic::Year value{.first = from};
    std::string to;
    const auto words_for = [&](int year, bool plural) {
        return plural ? s.numerals.years_of(static_cast<std::uint64_t>(year)) : year_words(s, year);
    };
    if (const int year = year_at(s, second); year >= 0 && !slash) {
        to = words_for(year, second_decades);
        value.last = year;
    } else if (s.is_digits(second, 2, 2) &&
               (second_decades || s.small_value(second) > from % hundred)) {
        to = second_decades ? plural_of(s.numerals.pair(s.at(second).text))
                            : s.numerals.pair(s.at(second).text);
        value.last = from / hundred * hundred + s.small_value(second);
    } else {
        return {};
    }
    const std::string begin = words_for(from, decades);
    std::string words = slash ? fmt::format("{} {}", begin, to)
                              : fmt::format("{} {} {}", begin, s.tables.word("to"), to);
    Reading reading =
        reading_of(end, std::move(words), SemioticClass::year, "from one year to another");
    if (!decades && !second_decades) reading.value = std::move(value);
    return reading;
}

std::optional<Reading> decade(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 2, 4)) return {};
    std::size_t end = at + 1;
    if (s.is(end, Kind::space) && s.at(end + 1).low == "s" && year_at(s, at) >= 0 &&
        s.small_value(at) % 10 == 0)
        ++end;
    if (s.at(end).low != "s") return {};
    const int value = s.small_value(at);
    if (s.is_tight(end + 1) && s.is(end + 1, Kind::number)) return {};
    if (value % 10 != 0 && end == at + 1)
        return reading_of(end + 1, plural_of(s.numerals.cardinal(s.at(at).text)),
                          SemioticClass::cardinal, "the plural of a number");
    if (value % 10 != 0 || value == 0 || (s.is_tight(end + 1) && (s.is(end + 1, Kind::number))))
        return {};
    std::string words;
    if (s.is_digits(at, 4, 4) && year_at(s, at) >= 0 && value != first_year) {
        words = s.numerals.years_of(static_cast<std::uint64_t>(value));
    } else {
        words = plural_of(s.numerals.cardinal(s.at(at).text));
        if (value == hundred || value == first_year)
            words =
                plural_of(std::string(value == hundred ? s.tables.word("hundred") : "thousand"));
    }
    return reading_of(end + 1, std::move(words), SemioticClass::year, "a decade");
}

std::optional<Reading> short_year(const Sentence& s, std::size_t at) {
    if (!s.is_apostrophe(at) || !(at == 0 || s.is_start(at) || s.is_dash(at - 1)) ||
        !s.is_digits(at + 1, 2, 2) || !s.is_tight(at + 1))
        return {};
    const std::size_t end = at + 2;
    if (s.is_tight(end) && s.at(end).low == "s" && s.small_value(at + 1) % 10 == 0 &&
        s.small_value(at + 1) > 0)
        return reading_of(end + 1, plural_of(s.numerals.pair(s.at(at + 1).text)),
                          SemioticClass::year, "a decade");
    if (s.is_tight(end) && (s.is(end, Kind::word) || s.is_apostrophe(end) || s.is_sign(end, '"')))
        return {};
    return reading_of(end, s.numerals.pair(s.at(at + 1).text), SemioticClass::year,
                      "a year without its century");
}

std::optional<Reading> financial_period(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 1, 1) || !s.is_tight(at + 1) || !s.is_tight(at + 2)) return {};
    const std::string_view period = s.at(at + 1).text;
    const int which = s.small_value(at);
    const bool quarter = period == "Q" && which >= 1 && which <= 4;
    const bool half = period == "H" && (which == 1 || which == 2);
    if (!quarter && !half) return {};
    const bool long_year = year_at(s, at + 2) >= 0;
    if (!long_year && !s.is_digits(at + 2, 2, 2)) return {};
    const std::string year =
        long_year ? year_words(s, s.small_value(at + 2)) : s.numerals.pair(s.at(at + 2).text);
    return reading_of(at + 3,
                      fmt::format("the {} {} {} {}", s.numerals.ordinal(s.at(at).text),
                                  s.tables.word(quarter ? WordKey("quarter") : WordKey("half")),
                                  s.tables.word("of"), year),
                      SemioticClass::date, "a financial period");
}

std::optional<Reading> year(const Sentence& s, std::size_t at) {
    const int value = year_at(s, at);
    if (value < 0 || goes_on(s, at + 1)) return {};
    if (s.is_tight(at) && !s.is_start(at) && !s.is_sign(at - 1)) return {};
    const std::string_view next = s.word_from(at + 1);
    const std::string_view before = s.word_before(at);
    const bool dated = before == "the" || before == "in" || before == "since" || before == "of" ||
                       before == "from" || before == "until" || before == "by";
    if (s.is(at + 1, Kind::space) && s.tables.counted.has(next) && !dated) return {};
    return reading_of(at + 1, year_words(s, value), semiotic::Value(semiotic::Year{.first = value}),
                      "four digits",
                      next.empty() ? "" : fmt::format("not a cardinal, because of \"{}\"", next));
}

}  // namespace rawi::languages::english
