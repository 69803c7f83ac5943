// Recognizers of dates, with months in words and in digits.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"
#include "wording/semiotic/recognizers.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

constexpr int last_day = 31, first_year = 1000, last_year = 2999;

/// The value of a few digits.
int number_in(std::string_view digits) {
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

struct Month {
    std::string_view name;
    int number = 0;
    std::size_t end = 0;  ///< after a full stop that belongs to it
    bool is_word = false, stopped = false;
};

Month month_at(const Sentence& s, std::size_t i) {
    if (!s.is(i, Kind::word)) return {};
    const auto* const row = s.tables.months.find(s.at(i).low);
    if (row == nullptr) return {};
    Month month{.name = row->said,
                .number = static_cast<int>(row->number),
                .end = i + 1,
                .is_word = row->choice == MonthUsage::word};
    const bool short_form = month.name.size() > s.at(i).text.size();
    month.stopped = short_form && s.is_sign(i + 1, '.');
    if (month.stopped) ++month.end;
    return month;
}

struct Day {
    int value = 0;
    std::size_t end = 0;
    bool ordinal = false;
};

/// A day of the month: 1 to 31, with or without an ordinal ending.
Day day_at(const Sentence& s, std::size_t i) {
    if (!s.is_digits(i, 1, 2)) return {};
    const int value = s.small_value(i);
    if (value < 1 || value > last_day) return {};
    const std::string_view ending =
        s.is_tight(i + 1) && s.is(i + 1, Kind::word) ? s.at(i + 1).low : std::string_view();
    if (ending.empty()) return {.value = value, .end = i + 1};
    if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return {};
    return {.value = value, .end = i + 2, .ordinal = true};
}

/// The year that ends a date, after a comma or a space at piece `i`; 0 if there is none.
std::pair<int, std::size_t> year_after(const Sentence& s, std::size_t i) {
    if (s.is_sign(i, ',')) ++i;
    i = s.over_space(i);
    if (!s.is_digits(i, 4, 4)) return {0, i};
    const int value = s.small_value(i);
    const std::size_t end = i + 1;
    const bool longer =
        s.is_tight(end) && (s.is(end, Kind::word) || s.is_sign(end, ':') || s.is_sign(end, '%'));
    if (value < first_year || value > last_year || longer) return {0, i};
    return {value, end};
}

std::string day_words(const Sentence& s, int day) {
    return s.numerals.ordinal(fmt::format("{}", day));
}

std::string year_words(const Sentence& s, int year) {
    return year > 0 ? s.numerals.year(static_cast<std::uint64_t>(year)) : std::string();
}

bool behind_the(const Sentence& s, std::size_t at) {
    return at > 1 && s.is(at - 1, Kind::space) && s.at(at - 2).low == "the";
}

/// A complete date in the order of the region.
std::string date_words(const Sentence& s, int day, std::string_view month, std::string_view year,
                       bool day_before) {
    std::string words =
        day_before ? fmt::format("the {} {} {}", day_words(s, day), s.tables.word("of"), month)
                   : fmt::format("{} {}", month, day_words(s, day));
    append_word(words, year);
    return words;
}

std::string_view month_named(const Sentence& s, int number) {
    const std::vector<MonthRow>& months = s.tables.months.rows();
    const auto found = std::find_if(months.begin(), months.end(), [&](const MonthRow& month) {
        return month.number == static_cast<std::uint64_t>(number);
    });
    return found == months.end() ? std::string_view() : found->said;
}

/// The second day of "5-7"; 0 if there is no range.
Day second_day(const Sentence& s, std::size_t end, int first) {
    const std::size_t dash = s.over_space(end);
    if (!s.is_dash(dash)) return {};
    const std::size_t following = s.over_space(dash + 1);
    if ((dash > end) != (following > dash + 1)) return {};
    const Day day = day_at(s, following);
    return day.value > first ? day : Day{};
}

bool is_counted(const Sentence& s, const Day& day) {
    return !day.ordinal && s.tables.counted.has(s.word_from(day.end));
}

/// Whether what follows a number after a month shows that it is not a day: "March 3:30", "May 5
/// million".
bool goes_on(const Sentence& s, std::size_t end) {
    const bool tight =
        s.is_tight(end) && (s.is_sign(end, ':') || s.is_sign(end, '%') || s.is_sign(end, '/'));
    const ScaleRow* const scale = s.tables.scales.find(s.word_from(end));
    return tight || (scale != nullptr && scale->usage == ScaleRow::Usage::number);
}

/// "Jan-15-2020": hyphens between the parts.
std::optional<Reading> with_hyphens(const Sentence& s, const Month& month) {
    if (month.stopped || !s.is_dash(month.end) || !s.is_tight(month.end + 1)) return {};
    const Day day = day_at(s, month.end + 1);
    if (day.value == 0) return {};
    std::size_t end = day.end;
    semiotic::Date date{.day = day.value, .month = month.number};
    if (s.is_dash(end) && s.is_tight(end + 1)) {
        const auto [value, following] = year_after(s, end + 1);
        if (value == 0) return {};
        date.year = value;
        end = following;
    }
    std::string words =
        date_words(s, day.value, month.name, year_words(s, date.year), s.region.day_first);
    return reading_of(end, std::move(words), semiotic::Value(std::move(date)), "month and day");
}

bool is_preposition(std::string_view word) {
    constexpr std::array<std::string_view, 11> known = {
        "in", "since", "until", "till", "by", "last", "next", "of", "from", "late", "early"};
    return std::find(known.begin(), known.end(), word) != known.end();
}

/// A month without day or year; only abbreviations are changed.
std::optional<Reading> month_alone(const Sentence& s, std::size_t at, const Month& month) {
    const Piece& word = s.at(at);
    if (!word.capital || month.name.size() == word.text.size()) return {};
    const std::string_view before = s.word_before(at);
    if (!month.stopped && !is_preposition(before)) return {};
    const bool end = month.stopped && month.end == s.size();
    return reading_of(end ? month.end - 1 : month.end, std::string(month.name),
                      semiotic::Value(semiotic::Date{.month = month.number}),
                      s.tables.months.place_of(s.at(at).low),
                      month.stopped ? "a month, because of its full stop"
                                    : fmt::format("a month after \"{}\"", before));
}

semiotic::Value date_value(const Month& month, const Day& first, const Day& last, int year) {
    return semiotic::Date{
        .day = first.value, .month = month.number, .year = year, .last_day = last.value};
}

/// A day after its month, and the year after that.
std::optional<Reading> with_day(const Sentence& s, const Month& month, const Day& day,
                                bool small_word) {
    const Day second = second_day(s, day.end, day.value);
    const std::size_t end = second.value > 0 ? second.end : day.end;
    const auto [year, year_end] = year_after(s, end);
    if (small_word && year == 0 && !day.ordinal) return {};
    const bool article = s.region.day_first && second.value == 0;
    std::string words(month.name);
    if (article) append_word(words, s.tables.word("the"));
    append_word(words, day_words(s, day.value));
    if (second.value > 0)
        words += fmt::format(" {} {}", s.tables.word("to"), day_words(s, second.value));
    append_word(words, year_words(s, year));
    return reading_of(year > 0 ? year_end : end, std::move(words),
                      date_value(month, day, second, year), "a month before its day");
}

/// "23,1998" is one token.
std::optional<Reading> with_comma(const Sentence& s, const Month& month, std::size_t at) {
    if (!s.is(at, Kind::number) || s.number(at).dotted.size() != 2) return {};
    const auto& parts = s.number(at).dotted;
    constexpr std::size_t day_digits = 2, year_digits = 4;
    if (parts[0].size() > day_digits || parts[1].size() != year_digits) return {};
    const int day = number_in(parts[0]);
    if (day < 1 || day > last_day) return {};
    const int year = number_in(parts[1]);
    return reading_of(
        at + 1, date_words(s, day, month.name, year_words(s, year), false),
        semiotic::Value(semiotic::Date{.day = day, .month = month.number, .year = year}),
        "a month before its day");
}

}  // namespace

