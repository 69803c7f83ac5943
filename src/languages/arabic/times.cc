// Recognizers of clock times.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "languages/arabic/abbreviations.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/amounts.h"
#include "languages/arabic/readings.h"
#include "wording/semiotic/recognizers.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

struct Clock {
    std::uint64_t hour = 0, minute = 0, second = 0;
    std::size_t end = 0;
    bool leading_zero = false;
};

constexpr std::uint64_t noon = 12, last_hour = 24, last_minute = 59;

bool is_hour_word(const Sentence& s, std::string_view word) {
    return word.ends_with(s.tables.word("the hour")) ||
           word.ends_with(s.tables.word("the two hours"));
}

/// Whether piece `i` is two digits after a colon.
bool is_part(const Sentence& s, std::size_t i) {
    return i > 0 && s.is_sign(i - 1, ":") && s.is_plain(i, 2) && !s.is_bound(i) &&
           s.at(i).figure.digits.size() == 2 && s.at(i).figure.value <= last_minute;
}

/// Whether piece `at` is an hour as in "between 6 and 8 p.m." or "from 9 to 5 p.m.": it is joined
/// to a time, or governed and followed by its part of the day.
bool is_hour_alone(const Sentence& s, std::size_t at) {
    if (!s.is_plain(at, 2) || s.at(at).figure.value < 1 || !s.noun_at(at + 1).empty()) return false;
    constexpr std::size_t near = 6;
    const std::string before = s.word_before(at);
    const bool to =
        before == strip_diacritics(s.tables.word("to")) || before == s.tables.word("until");
    const bool joined = !s.at(at).prefix.conjunction.empty();
    if (s.last_class() == SemioticClass::time && at - s.last_end() <= near && (joined || to))
        return true;
    const bool part = s.tables.makes_time(s.word_at(at + 1));
    return part && s.at(at).figure.value <= noon && s.governed_case(at) == Case::genitive;
}

/// 18:30, 18:30:05; after "the hour" also 18, 18.30 and 1830.
std::optional<Clock> clock_at(const Sentence& s, std::size_t at, bool after_hour) {
    if (!s.is(at, Kind::number) || s.at(at).figure.large || s.at(at).figure.grouped) return {};
    const wording::WrittenNumber& figure = s.at(at).figure;
    constexpr std::size_t military = 4;
    constexpr std::uint64_t hundred = 100;
    const bool together = after_hour && figure.digits.size() == military && figure.whole();
    if (!figure.dotted.empty() || (figure.digits.size() > 2 && !together)) return {};
    Clock clock{
        .hour = figure.value, .minute = 0, .second = 0, .end = at + 1, .leading_zero = false};
    clock.leading_zero = figure.digits.size() == 2 && figure.digits[0] == '0';
    const bool minutes = figure.fraction.size() == 2;
    if (together) {
        clock.hour = figure.value / hundred;
        clock.minute = figure.value % hundred;
    } else if (const auto found = semiotic::clock_time_at(s, at);
               found && found->value.minute >= 0) {
        clock.minute = static_cast<std::uint64_t>(found->value.minute);
        clock.second = static_cast<std::uint64_t>(std::max(found->value.second, 0));
        clock.end = found->end;
    } else if (minutes && after_hour) {
        clock.minute = number_of(figure.fraction);
    } else if (!figure.fraction.empty() || (!after_hour && !is_hour_alone(s, at))) {
        return {};
    }
    if (clock.hour > last_hour || clock.minute > last_minute) return {};
    return clock;
}

