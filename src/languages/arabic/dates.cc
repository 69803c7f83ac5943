// Recognizers of dates, months and years.
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/arabic/abbreviations.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/amounts.h"
#include "languages/arabic/readings.h"
#include "languages/arabic/verbalizers.h"
#include "wording/semiotic/recognizers.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

constexpr std::uint64_t first_year = 1000, first_sure_year = 1900, last_sure_year = 2099,
                        last_year = 2199;
constexpr std::uint64_t days = 31;

/// A month, possibly with a second name ("November / Tishrin II").
struct Month {
    std::string said;
    std::string place;  ///< the "table:line" of the name
    int number = 0;
    std::size_t end = 0;
    bool twice = false;
    bool with_figure = false;  ///< "Kanun 2"
};

/// The first name of a month of this calendar in months.tsv.
std::string_view month_named(const Tables& tables, std::uint64_t number, Calendar calendar) {
    for (const MonthRow& month : tables.months.rows()) {
        if (month.choice == calendar && month.number == number) return month.said;
    }
    return {};
}

/// The name of a Gregorian month in the house style; empty if the written name is said.
std::string_view preferred_name(const Sentence& s, const std::string& key) {
    const bool gregorian = s.house.months == Style::Months::gregorian;
    const bool levantine = s.house.months == Style::Months::levantine;
    const MonthRow& month = s.tables.months.at(key);
    if ((!gregorian && !levantine) || month.choice == Calendar::hijri) return {};
    return month_named(s.tables, month.number,
                       gregorian ? Calendar::gregorian : Calendar::levantine);
}

std::optional<Month> month_as_written(const Sentence& s, std::size_t at) {
    const Named first = longest_key(s, s.tables.months, at);
    if (first.key.empty()) return {};
    Month month;
    month.said = s.tables.months.at(first.key).said;
    month.place = s.tables.months.place_of(first.key);
    month.number = static_cast<int>(s.tables.months.at(first.key).number);
    month.end = first.end;
    month.with_figure = first.key.find_first_of("0123456789") != std::string::npos;
    const std::size_t mark = s.skip_spaces(first.end);
    const bool bracket = s.is_sign(mark, "(");
    if (!bracket && !s.is_sign(mark, "/") && !s.is_dash(mark)) return month;
    const Named second = longest_key(s, s.tables.months, s.skip_spaces(mark + 1));
    const bool same = !second.key.empty() &&
                      s.tables.months.at(first.key).number == s.tables.months.at(second.key).number;
    if (!same || (bracket && !s.is_sign(second.end, ")"))) return month;
    if (s.house.months == Style::Months::second) month.said = s.tables.months.at(second.key).said;
    if (s.house.months == Style::Months::both)
        month.said += fmt::format(" {}", s.tables.months.at(second.key).said);
    month.end = second.end + (bracket ? 1U : 0U);
    month.twice = true;
    return month;
}

std::optional<Month> month_at(const Sentence& s, std::size_t at) {
    std::optional<Month> month = month_as_written(s, at);
    if (!month) return month;
    const std::string_view preferred = preferred_name(s, longest_key(s, s.tables.months, at).key);
    if (!preferred.empty()) month->said = preferred;
    return month;
}

/// The era after a year: "AH", "AD", "BC".
Named era_at(const Sentence& s, std::size_t at) {
    const std::size_t next = s.skip_spaces(at);
    Named era = short_form_at(s, next, "year");
    if (era.key.empty()) era = short_form_at(s, next, "spaced");
    return era;
}

std::string era_words(const Sentence& s, const Named& era) {
    return era.key.empty() ? std::string()
                           : fmt::format(" {}", s.tables.short_forms.at(era.key).said);
}

/// A year with the word before it in the house style, and its era.
std::string full_year(const Sentence& s, std::uint64_t value, const Named& era) {
    const Agreement agreement{
        .feminine =
            s.tables.year_words.at(strip_diacritics(s.house.year)).choice == Gender::feminine,
        .in = Case::genitive};
    return fmt::format(" {}{}{}{}", s.house.year, s.house.year.empty() ? "" : " ",
                       s.numerals.cardinal(value, agreement), era_words(s, era));
}