std::optional<Reading> month_first(const Sentence& s, std::size_t at) {
    const Month month = month_at(s, at);
    if (month.end == 0 || (s.is_tight(at) && !s.is_start(at) && !s.is_dash(at - 1))) return {};
    if (auto reading = with_hyphens(s, month)) return reading;
    const bool small_word = month.is_word && !s.at(at).capital;
    std::size_t following = s.over_space(month.end);
    if (following == month.end && !month.stopped) return month_alone(s, at, month);
    if (s.at(following).low == "the") following = s.over_space(following + 1);
    const Day day = day_at(s, following);
    if (day.value > 0 && !goes_on(s, day.end) && !is_counted(s, day))
        return with_day(s, month, day, small_word);
    if (auto reading = with_comma(s, month, following)) return reading;
    const auto [year, end] = year_after(s, month.end);
    if (year > 0 && !small_word && !s.tables.counted.has(s.word_from(end))) {
        return reading_of(end, fmt::format("{} {}", month.name, year_words(s, year)),
                          semiotic::Value(semiotic::Date{.month = month.number, .year = year}),
                          "a month before its year");
    }
    return month_alone(s, at, month);
}

std::optional<Reading> day_first(const Sentence& s, std::size_t at) {
    const Day day = day_at(s, at);
    if (day.value == 0) return {};
    Day second = second_day(s, day.end, day.value);
    std::size_t end = second.value > 0 ? second.end : day.end;
    const bool hyphens =
        second.value == 0 && s.is_dash(end) && s.is_tight(end + 1) && s.is(end + 1, Kind::word);
    const std::size_t where = hyphens ? end + 1 : s.over_space(end);
    const Month month = month_at(s, where);
    if (month.end == 0 || (s.is_tight(month.end) && s.is(month.end, Kind::word))) return {};
    const bool small_word = month.is_word && !s.at(where).capital;
    const std::size_t hyphen = hyphens && s.is_dash(month.end) ? month.end + 1 : month.end;
    const auto [year, year_end] = year_after(s, hyphen);
    if (small_word && year == 0 && !day.ordinal) return {};
    // "10 March protests" has a noun and "10 May 15" a number after the month, not a year.
    end = year > 0 ? year_end : month.end;
    std::string words = behind_the(s, at) ? std::string() : std::string(s.tables.word("the"));
    append_word(words, day_words(s, day.value));
    if (second.value > 0)
        words += fmt::format(" {} the {}", s.tables.word("to"), day_words(s, second.value));
    append_word(words, s.tables.word("of"));
    append_word(words, month.name);
    append_word(words, year_words(s, year));
    return reading_of(end, std::move(words), date_value(month, day, second, year),
                      "a day before its month");
}

