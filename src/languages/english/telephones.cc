// Recognizers of numbers that are read digit by digit: telephone numbers, IP addresses, codes.
#include "wording/semiotic/telephones.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"
#include "wording/semiotic/electronic.h"
#include "wording/semiotic/reading.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

constexpr semiotic::TelephoneRules telephone_rules = {.letters = true,
                                                      .dots = true,
                                                      .north_american = true,
                                                      .most_groups = 8,
                                                      .least_trunk = 3,
                                                      .least_trunk_groups = 2};

bool is_cued(const Sentence& s, std::size_t at, Announces what, std::size_t most) {
    std::size_t i = at;
    for (std::size_t seen = 0; seen < most && i != Sentence::none; ++seen) {
        i = s.index_before(i);
        if (i == Sentence::none) return false;
        const DigitCueRow* const cue = s.tables.digit_cues.find(s.at(i).low);
        if (cue != nullptr && cue->choice == what) return true;
    }
    return false;
}

/// Takes "ext. 12" or "x12" after a number.
void take_extension(const Sentence& s, semiotic::TelephoneForm& form) {
    const std::size_t word =
        s.is_sign(form.end, ',') ? s.over_space(form.end + 1) : s.over_space(form.end);
    if (!s.is(word, Kind::word)) return;
    const std::string_view low = s.at(word).low;
    if (low != "x" && low != "ext" && low != "extension") return;
    const std::size_t number = s.skip_spaces(s.is_sign(word + 1, '.') ? word + 2 : word + 1);
    if (!s.is_digits(number, 1, 5)) return;
    form.value.extension = s.at(number).text;
    form.end = number + 1;
}

/// Whether a word before the number announces it.
bool is_announced(const Sentence& s, std::size_t at, const semiotic::TelephoneForm& form) {
    constexpr std::size_t near = 4, emergency_digits = 3;
    constexpr auto telephone = Announces::telephone;
    if (form.complete) return is_cued(s, at, telephone, near);
    const auto& groups = form.value.groups;
    return groups.size() == 1 && groups.front().text.size() == emergency_digits &&
           is_cued(s, at, telephone, 1);
}

}  // namespace

std::vector<semiotic::SpokenPart> words_of(const Sentence& s, const semiotic::Telephone& value) {
    std::vector<semiotic::SpokenPart> parts;
    for (std::size_t i = 0; i < value.groups.size(); ++i) {
        const semiotic::TelephoneGroup& group = value.groups[i];
        const bool free_call = group.text == "800" && i <= 1;
        std::string words =
            group.letters ? group.text
            : free_call   ? fmt::format("{} {}", s.numerals.cardinal("8"), s.tables.word("hundred"))
                          : s.numerals.digits(group.text);
        if (i == 0 && value.international)
            words = fmt::format("{} {}", s.tables.word("plus"), words);
        parts.push_back(semiotic::SpokenPart{
            .words = std::move(words), .source = {}, .language = {}, .pause = !group.letters});
    }
    if (!value.extension.empty()) {
        parts.push_back(
            semiotic::SpokenPart{.words = fmt::format("{} {}", s.tables.word("extension"),
                                                      s.numerals.digits(value.extension))});
    }
    parts.back().pause = false;
    return parts;
}

std::optional<Reading> telephone(const Sentence& s, std::size_t at) {
    if (s.is_tight(at) && !s.is_start(at)) return {};
    if (!s.is(at, Kind::number) && !s.is_sign(at, '+') && !s.is_sign(at, '(')) return {};
    auto form = semiotic::telephone_at(s, at, telephone_rules);
    if (!form || (!form->evident && !is_announced(s, at, *form))) return {};
    const bool goes_on =
        s.is_tight(form->end) && (s.is(form->end, Kind::word) || s.is_sign(form->end, '/'));
    if (goes_on && s.at(form->end).low != "x") return {};
    take_extension(s, *form);
    auto parts = words_of(s, form->value);
    Reading reading = reading_of(form->end, {}, std::move(form->value), "groups of digits");
    reading.parts = std::move(parts);
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
    reading.value = semiotic::Digits{
        .digits = fmt::format("{}{}{}", s.at(at).text, s.at(at + 2).text, s.at(at + 4).text)};
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
    if (!is_cued(s, at, Announces::code, near)) return {};
    semiotic::Digits value{.digits = std::string(s.at(at).text)};
    std::string words = words_of(s, value);
    return reading_of(at + 1, std::move(words), semiotic::Value(std::move(value)), "digit_cues.tsv",
                      "digit by digit, because of a word before it");
}

}  // namespace rawi::languages::english