/// The year that ends a date, with its era, into `date`. Moves `end` after it.
std::string year_of_date(const Sentence& s, std::size_t& end, semiotic::Date& date) {
    std::size_t next = s.skip_spaces(end);
    if (s.is_sign(next, ",") || s.is_sign(next, "\u060C")) next = s.skip_spaces(next + 1);
    constexpr std::size_t digits = 4;
    if (!s.is_plain(next, digits) || s.number(next).digits.size() != digits || s.is_bound(next)) {
        return {};
    }
    const std::uint64_t value = s.number(next).value;
    if (value < first_year || value > last_year) return {};
    end = next + 1;
    const Named era = era_at(s, end);
    if (!era.key.empty()) end = era.end;
    date.year = static_cast<int>(value);
    date.era = era.key;
    return full_year(s, value, era);
}

/// A date at the start of a sentence is its subject; elsewhere it is governed.
Case date_case(const Sentence& s, std::size_t at) {
    const bool subject = s.skip_spaces(0) == at && s.prefix(at).preposition.empty();
    return subject ? Case::nominative : Case::genitive;
}

std::string day_words(const Sentence& s, std::uint64_t day, Case in) {
    return s.numerals.ordinal(day, false, in);
}

bool is_day(const Sentence& s, std::size_t i) {
    return s.is_plain(i, 2) && s.number(i).value >= 1 && s.number(i).value <= days;
}

/// The name of the month of a numeric date.
std::string_view month_words(const Sentence& s, const semiotic::Date& date) {
    constexpr int hijri_begin = 1200, hijri_end = 1600;
    const bool hijri = date.year > hijri_begin && date.year < hijri_end;
    const bool levantine = s.house.months == Style::Months::levantine;
    return month_named(s.tables, static_cast<std::uint64_t>(date.month),
                       hijri       ? Calendar::hijri
                       : levantine ? Calendar::levantine
                                   : Calendar::gregorian);
}

}  // namespace

Inflected words_of(const Sentence& s, std::size_t at, std::size_t end,
                   const semiotic::Date& value) {
    if (value.day == 0 && value.month == 0)
        return words_of(s, at, end, semiotic::Year{.first = value.year, .era = value.era});
    const Case in = date_case(s, at);
    std::string said;
    if (value.day > 0) said = day_words(s, static_cast<std::uint64_t>(value.day), in);
    if (value.day > 0 && value.month > 0) said += fmt::format(" {} ", s.tables.word("of"));
    if (value.month > 0) said += month_words(s, value);
    if (value.year > 0)
        said += full_year(s, static_cast<std::uint64_t>(value.year), {.key = value.era});
    return {.words = std::move(said), .in = in};
}

namespace {

/// "On 3/8": day and month, if the word before announces a day.
std::optional<Reading> day_and_month_in_figures(const Sentence& s, std::size_t at) {
    const bool form = is_day(s, at) && s.is_sign(at + 1, "/") && s.is_plain(at + 2, 2) &&
                      !s.is_bound(at + 2) && !s.is_sign(at + 3, "/");
    if (!form || !s.tables.day_words.has(s.word_before(at))) return {};
    const auto found = semiotic::day_and_month_of(s.at(at).text, s.at(at + 2).text,
                                                  semiotic::DateOrder::day_first);
    if (!found) return {};
    Reading reading =
        number_reading(s, at, at + 3, words_of(s, at, at + 3, found->date).words,
                       SemioticClass::date, s.tables.day_words.place_of(s.word_before(at)));
    reading.value = found->date;
    return reading;
}

}  // namespace

