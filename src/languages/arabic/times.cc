// Recognizers of clock times.
#include <algorithm>
#include <string>

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

using Clock = semiotic::Found<semiotic::Time>;

constexpr int noon = 12, last_hour = 24, last_minute = 59;

bool is_hour_word(const Sentence& s, std::string_view word) {
    return word.ends_with(s.tables.word("the hour")) ||
           word.ends_with(s.tables.word("the two hours"));
}

/// Whether piece `i` is two digits after a colon.
bool is_part(const Sentence& s, std::size_t i) {
    return i > 0 && s.is_sign(i - 1, ":") && s.is_plain(i, 2) && !s.is_bound(i) &&
           s.number(i).digits.size() == 2 && s.number(i).value <= last_minute;
}

/// Whether piece `at` is an hour as in "between 6 and 8 p.m." or "from 9 to 5 p.m.": it is joined
/// to a time, or governed and followed by its part of the day.
bool is_hour_alone(const Sentence& s, std::size_t at) {
    if (!s.is_plain(at, 2) || s.number(at).value < 1 || !s.noun_at(at + 1).empty()) return false;
    constexpr std::size_t near = 6;
    const std::string before = s.word_before(at);
    const bool to =
        before == strip_diacritics(s.tables.word("to")) || before == s.tables.word("until");
    const bool joined = !s.prefix(at).conjunction.empty();
    if (s.last_class() == SemioticClass::time && at - s.last_end() <= near && (joined || to))
        return true;
    const bool part = s.tables.makes_time(s.word_at(at + 1));
    return part && s.number(at).value <= std::uint64_t{noon} &&
           s.governed_case(at) == Case::genitive;
}

/// 18:30, 18:30:05; after "the hour" also 18, 18.30 and 1830.
std::optional<Clock> clock_at(const Sentence& s, std::size_t at, bool after_hour) {
    if (!s.is(at, Kind::number) || s.number(at).large || s.number(at).grouped) return {};
    const wording::WrittenNumber& figure = s.number(at);
    constexpr std::size_t military = 4;
    constexpr std::uint64_t hundred = 100;
    const bool together = after_hour && figure.digits.size() == military && figure.whole();
    if (!figure.dotted.empty() || (figure.digits.size() > 2 && !together)) return {};
    Clock clock{.end = at + 1, .value = {.hour = static_cast<int>(figure.value)}};
    clock.value.leading_zero = figure.digits.size() == 2 && figure.digits[0] == '0';
    const bool minutes = figure.fraction.size() == 2;
    if (together) {
        clock.value.hour = static_cast<int>(figure.value / hundred);
        clock.value.minute = static_cast<int>(figure.value % hundred);
    } else if (auto found = semiotic::clock_time_at(s, at); found && found->value.minute >= 0) {
        clock = *std::move(found);
    } else if (minutes && after_hour) {
        clock.value.minute = static_cast<int>(number_of(figure.fraction));
    } else if (!figure.fraction.empty() || (!after_hour && !is_hour_alone(s, at))) {
        return {};
    }
    if (clock.value.hour > last_hour || clock.value.minute > last_minute) return {};
    return clock;
}

/// A duration such as "2:03:59" in a race: hours, minutes and seconds.
std::optional<semiotic::Duration> duration_at(const Sentence& s, std::size_t at) {
    if (!s.is_plain(at, 2) || !is_part(s, at + 2) || !is_part(s, at + 4)) return {};
    const std::string before = s.word_before(at);
    if (before.empty() || is_hour_word(s, before) || s.number(at).digits.size() > 1) return {};
    const auto value = [&](std::size_t i) { return static_cast<int>(s.number(i).value); };
    return semiotic::Duration{
        .hours = value(at), .minutes = value(at + 2), .seconds = value(at + 4)};
}

/// The case of an hour: it is an adverb (accusative) if nothing governs it and a verb may precede
/// it.
Case hour_case(const Sentence& s, std::size_t at, bool after_hour) {
    const Case in = after_hour ? ranked_case(s, at) : s.case_at(at);
    const bool first = s.words_before(at, 2).size() < (after_hour ? 2U : 1U);
    return in == Case::nominative && !first ? Case::accusative : in;
}

std::string minute_words(const Sentence& s, std::uint64_t minute, Case in) {
    constexpr std::uint64_t quarter = 15, third = 20, half = 30;
    const std::uint64_t parts = minute == quarter ? 4U
                                : minute == third ? 3U
                                : minute == half  ? 2U
                                                  : 0U;
    if (parts > 0 && s.house.clock_of_twelve) {
        return fmt::format(" {}{}", written::wa,
                           with_article(s.numerals.fraction(1, parts, {.in = in})));
    }
    return fmt::format(" {}{}", written::wa,
                       s.nouns.counted(minute, {.noun = std::string(s.tables.word("minute"))}, in));
}

