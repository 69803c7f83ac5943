// Recognizers of numbers that are read digit by digit: telephone numbers, IP addresses, codes.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "languages/english/readings.h"
#include "wording/semiotic/electronic.h"
#include "wording/semiotic/reading.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

/// A group of a telephone number.
struct Group {
    std::string text;
    Span source;
    char before = 0;  ///< the mark before it: '-', '.', ' ', 'x'
    bool letters = false;
    bool bracketed = false;
};

struct Groups {
    std::vector<Group> all;
    std::vector<std::size_t> ends;  ///< the piece after each group
    bool plus = false;
};

/// Adds a group, or several for a token like "123.123.5678".
void add_group(const Sentence& s, std::size_t i, char before, bool bracketed, Groups& groups) {
    const Piece& piece = s.at(i);
    if (piece.kind == Kind::word) {
        groups.all.push_back({.text = std::string(piece.text),
                              .source = piece.source,
                              .before = before,
                              .letters = true});
        groups.ends.push_back(i + 1);
        return;
    }
    for (const std::string& part : wording::split(piece.text, '.')) {
        groups.all.push_back(
            {.text = part, .source = piece.source, .before = before, .bracketed = bracketed});
        groups.ends.push_back(i + 1);
        before = '.';
    }
}

bool is_number(const Sentence& s, std::size_t i) {
    return s.is(i, Kind::number) && s.at(i).text.find(',') == std::string_view::npos;
}

Groups groups_at(const Sentence& s, std::size_t at) {
    Groups groups;
    std::size_t i = at;
    groups.plus = s.is_sign(i, '+');
    if (groups.plus) ++i;
    char before = 0;
    constexpr std::size_t most = 8;
    while (groups.all.size() < most) {
        const bool bracket = s.is_sign(i, '(') && is_number(s, i + 1) && s.is_sign(i + 2, ')');
        const std::size_t number = bracket ? i + 1 : i;
        const bool letters =
            s.is(number, Kind::word) &&
            (s.at(number).upper || (s.at(number).capital && s.at(number).text.size() == 1)) &&
            before == '-' && !groups.all.empty();
        if (!is_number(s, number) && !letters) break;
        add_group(s, number, before, bracket, groups);
        i = bracket ? number + 2 : number + 1;
        if (bracket) groups.ends.back() = i;
        if (s.is_dash(i) && s.is_tight(i) && s.is_tight(i + 1)) {
            before = '-';
            ++i;
        } else if (s.at(i).text == " ") {
            before = ' ';
            ++i;
        } else if (s.is_sign(i, '(') || (bracket && is_number(s, i))) {
            before = ' ';
        } else {
            break;
        }
    }
    return groups;
}

std::size_t characters(const Groups& groups, std::size_t from, std::size_t to) {
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i)
        count += groups.all[i].text.size();
    return count;
}

/// The number of groups from group `from` on that form an American number (an area code and seven
/// characters); 0 if they do not.
std::size_t american(const Groups& groups, std::size_t from) {
    constexpr std::size_t area = 3, rest = 7;
    const auto& all = groups.all;
    if (from >= all.size() || all[from].text.size() != area || all[from].letters) return 0;
    for (std::size_t end = from + 2; end <= all.size(); ++end) {
        const bool marked = all[from].bracketed || all[from + 1].before != ' ';
        const std::size_t count = characters(groups, from + 1, end);
        if (count > rest || !marked) return 0;
        if (count == rest) {
            const bool shape =
                all[from + 1].text.size() == 3 || all[from + 1].letters || end > from + 3;
            return shape ? end - from : 0;
        }
        if (all[end - 1].before == ' ' && !all[from].bracketed && end > from + 2) return 0;
    }
    return 0;
}

bool is_cued(const Sentence& s, std::size_t at, DigitCueRow::Class what, std::size_t most) {
    std::size_t i = at;
    for (std::size_t seen = 0; seen < most && i != Sentence::none; ++seen) {
        i = s.index_before(i);
        if (i == Sentence::none) return false;
        const DigitCueRow* const cue = s.tables.digit_cues.find(s.at(i).low);
        if (cue != nullptr && cue->announces == what) return true;
    }
    return false;
}

/// Adds the words for groups [from, to).
void say(const Sentence& s, const Groups& groups, std::size_t from, std::size_t to,
         std::vector<semiotic::SpokenPart>& parts) {
    for (std::size_t i = from; i < to; ++i) {
        const Group& group = groups.all[i];
        const bool free_call = group.text == "800" && i <= 1;
        std::string words =
            group.letters ? group.text
            : free_call   ? fmt::format("{} {}", s.numerals.cardinal("8"), s.tables.word("hundred"))
                          : s.numerals.digits(group.text);
        if (i == 0 && groups.plus) words = fmt::format("{} {}", s.tables.word("plus"), words);
        parts.push_back(semiotic::SpokenPart{
            .words = std::move(words), .source = {}, .language = {}, .pause = !group.letters});
    }
}