std::optional<Reading> numeric_date(const Sentence& s, std::size_t at) {
    if (auto reading = day_and_month_in_figures(s, at)) return reading;
    const auto found = semiotic::date_in_figures_at(s, at, semiotic::DateOrder::day_first);
    if (!found) return {};
    semiotic::Date date = found->value.numbers.date;
    if (found->value.separator == '.' && date.short_year) return {};  // a version
    std::size_t end = found->end;
    const Named era = era_at(s, end);
    if (!era.key.empty()) end = era.end;
    date.era = era.key;
    Reading reading = number_reading(s, at, end, words_of(s, at, end, date).words,
                                     SemioticClass::date, "day, month and year in digits");
    reading.value = std::move(date);
    return reading;
}

namespace {

bool is_until(const Sentence& s, std::size_t i) {
    if (!s.is(i, Kind::word)) return false;
    const std::string word = strip_diacritics(s.at(i).text);
    return word == strip_diacritics(s.tables.word("to")) || word == s.tables.word("until");
}

}  // namespace

namespace {

/// "On the 25th of this month": no month is named, but the following words show that it is a day.
std::optional<Reading> day_of_this_month(const Sentence& s, std::size_t at) {
    std::size_t next = s.skip_spaces(at + 1);
    const bool of = s.word_at(next) == strip_diacritics(s.tables.word("of"));
    if (of) next = s.skip_spaces(next + 1);
    const std::string word = s.word_at(next);
    const bool current = word == s.tables.word("current") || word == s.tables.word("present");
    if (!current && !(of && word == s.tables.word("this month"))) return {};
    if (!s.governor_before(at) && !s.tables.day_words.has(s.word_before(at))) return {};
    const std::uint64_t day = s.number(at).value;
    return number_reading(s, at, at + 1, day_words(s, day, Case::genitive),
                          semiotic::Date{.day = static_cast<int>(day)}, "a day of this month");
}

}  // namespace

std::optional<Reading> day_and_month(const Sentence& s, std::size_t at) {
    if (!is_day(s, at)) return {};
    if (auto reading = day_of_this_month(s, at)) return reading;
    const Case in = date_case(s, at);
    semiotic::Date date{.day = static_cast<int>(s.number(at).value)};
    std::string said = day_words(s, s.number(at).value, in);
    std::size_t last = at;
    const std::size_t next = s.skip_spaces(at + 1);
    const std::size_t following = s.skip_spaces(next + 1);
    if (s.is_dash(next) && is_day(s, following) && !s.is_bound(following)) {  // "10-12 November"
        said += fmt::format(" {} {}", s.tables.word("to"),
                            day_words(s, s.number(following).value, Case::genitive));
        last = following;
    } else if (is_until(s, next) && is_day(s, following) &&
               !s.is_bound(following)) {  // "from 1 to 15 May"
        said += fmt::format(" {} {}", s.at(next).text,
                            day_words(s, s.number(following).value, Case::genitive));
        last = following;
    } else if (is_day(s, next) && s.prefix(next).said() == written::wa) {  // "10 and 11 November"
        last = at;
        for (std::size_t day = next; is_day(s, day) && s.prefix(day).said() == written::wa;
             day = s.skip_spaces(day + 1)) {
            said += fmt::format(" {}{}", written::wa, day_words(s, s.number(day).value, in));
            last = day;
        }
    }
    std::size_t name = s.skip_spaces(last + 1);
    const bool of = s.is(name, Kind::word) &&
                    strip_diacritics(s.at(name).text) == strip_diacritics(s.tables.word("of"));
    if (of) name = s.skip_spaces(name + 1);
    const std::string_view month_word = s.tables.word("month");
    if (s.is(name, Kind::word) && strip_diacritics(s.at(name).text) == month_word)
        name = s.skip_spaces(name + 1);
    const auto month = s.is(name, Kind::word) ? month_at(s, name) : std::optional<Month>();
    if (!month) return {};
    std::size_t end = month->end;
    date.month = month->number;
    if (last > at) date.last_day = static_cast<int>(s.number(last).value);
    said += fmt::format(" {} {}", s.tables.word("of"), month->said);
    said += year_of_date(s, end, date);
    return number_reading(s, at, end, said, std::move(date), month->place);
}

