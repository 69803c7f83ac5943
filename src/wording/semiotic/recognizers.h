#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "wording/options.h"
#include "wording/semiotic/dates.h"
#include "wording/semiotic/electronic.h"
#include "wording/semiotic/piece_sequence.h"
#include "wording/semiotic/reading.h"
#include "wording/semiotic/values.h"

namespace rawi::wording::semiotic {

// Recognizers of form over the pieces of a sentence. Which of them apply, in which order and
// context, is up to each language.

/// A value and the piece after it.
template <class Value>
struct Found {
    std::size_t end = 0;
    Value value;
};

/// The recognizers of a language for what starts with a piece of each kind, in the order in which
/// they are tried: those that use more context come first.
template <class Recognizer>
struct RecognizersByKind {
    std::span<const Recognizer> of_numbers, of_words, of_latin, of_signs;

    std::span<const Recognizer> of(PieceKind kind) const {
        switch (kind) {
            case PieceKind::number:
                return of_numbers;
            case PieceKind::word:
                return of_words;
            case PieceKind::latin:
                return of_latin;
            case PieceKind::punctuation:
            case PieceKind::symbol:
                return of_signs;
            case PieceKind::space:
                break;
        }
        return {};
    }
};

/// The first reading that a recognizer makes of the text from piece `at` on. `before_each` is
/// called before each of them.
template <class Recognizer, class Sentence, class BeforeEach>
auto first_reading(const RecognizersByKind<Recognizer>& recognizers, const Sentence& sentence,
                   std::size_t at, BeforeEach before_each)
    -> decltype(std::declval<Recognizer>()(sentence, at)) {
    for (const Recognizer recognize : recognizers.of(sentence.at(at).kind)) {
        before_each();
        if (auto reading = recognize(sentence, at)) return reading;
    }
    return std::nullopt;
}

template <class Recognizer, class Sentence>
auto first_reading(const RecognizersByKind<Recognizer>& recognizers, const Sentence& sentence,
                   std::size_t at) {
    return first_reading(recognizers, sentence, at, [] {});
}

/// The end of the run of ASCII pieces without spaces from `at` on, without closing marks; `at` if
/// there is none.
template <class Sentence>
std::size_t end_of_ascii_run(const Sentence& s, std::size_t at) {
    constexpr std::size_t longest = 256;  // the time stays linear
    constexpr std::string_view closing = ".,:;!?)]}\"'`";
    std::size_t end = at;
    const auto is_ascii = [](std::string_view text) {
        return !text.empty() &&
               std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    };
    while (end < s.size() && end < at + longest && is_ascii(s.at(end).source.of(s.text)))
        ++end;
    while (end > at + 1 && s.is(end - 1, PieceKind::punctuation) &&
           s.at(end - 1).text.size() == 1 &&
           closing.find(s.at(end - 1).text[0]) != std::string_view::npos)
        --end;
    return end;
}

/// The web address whose first piece is `at`, which is ASCII without spaces.
template <class Sentence>
std::optional<Found<Electronic>> web_address_at(const Sentence& s, std::size_t at,
                                                const DomainRules& rules) {
    const std::size_t end = end_of_ascii_run(s, at);
    auto address = web_address_in(s.written(at, end), rules);
    if (!address) return {};
    return Found<Electronic>{.end = end, .value = *std::move(address)};
}

/// The same for an e-mail address.
template <class Sentence>
std::optional<Found<Electronic>> mail_address_at(const Sentence& s, std::size_t at) {
    const std::size_t end = end_of_ascii_run(s, at);
    auto address = mail_address_in(s.written(at, end));
    if (!address) return {};
    return Found<Electronic>{.end = end, .value = *std::move(address)};
}

/// The reading of a web or e-mail address that was found, if any, which `words_of(address)` says
/// unless addresses are skipped.
template <class WordsOf>
std::optional<Reading> address_reading(std::optional<Found<Electronic>> found, Addresses how,
                                       WordsOf words_of) {
    if (!found) return {};
    const bool mail = found->value.form == Electronic::Form::mail;
    if (how == Addresses::skip)
        return unspoken_reading(found->end, SemioticClass::electronic,
                                mail ? SkipReason::mail_address : SkipReason::web_address);
    const char* const rule = mail                        ? "a mail address"
                             : found->value.host.empty() ? "an address of a file"
                             : how == Addresses::full    ? "a web address in full"
                                                         : "a web address by its domain";
    std::string words = words_of(found->value);
    return reading_of(found->end, std::move(words), Value(std::move(found->value)), rule);
}

/// A numeric date, its separator ('-' for any dash), and how its numbers were understood.
struct DateInFigures {
    NumericDate numbers;
    char separator = '/';
};

/// "3/10/2020", "2020-10-03", "3.10.20": three numbers with the same separator twice and without
/// spaces. In the first form and with a dot, the parts of a number are in Sentence::number(i).
template <class Sentence>
std::optional<Found<DateInFigures>> date_in_figures_at(const Sentence& s, std::size_t at,
                                                       DateOrder order) {
    constexpr std::size_t three = 3, most_digits = 4;
    if (!s.is(at, PieceKind::number)) return {};
    std::array<std::string_view, three> parts;
    const auto& dotted = s.number(at).dotted;
    std::size_t end = at + 1;
    char separator = '.';
    const std::string_view first = s.at(at).text;
    if (dotted.size() == three && first.find(',') == std::string_view::npos) {
        std::copy(dotted.begin(), dotted.end(), parts.begin());
    } else {
        const bool slash = s.is_sign(at + 1, '/');
        const auto separates = [&](std::size_t i) {
            return slash ? s.is_sign(i, '/') : s.is_dash(i);
        };
        separator = slash ? '/' : '-';
        for (std::size_t i = 0; i < three; ++i) {
            const std::size_t number = at + 2 * i;
            if (!s.is_digits(number, 1, most_digits) || (i > 0 && !separates(number - 1)))
                return {};
            parts[i] = s.at(number).text;
            end = number + 1;
        }
        if (separates(end) && s.is(end + 1, PieceKind::number)) return {};
    }
    const auto numbers = date_of(parts, order);
    if (!numbers) return {};
    return Found<DateInFigures>{.end = end, .value = {.numbers = *numbers, .separator = separator}};
}

/// The value of piece `i` if it has one or two digits and is at most `most`; else -1.
template <class Sentence>
int short_number_at(const Sentence& s, std::size_t i, std::size_t least_digits, int most) {
    int value = -1;
    if (!s.is_digits(i, least_digits, 2)) return value;
    const std::string_view digits = s.at(i).text;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value <= most ? value : -1;
}

/// "18:30", "18:30:05"; an hour alone is found too, without minutes.
template <class Sentence>
std::optional<Found<Time>> clock_time_at(const Sentence& s, std::size_t at) {
    constexpr int last_hour = 24, last_minute = 59;
    Found<Time> found{.end = at + 1, .value = {}};
    found.value.hour = short_number_at(s, at, 1, last_hour);
    if (found.value.hour < 0) return {};
    found.value.leading_zero = s.at(at).text.size() == 2 && s.at(at).text[0] == '0';
    const auto part = [&](int& value) {
        if (!s.is_sign(found.end, ':')) return false;
        value = short_number_at(s, found.end + 1, 2, last_minute);
        if (value >= 0) found.end += 2;
        return value >= 0;
    };
    if (part(found.value.minute)) part(found.value.second);
    return found;
}

}  // namespace rawi::wording::semiotic