namespace {

/// A numeric date in words.
std::string words_of(const Sentence& s, const semiotic::NumericDate& found) {
    const semiotic::Date& date = found.date;
    const bool by_day = found.year_first ? s.region.day_first : found.day_first;
    return date_words(s, date.day, month_named(s, date.month), year_words(s, date.year), by_day);
}

}  // namespace

std::string words_of(const Sentence& s, const semiotic::Date& value) {
    const std::string year = year_words(s, value.year);
    if (value.day > 0 && value.month > 0)
        return date_words(s, value.day, month_named(s, value.month), year, s.region.day_first);
    std::string words;
    if (value.day > 0) words = fmt::format("{} {}", s.tables.word("the"), day_words(s, value.day));
    append_word(words, month_named(s, value.month));
    append_word(words, year);
    return words;
}

std::optional<Reading> numeric_date(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::number) || (s.is_tight(at) && !s.is_start(at))) return {};
    using semiotic::DateOrder;
    const auto found = semiotic::date_in_figures_at(
        s, at, s.region.day_first ? DateOrder::day_first : DateOrder::month_first);
    if (!found) return {};
    const auto& [numbers, separator] = found->value;
    const bool goes_on = separator != '.' && s.is_tight(found->end) &&
                         (s.is(found->end, Kind::word) || s.is_sign(found->end, ':'));
    if (goes_on) return {};
    const char* const rule = numbers.year_first  ? "year, month and day"
                             : numbers.day_first ? "day, month and year"
                                                 : "month, day and year";
    const char* const why = numbers.year_first ? ""
                            : numbers.either   ? "the order of the region (regions.tsv)"
                                               : "the other order has no such month";
    return reading_of(found->end, words_of(s, numbers), semiotic::Value(numbers.date), rule, why);
}

std::optional<Reading> weekday(const Sentence& s, std::size_t at) {
    const auto* const row = s.at(at).capital ? s.tables.weekdays.find(s.at(at).low) : nullptr;
    if (row == nullptr) return {};
    const bool stopped = s.is_sign(at + 1, '.');
    const std::size_t end = stopped ? at + 2 : at + 1;
    const bool comma = s.is_sign(end, ',') && s.is(end + 1, Kind::space) &&
                       (s.is(end + 2, Kind::number) || month_at(s, end + 2).end > 0);
    const std::size_t dash = s.over_space(end);
    const std::size_t other = s.over_space(dash + 1);
    const auto* const second = s.is_dash(dash) && s.is(other, Kind::word) && s.at(other).capital
                                   ? s.tables.weekdays.find(s.at(other).low)
                                   : nullptr;
    if (second != nullptr) {
        const bool dotted = s.is_sign(other + 1, '.') && !s.ends_phrase(other + 2);
        return reading_of(dotted ? other + 2 : other + 1,
                          fmt::format("{} {} {}", row->said, s.tables.word("to"), second->said),
                          SemioticClass::date, "from one day to another");
    }
    const bool end_of_sentence = stopped && end == s.size();
    const bool known = comma || (stopped && is_preposition(s.word_before(at))) ||
                       (stopped && s.word_before(at) == "on") ||
                       (stopped && s.is(s.over_space(end), Kind::number));
    if (!known) return {};
    return reading_of(end_of_sentence ? end - 1 : end, row->said, SemioticClass::date,
                      s.tables.weekdays.place_of(*row),
                      "a weekday next to a date or after a preposition");
}

}  // namespace rawi::languages::english