std::optional<Reading> month_alone(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::word) || !s.tables.begins_month(strip_diacritics(s.at(at).text))) return {};
    const auto month = month_at(s, at);
    if (!month || (!month->twice && !month->with_figure)) return {};
    return number_reading(s, at, month->end, month->said, semiotic::Date{.month = month->number},
                          month->place);
}

namespace {

bool is_year_size(const Sentence& s, std::size_t i, std::uint64_t least, std::uint64_t most) {
    constexpr std::size_t digits = 4;
    return s.is_plain(i, digits) && s.number(i).digits.size() == digits &&
           s.number(i).value >= least && s.number(i).value <= most;
}

/// The second year of "2014-2017", completed to four digits; 0 if there is none.
std::uint64_t second_year(const Sentence& s, std::size_t first, std::size_t& end) {
    const bool slash = s.is_sign(first + 1, "/");
    const std::size_t mark = s.skip_spaces(first + 1);
    if (!slash && !s.is_dash(mark)) return 0;
    const std::size_t second = slash ? first + 2 : s.skip_spaces(mark + 1);
    constexpr std::size_t digits = 4;
    if (!s.is_plain(second, digits) || s.is_bound(second)) return 0;
    constexpr std::uint64_t century = 100;
    const std::uint64_t begin = s.number(first).value;
    std::uint64_t value = s.number(second).value;
    if (s.number(second).digits.size() == 2) value += begin / century * century;
    if (value <= begin || value > last_year || value - begin > 2 * century) return 0;
    end = second + 1;
    return value;
}

/// Whether a noun follows that the number counts.
bool counts_something(const Sentence& s, std::size_t at) {
    const std::string noun = s.noun_at(at + 1);
    if (noun.empty()) return false;
    constexpr std::uint64_t round = 100;
    return s.tables.genders.has(noun) || s.nouns.has(noun) || s.tables.scales.has(noun) ||
           (s.number(at).value % round == 0 && s.is_feminine(noun));
}

bool compares(const Sentence& s, std::size_t at) {
    const std::vector<std::string> before = s.words_before(at, 2);
    return before.size() == 2 && before[0] == strip_diacritics(s.tables.word("of")) &&
           s.tables.governed_by(before[1]) == Governs::genitive;
}

/// The reason why the number at piece `at` is a year; empty if it is not.
std::string_view year_reason(const Sentence& s, std::size_t at) {
    constexpr std::uint64_t least_bare_year = 100;
    const Named era = era_at(s, at + 1);
    const std::uint64_t least = era.key.starts_with("\u0645 ") ? first_year : least_bare_year;
    const bool apart = s.number(at).value >= least || era.key.ends_with("spaced");
    if (!era.key.empty() && s.is_plain(at, 4) && apart) return "an era follows";
    std::string why;
    const std::optional<Governs> governor = s.governor_before(at, &why);
    if (s.explains() && !why.empty()) s.because(why);
    if (governor == Governs::year &&
        (is_year_size(s, at, first_year, last_year) ||
         (s.is_plain(at, 4) && s.tables.year_words.has(s.word_before(at))))) {
        return "governors.tsv: a year follows";
    }
    const bool sure = is_year_size(s, at, first_sure_year, last_sure_year);
    if (sure && s.last_class() == SemioticClass::year && s.skip_spaces(s.last_end()) == at &&
        s.prefix(at).said() == written::wa) {
        return "joined to a year";
    }
    if (!sure || counts_something(s, at)) return {};
    if (governor == Governs::maybe && !compares(s, at)) return "governors.tsv: a year may follow";
    const bool bracketed = at > 0 && s.is_sign(at - 1, "(") && s.is_sign(at + 1, ")");
    if (bracketed) return "a year in brackets";
    const bool behind_name = !governor && !s.word_before(at).empty() && s.noun_at(at + 1).empty();
    return behind_name && !s.is_bound(at) ? "a year after a name" : "";
}

}  // namespace