/// Adds "ext. 12" or "x12" after a number.
std::size_t extension(const Sentence& s, std::size_t end, std::string& words) {
    const std::size_t word = s.is_sign(end, ',') ? s.over_space(end + 1) : s.over_space(end);
    if (!s.is(word, Kind::word)) return end;
    const std::string_view low = s.at(word).low;
    if (low != "x" && low != "ext" && low != "extension") return end;
    const std::size_t number = s.skip_spaces(s.is_sign(word + 1, '.') ? word + 2 : word + 1);
    if (!s.is_digits(number, 1, 5)) return end;
    words = fmt::format("{} {}", s.tables.word("extension"), s.numerals.digits(s.at(number).text));
    return number + 1;
}

}  // namespace

std::optional<Reading> telephone(const Sentence& s, std::size_t at) {
    if (s.is_tight(at) && !s.is_start(at)) return {};
    const bool plus = s.is_sign(at, '+');
    if (!plus && !is_number(s, at) && !s.is_sign(at, '(')) return {};
    const Groups groups = groups_at(s, at);
    const std::size_t count = groups.all.size();
    if (count == 0) return {};
    constexpr std::size_t fewest = 7, most = 15, country_digits = 3, extension_digits = 4;
    const bool country =
        count > 1 && groups.all[0].text.size() <= country_digits && !groups.all[0].bracketed;
    std::size_t used = american(groups, 0);
    if (used == 0 && country) {
        used = american(groups, 1);
        if (used > 0) ++used;
    }
    const std::size_t digits = characters(groups, 0, count);
    const bool any_letters = std::any_of(groups.all.begin(), groups.all.end(),
                                         [](const Group& group) { return group.letters; });
    if (used == 0) {
        const bool long_enough = digits >= fewest && digits <= most && !any_letters;
        const bool dialled =
            groups.all[0].text.front() == '0' && groups.all[0].text.size() >= 3 && count > 1;
        const bool cued = is_cued(s, at, DigitCueRow::Class::telephone, 4);
        const bool emergency = count == 1 && groups.all[0].text.size() == 3 &&
                               is_cued(s, at, DigitCueRow::Class::telephone, 1);
        if (!emergency && !(long_enough && (groups.plus || dialled || cued))) return {};
        used = count;
    } else if (used < count && groups.all[used].before == '-' &&
               groups.all[used].text.size() <= extension_digits && !groups.all[used].letters) {
        ++used;
    }
    Reading reading =
        reading_of(groups.ends[used - 1], {}, SemioticClass::telephone, "groups of digits");
    const bool goes_on =
        s.is_tight(reading.end) && (s.is(reading.end, Kind::word) || s.is_sign(reading.end, '/'));
    if (goes_on && s.at(reading.end).low != "x") return {};
    say(s, groups, 0, used, reading.parts);
    std::string more;
    reading.end = extension(s, reading.end, more);
    if (!more.empty()) reading.parts.push_back(semiotic::SpokenPart{.words = std::move(more)});
    reading.parts.back().pause = false;
    return reading;
}

std::optional<Reading> network_address(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::number)) return {};
    auto address = semiotic::machine_address_in(s.at(at).text);
    if (!address) return {};
    std::string words;
    for (const std::string& part : wording::split(address->host, '.')) {
        if (!words.empty()) append_word(words, s.tables.word("dot"));
        append_word(words, s.numerals.digits(part));
    }
    return reading_of(at + 1, std::move(words), semiotic::Value(*std::move(address)),
                      "an address of four numbers");
}

std::optional<Reading> security_number(const Sentence& s, std::size_t at) {
    const bool shape = s.is_digits(at, 3, 3) && s.is_dash(at + 1) && s.is_digits(at + 2, 2, 2) &&
                       s.is_dash(at + 3) && s.is_digits(at + 4, 4, 4);
    const bool tight = shape && s.is_tight(at + 1) && s.is_tight(at + 2) && s.is_tight(at + 3) &&
                       s.is_tight(at + 4);
    if (!tight || (s.is_tight(at + 5) && !s.ends_phrase(at + 5))) return {};
    Reading reading = reading_of(at + 5, {}, SemioticClass::digits, "three, two and four digits");
    for (const std::size_t i : {at, at + 2, at + 4})
        reading.parts.push_back(semiotic::SpokenPart{.words = s.numerals.digits(s.at(i).text),
                                                     .source = s.at(i).source,
                                                     .language = {},
                                                     .pause = i != at + 4});
    return reading;
}

std::optional<Reading> code_number(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 3, 19) || s.noun_follows(at + 1) ||
        (s.is_tight(at + 1) && !s.ends_phrase(at + 1)))
        return {};
    constexpr std::size_t near = 3;
    if (!is_cued(s, at, DigitCueRow::Class::code, near)) return {};
    return reading_of(at + 1, s.numerals.digits(s.at(at).text), SemioticClass::digits,
                      "digit_cues.tsv", "digit by digit, because of a word before it");
}

}  // namespace rawi::languages::english
