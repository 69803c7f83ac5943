// Recognizers of clock times.
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

constexpr int last_hour = 24, minutes_in_hour = 60, half_day = 12;

/// Letters with or without full stops, in lower case: "a.m.", "am".
struct Letters {
    std::string low;
    std::size_t end = 0;
    bool small = false;
};

Letters letters_at(const Sentence& s, std::size_t i) {
    Letters found;
    if (!s.is(i, Kind::word)) return found;
    found.small = !s.at(i).capital;
    found.low = s.at(i).low;
    found.end = i + 1;
    constexpr std::size_t most = 5;
    if (s.at(i).text.size() > 1) {
        if (s.at(i).text.size() > most) found.low.clear();
        return found;
    }
    while (found.low.size() < most && s.is_sign(found.end, '.')) {
        std::size_t next = found.end + 1;
        if (!s.is_tight(next) || !s.is(next, Kind::word) || s.at(next).text.size() != 1) break;
        found.low += s.at(next).low;
        found.end = next + 1;
    }
    return found;
}

/// The end of an abbreviation with its last full stop, unless that ends the sentence.
std::size_t over_stop(const Sentence& s, std::size_t end) {
    return s.is_sign(end, '.') && end + 1 < s.size() && !s.ends_phrase(end + 1) ? end + 1 : end;
}

struct Suffix {
    std::string words, key;  ///< said, and as it is in the table
    std::size_t end = 0;
};

/// "am" or "p.m." from piece `i` on, after an optional space.
Suffix half_at(const Sentence& s, std::size_t i) {
    const std::size_t word = s.over_space(i);
    const Letters found = letters_at(s, word);
    if (found.low != "am" && found.low != "pm") return {};
    return {
        .words = found.low == "am" ? "AM" : "PM", .key = found.low, .end = over_stop(s, found.end)};
}

/// A time zone: "GMT", "e.s.t", "GMT+3".
Suffix zone_at(const Sentence& s, std::size_t i) {
    const std::size_t word = s.over_space(i);
    const Letters found = letters_at(s, word);
    const auto* const row = found.low.empty() ? nullptr : s.tables.zones.find(found.low);
    if (row == nullptr || (found.small && row->choice != ZoneUsage::small)) return {};
    Suffix zone{.words = row->said, .key = found.low, .end = over_stop(s, found.end)};
    const bool plus = s.is_sign(zone.end, '+');
    const int hours = s.small_value(zone.end + 1);
    if ((plus || s.is_dash(zone.end)) && s.is_tight(zone.end + 1) && hours >= 0 &&
        hours <= last_hour) {
        append_word(zone.words, s.tables.word(plus ? WordKey("plus") : WordKey("minus")));
        append_word(zone.words, s.numerals.cardinal(fmt::format("{}", hours)));
        zone.end += 2;
    }
    return zone;
}

std::string count(const Sentence& s, int value, WordKey one, WordKey many) {
    return fmt::format("{} {}", s.numerals.cardinal(fmt::format("{}", value)),
                       s.tables.word(value == 1 ? one : many));
}

/// A written time; not valid without an hour.
struct Clock {
    semiotic::Time time{.hour = -1};
    std::size_t end = 0;
    bool certain = false;  ///< whether it has a colon
};

/// "5.30" in one number token.
Clock with_stop(const Sentence& s, std::size_t at) {
    constexpr std::size_t minute_digits = 2;
    const wording::WrittenNumber& figure = s.number(at);
    if (figure.fraction.size() != minute_digits || figure.grouped || figure.value > last_hour)
        return {};
    const int minute = (figure.fraction[0] - '0') * 10 + (figure.fraction[1] - '0');
    if (minute >= minutes_in_hour) return {};
    return {.time = {.hour = static_cast<int>(figure.value), .minute = minute}, .end = at + 1};
}

Clock clock_at(const Sentence& s, std::size_t at) {
    auto found = semiotic::clock_time_at(s, at);
    if (!found)
        return s.is(at, Kind::number) && !s.is_digits(at, 1, 2) ? with_stop(s, at) : Clock{};
    const bool certain = found->value.minute >= 0;
    return {.time = std::move(found->value), .end = found->end, .certain = certain};
}

std::string minute_words(const Sentence& s, int minute) {
    constexpr int two_digits = 10;
    std::string words = minute < two_digits ? std::string(s.tables.word("o")) : std::string();
    append_word(words, s.numerals.cardinal(fmt::format("{}", minute)));
    return words;
}

/// Hours, minutes and seconds, without what follows them.
std::string clock_words(const Sentence& s, const semiotic::Time& time) {
    const std::string hour = s.numerals.cardinal(fmt::format("{}", time.hour));
    if (time.second >= 0) {
        return fmt::format("{} {} {} {}", count(s, time.hour, "hour", "hours"),
                           count(s, time.minute, "minute", "minutes"), s.tables.word("and"),
                           count(s, time.second, "second", "seconds"));
    }
    if (time.minute > 0) return fmt::format("{} {}", hour, minute_words(s, time.minute));
    return !time.half.empty() || time.minute < 0
               ? hour
               : fmt::format("{} {}", hour, s.tables.word("oclock"));
}