namespace {

/// Whether the year ends a date with its day in words ("the seventh of October 2023").
bool ends_written_date(const Sentence& s, std::size_t at) {
    constexpr std::size_t near = 6;
    const std::vector<std::string> before = s.words_before(at, near);
    if (before.empty() || s.word_before(at).empty()) return false;
    const std::string_view of = s.tables.word("of");
    for (std::size_t i = 1; i + 1 < before.size(); ++i) {
        if (before[i] != strip_diacritics(of)) continue;
        const std::string& day = before[i + 1];
        const bool month = s.tables.begins_month(before[i - 1]);
        return month && day.starts_with(written::article);
    }
    return false;
}

/// What is said between two years: "to", or "and" after "between"; nothing in a season.
std::string year_joint(const Sentence& s, std::size_t at) {
    const std::string before = s.word_before(at);
    if (before.ends_with(s.tables.word("season"))) return " ";
    const std::vector<std::string> words = s.words_before(at, 2);
    const bool between = before == s.tables.word("between") ||
                         (words.size() > 1 && words[1] == s.tables.word("between"));
    return between ? fmt::format(" {}", written::wa) : fmt::format(" {} ", s.tables.word("to"));
}

/// The end of the second year of "303 AH - 354 AH"; 0 if there is none.
std::size_t end_of_span(const Sentence& s, std::size_t at) {
    const std::size_t mark = s.skip_spaces(at);
    const std::size_t second = s.skip_spaces(mark + 1);
    if (!s.is_dash(mark) || !s.is_plain(second, 4) || s.is_bound(second)) return 0;
    const Named era = era_at(s, second + 1);
    return era.key.empty() ? 0 : era.end;
}

}  // namespace

namespace {

Agreement year_agreement(const Sentence& s, std::size_t at) {
    return {.feminine = s.tables.year_words.at(s.word_before(at)).choice == Gender::feminine,
            .in = Case::genitive};
}

}  // namespace

Inflected words_of(const Sentence& s, std::size_t at, std::size_t /*end*/,
                   const semiotic::Year& value) {
    const Agreement agreement = year_agreement(s, at);
    std::string said = s.numerals.cardinal(static_cast<std::uint64_t>(value.first), agreement);
    if (value.last > 0)
        said += year_joint(s, at) +
                s.numerals.cardinal(static_cast<std::uint64_t>(value.last), agreement);
    return {.words = said + era_words(s, {.key = value.era}), .in = agreement.in};
}

std::optional<Reading> year(const Sentence& s, std::size_t at) {
    if (!s.is_plain(at, 4) || s.prefix(at).article) return {};
    std::size_t end = at + 1;
    const std::uint64_t second =
        is_year_size(s, at, first_sure_year, last_sure_year) ? second_year(s, at, end) : 0;
    const std::string_view reason = second > 0 ? "a span of years" : year_reason(s, at);
    if (reason.empty()) return {};
    const Named era = era_at(s, end);
    semiotic::Year value{.first = static_cast<int>(s.number(at).value),
                         .last = static_cast<int>(second),
                         .era = era.key};
    std::string said = words_of(s, at, end, value).words;
    if (!era.key.empty()) end = era.end;
    if (const std::size_t last = era.key.empty() ? 0 : end_of_span(s, end); last > 0) {
        const std::size_t mark = s.skip_spaces(end);
        const std::size_t other = s.skip_spaces(mark + 1);
        said += fmt::format(" {} {}{}", s.tables.word("to"),
                            s.numerals.cardinal(s.number(other).value, year_agreement(s, at)),
                            era_words(s, era_at(s, other + 1)));
        value.last = static_cast<int>(s.number(other).value);
        end = last;
    }
    if (second == 0 && !s.house.year.empty() && ends_written_date(s, at))
        said.insert(0, fmt::format("{} ", s.house.year));
    Reading reading =
        number_reading(s, at, end, said, SemioticClass::year, std::string(reason), Case::genitive);
    reading.value = std::move(value);
    return reading;
}

}  // namespace rawi::languages::arabic