/// A duration such as "2:03:59" in a race: hours, minutes and seconds.
std::optional<Reading> duration(const Sentence& s, std::size_t at) {
    if (!s.is_plain(at, 2) || !is_part(s, at + 2) || !is_part(s, at + 4)) return {};
    const std::string before = s.word_before(at);
    if (before.empty() || is_hour_word(s, before) || s.at(at).figure.digits.size() > 1) return {};
    const Case in = s.case_at(at);
    std::string said;
    for (const auto& [piece, unit] :
         {std::pair(at, WordKey("hour unit")), std::pair(at + 2, WordKey("minute")),
          std::pair(at + 4, WordKey("second"))}) {
        const std::uint64_t value = s.at(piece).figure.value;
        if (value == 0) continue;
        if (!said.empty()) said += fmt::format(" {}", written::wa);
        said += s.nouns.counted(value, {.noun = std::string(s.tables.word(unit))}, in);
    }
    if (said.empty()) return {};
    const std::size_t unit = s.skip_spaces(at + 5);
    const bool written = s.word_at(unit) == s.tables.word("hour unit");
    return number_reading(s, at, written ? unit + 1 : at + 5, said, SemioticClass::duration,
                          "hours, minutes and seconds", in);
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

/// The part of the day that a 24-hour time implies; empty if it is already written or there is
/// none.
std::string_view day_part(const Sentence& s, const Clock& clock) {
    constexpr std::uint64_t evening = 17, midnight = 24;
    if (s.tables.day_parts.has(s.word_at(clock.end))) return {};
    if (clock.hour == 0 || clock.hour == midnight) return s.tables.word("night");
    if (clock.hour >= evening) return s.tables.word("evening");
    if (clock.hour > noon) return s.tables.word("afternoon");
    return clock.leading_zero ? s.tables.word("morning") : std::string_view();
}

}  // namespace

namespace {

/// The hour and its minutes; "a quarter to three" by the 12-hour clock.
std::string clock_words(const Sentence& s, const Clock& clock, Case in) {
    constexpr std::uint64_t to_quarter = 45, to_third = 40, last = 23;
    const bool twelve = s.house.clock_of_twelve;
    const bool to_next = twelve && clock.second == 0 && clock.hour < last &&
                         (clock.minute == to_quarter || clock.minute == to_third);
    const std::uint64_t hour =
        twelve ? (clock.hour + (to_next ? 1U : 0U) + noon - 1) % noon + 1 : clock.hour;
    std::string said =
        hour == 0 ? s.numerals.cardinal(0, {.in = in}) : s.numerals.ordinal(hour, true, in);
    if (hour == 1) said = with_article(s.numerals.cardinal(1, {.feminine = true, .in = in}));
    if (to_next) {
        said +=
            fmt::format(" {}", s.tables.word(clock.minute == to_quarter ? WordKey("but a quarter")
                                                                        : WordKey("but a third")));
    } else if (clock.minute > 0) {
        said += minute_words(s, clock.minute, in);
    }
    if (clock.second > 0) {
        said += fmt::format(
            " {}{}", written::wa,
            s.nouns.counted(clock.second, {.noun = std::string(s.tables.word("second"))}, in));
    }
    return said;
}

}  // namespace

std::optional<Reading> clock_time(const Sentence& s, std::size_t at) {
    if (auto reading = duration(s, at)) return reading;
    const bool after_hour = is_hour_word(s, s.word_before(at));
    const auto clock = clock_at(s, at, after_hour);
    if (!clock) return {};
    std::string said = clock_words(s, *clock, hour_case(s, at, after_hour));
    std::size_t end = clock->end;
    const Named half_day = short_form_at(s, s.skip_spaces(end), "time");
    if (!half_day.key.empty()) {
        said += fmt::format(" {}", s.tables.short_forms.at(half_day.key).said);
        end = half_day.end;
    } else if (const std::string_view part = day_part(s, *clock);
               !part.empty() && s.house.clock_of_twelve) {
        said += fmt::format(" {}", part);
    }
    if (const Named zone = short_form_at(s, s.skip_spaces(end), "zone"); !zone.key.empty()) {
        said += fmt::format(" {}", s.tables.short_forms.at(zone.key).said);
        end = zone.end;
    }
    return number_reading(s, at, end, said, SemioticClass::time,
                          s.house.clock_of_twelve ? "12-hour clock" : "24-hour clock");
}

}  // namespace rawi::languages::arabic