/// A time in words, with what follows it.
struct Told {
    std::string words;
    semiotic::Time time{};
    std::size_t end = 0;
    bool certain = false;
};

Told time_at(const Sentence& s, std::size_t at) {
    Clock clock = clock_at(s, at);
    if (clock.time.hour < 0) return {};
    // "12:30-foot", "1:2:3" and the like are not times.
    const Suffix half = half_at(s, clock.end);
    if (half.end == 0 && s.is_tight(clock.end) && s.is(clock.end, Kind::word) &&
        zone_at(s, clock.end).end == 0)
        return {};
    clock.time.half = half.key;
    Told said{.words = clock_words(s, clock.time),
              .time = std::move(clock.time),
              .end = half.end > 0 ? half.end : clock.end,
              .certain = clock.certain || half.end > 0};
    append_word(said.words, half.words);
    if (half.end > 0 && said.time.hour > half_day && said.time.minute < 0) return {};
    if (Suffix zone = zone_at(s, said.end);
        zone.end > 0 && (said.certain || said.time.minute >= 0)) {
        append_word(said.words, zone.words);
        said.time.zone = std::move(zone.key);
        said.end = zone.end;
        said.certain = true;
    }
    return said;
}

/// "1730 GMT", "0900 hours".
Told military_at(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 4, 4)) return {};
    const int value = s.small_value(at);
    constexpr int hundred = 100;
    if (value / hundred > last_hour || value % hundred >= minutes_in_hour) return {};
    const Suffix zone = zone_at(s, at + 1);
    const std::string_view next = s.word_from(at + 1);
    const bool hours = (next == "hours" || next == "hrs") && s.at(at).text.front() == '0';
    if (zone.end == 0 && !hours) return {};
    const std::string hour = s.numerals.pair(s.at(at).text.substr(0, 2));
    const std::string minute = value % hundred == 0 ? std::string(s.tables.word("hundred"))
                                                    : minute_words(s, value % hundred);
    Told said{.words = fmt::format("{} {}", hour, minute),
              .time = {.hour = value / hundred, .minute = value % hundred, .zone = zone.key},
              .end = at + 1,
              .certain = true};
    if (zone.end == 0) return said;
    append_word(said.words, zone.words);
    said.end = zone.end;
    return said;
}

/// "12:35.36" in a race: minutes and seconds.
Told race_at(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 1, 2) || !s.is_sign(at + 1, ':') || !s.is(at + 2, Kind::number)) return {};
    const wording::WrittenNumber& seconds = s.number(at + 2);
    constexpr std::size_t two = 2;
    const bool sound = seconds.digits.size() == two && !seconds.fraction.empty() &&
                       seconds.value < minutes_in_hour;
    if (!sound || !s.is_tight(at + 1) || !s.is_tight(at + 2)) return {};
    std::string words = count(s, s.small_value(at), "minute", "minutes");
    append_word(words, s.numerals.cardinal(fmt::format("{}", seconds.value)));
    append_word(words, s.tables.word("point"));
    append_word(words, s.numerals.digits(seconds.fraction));
    append_word(words, s.tables.word("seconds"));
    return {.words = std::move(words), .end = at + 3, .certain = true};
}

/// The piece after a dash between two times, or 0.
std::size_t over_dash(const Sentence& s, std::size_t end) {
    const std::size_t dash = s.over_space(end);
    return s.is_dash(dash) ? s.over_space(dash + 1) : 0;
}

}  // namespace

std::string words_of(const Sentence& s, const semiotic::Time& value) {
    return clock_words(s, value);
}

std::optional<Reading> clock_time(const Sentence& s, std::size_t at) {
    if (Told said = military_at(s, at); said.certain)
        return reading_of(said.end, std::move(said.words), semiotic::Value(std::move(said.time)),
                          "four digits before a time zone");
    if (Told race = race_at(s, at); race.certain)
        return reading_of(race.end, std::move(race.words), SemioticClass::time,
                          "minutes, seconds and fractions");
    Told first = time_at(s, at);
    if (first.end == 0) return {};
    if (s.is_tight(at) &&
        (s.is(at - 1, Kind::number) || s.is_sign(at - 1, ':') || s.is_sign(at - 1, '/')))
        return {};
    const std::size_t following = over_dash(s, first.end);
    Told second = following > 0 ? time_at(s, following) : Told{};
    if (second.end > 0 && second.certain) {
        // "5-7 pm": "pm" applies to both.
        std::string words = fmt::format("{} {} {}", first.words, s.tables.word("to"), second.words);
        return reading_of(second.end, std::move(words), SemioticClass::time,
                          "from one time to another");
    }
    if (!first.certain) return {};
    return reading_of(first.end, std::move(first.words), semiotic::Value(std::move(first.time)),
                      "a clock time");
}

std::optional<Reading> half_of_day(const Sentence& s, std::size_t at) {
    if (s.at(at).text.size() != 1) return {};
    const Suffix half = half_at(s, at);
    if (half.end < at + 3) return {};
    return reading_of(half.end, half.words, SemioticClass::letters, "a half of the day");
}

}  // namespace rawi::languages::english