/// The part of the day that a 24-hour time implies; empty if it is already written after it, from
/// piece `end` on, or there is none.
std::string_view day_part(const Sentence& s, std::size_t end, const semiotic::Time& time) {
    constexpr int evening = 17;
    if (s.tables.day_parts.has(s.word_at(end))) return {};
    if (time.hour == 0 || time.hour == last_hour) return s.tables.word("night");
    if (time.hour >= evening) return s.tables.word("evening");
    if (time.hour > noon) return s.tables.word("afternoon");
    return time.leading_zero ? s.tables.word("morning") : std::string_view();
}

}  // namespace

namespace {

/// The hour and its minutes; "a quarter to three" by the 12-hour clock.
std::string clock_words(const Sentence& s, const semiotic::Time& time, Case in) {
    constexpr int to_quarter = 45, to_third = 40, last = 23;
    const bool twelve = s.house.clock_of_twelve;
    const bool to_next = twelve && time.second <= 0 && time.hour < last &&
                         (time.minute == to_quarter || time.minute == to_third);
    const int hour_said =
        twelve ? (time.hour + (to_next ? 1 : 0) + noon - 1) % noon + 1 : time.hour;
    const auto hour = static_cast<std::uint64_t>(hour_said);
    std::string said =
        hour == 0 ? s.numerals.cardinal(0, {.in = in}) : s.numerals.ordinal(hour, true, in);
    if (hour == 1) said = with_article(s.numerals.cardinal(1, {.feminine = true, .in = in}));
    if (to_next) {
        said +=
            fmt::format(" {}", s.tables.word(time.minute == to_quarter ? WordKey("but a quarter")
                                                                       : WordKey("but a third")));
    } else if (time.minute > 0) {
        said += minute_words(s, static_cast<std::uint64_t>(time.minute), in);
    }
    if (time.second > 0) {
        said += fmt::format(" {}{}", written::wa,
                            s.nouns.counted(static_cast<std::uint64_t>(time.second),
                                            {.noun = std::string(s.tables.word("second"))}, in));
    }
    return said;
}

}  // namespace

Inflected words_of(const Sentence& s, std::size_t at, std::size_t end,
                   const semiotic::Time& value) {
    const Case in = hour_case(s, at, is_hour_word(s, s.word_before(at)));
    std::string said = clock_words(s, value, in);
    if (!value.half.empty()) {
        said += fmt::format(" {}", s.tables.short_forms.at(value.half).said);
    } else if (const std::string_view part = day_part(s, end, value);
               !part.empty() && s.house.clock_of_twelve) {
        said += fmt::format(" {}", part);
    }
    if (!value.zone.empty()) said += fmt::format(" {}", s.tables.short_forms.at(value.zone).said);
    return {.words = std::move(said), .in = in};
}

Inflected words_of(const Sentence& s, std::size_t at, std::size_t /*end*/,
                   const semiotic::Duration& value) {
    const Case in = s.case_at(at);
    std::string said;
    for (const auto& [count, unit] :
         {std::pair(value.hours, WordKey("hour unit")), std::pair(value.minutes, WordKey("minute")),
          std::pair(value.seconds, WordKey("second"))}) {
        if (count == 0) continue;
        if (!said.empty()) said += fmt::format(" {}", written::wa);
        said += s.nouns.counted(static_cast<std::uint64_t>(count),
                                {.noun = std::string(s.tables.word(unit))}, in);
    }
    return {.words = std::move(said), .in = in};
}

namespace {

std::optional<Reading> duration(const Sentence& s, std::size_t at) {
    const auto found = duration_at(s, at);
    if (!found) return {};
    const std::size_t end = at + 5;
    const Inflected said = words_of(s, at, end, *found);
    if (said.words.empty()) return {};
    const std::size_t unit = s.skip_spaces(end);
    const bool written = s.word_at(unit) == s.tables.word("hour unit");
    return number_reading(s, at, written ? unit + 1 : end, said.words, *found,
                          "hours, minutes and seconds", said.in);
}

}  // namespace

std::optional<Reading> clock_time(const Sentence& s, std::size_t at) {
    if (auto reading = duration(s, at)) return reading;
    auto clock = clock_at(s, at, is_hour_word(s, s.word_before(at)));
    if (!clock) return {};
    auto& [end, time] = *clock;
    const std::size_t end_of_clock = end;
    if (const Named half_day = short_form_at(s, s.skip_spaces(end), "time");
        !half_day.key.empty()) {
        time.half = half_day.key;
        end = half_day.end;
    }
    if (const Named zone = short_form_at(s, s.skip_spaces(end), "zone"); !zone.key.empty()) {
        time.zone = zone.key;
        end = zone.end;
    }
    Reading reading =
        number_reading(s, at, end, words_of(s, at, end_of_clock, time).words, SemioticClass::time,
                       s.house.clock_of_twelve ? "12-hour clock" : "24-hour clock");
    reading.value = std::move(time);
    return reading;
}

}  // namespace rawi::languages::arabic
