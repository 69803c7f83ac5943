// Recognizers of postal addresses.
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/english/readings.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

/// The words for a house number, in groups of two digits.
std::string house_number(const Sentence& s, std::size_t at) {
    const std::string_view digits = s.at(at).text;
    constexpr std::size_t two = 2, four = 4;
    if (digits.size() <= two || digits.size() > four) return s.numerals.bare(digits);
    const std::string_view first = digits.substr(0, digits.size() - two);
    const std::string_view last = digits.substr(digits.size() - two);
    if (last == "00")
        return digits.size() == four && first.back() != '0' ? s.numerals.year(s.number(at).value)
                                                            : s.numerals.bare(digits);
    const bool nought = last.front() == '0';
    return fmt::format(
        "{} {}", nought && digits.size() < four ? s.numerals.digits(first) : s.numerals.bare(first),
        nought ? s.numerals.digits(last) : s.numerals.bare(last));
}

bool is_ordinal(const Sentence& s, std::size_t i) {
    return s.is_digits(i, 1, 3) && s.is(i + 1, Kind::word) && s.is_tight(i + 1) &&
           ordinal(s, i).has_value();
}

/// "Springfield, Ill."
bool is_after_town(const Sentence& s, std::size_t at) {
    const std::size_t comma = at > 0 && s.is(at - 1, Kind::space) ? at - 2 : at - 1;
    return at >= 2 && comma > 0 && comma < s.size() && s.is_sign(comma, ',') &&
           s.is(comma - 1, Kind::word) && s.at(comma - 1).capital;
}

/// "D-Minn."
bool is_after_party(const Sentence& s, std::size_t at) {
    return at >= 2 && s.is_dash(at - 1) && s.is_tight(at) && s.is_tight(at - 1) &&
           s.is(at - 2, Kind::word) && s.at(at - 2).capital && s.at(at - 2).text.size() == 1;
}

}  // namespace

namespace {

/// The piece after the word for a street at piece `i` and its full stop, if the address ends there;
/// 0 if a longer name continues ("Avenue Park Road").
std::size_t street_end(const Sentence& s, std::size_t i, std::string_view said) {
    const bool whole = s.at(i).low.size() == said.size();
    if (whole && s.noun_follows(i + 1) && s.is(i + 1, Kind::space)) return 0;
    const bool goes_on =
        s.is(i + 2, Kind::space) && s.is(i + 3, Kind::word) && !s.at(i + 3).capital;
    const bool stopped = s.is_sign(i + 1, '.') && (s.is_sign(i + 2, ',') || goes_on);
    return stopped ? i + 2 : i + 1;
}

/// Adds the direction at piece `i`. Returns the piece after it and its space, or 0 if it is
/// something else.
std::size_t after_direction(const Sentence& s, std::size_t i, std::string& words) {
    const auto* const direction =
        s.is(i, Kind::word) ? s.tables.directions.find(s.at(i).text) : nullptr;
    if (direction == nullptr) return i;
    const std::size_t end = s.is_sign(i + 1, '.') ? i + 2 : i + 1;
    if (!s.is(end, Kind::space)) return 0;
    append_word(words, direction->said);
    return end + 1;
}

/// The reading of the names from piece `i` to the word for a street.
std::optional<Reading> named_street(const Sentence& s, std::size_t i, std::string words) {
    constexpr int most = 5;
    for (int names = 0; names < most; ++names) {
        std::size_t end = i + 1;
        const bool ranked = is_ordinal(s, i);
        if (!ranked && !s.is(i, Kind::word)) return {};
        const auto* const street =
            names > 0 && !ranked ? s.tables.streets.find(s.at(i).low) : nullptr;
        if (street != nullptr) {
            append_word(words, street->said);
            const std::size_t following = street_end(s, i, street->said);
            if (following == 0) return {};
            return reading_of(following, std::move(words), SemioticClass::address,
                              s.tables.streets.place_of(*street),
                              "a house number, because a street follows");
        }
        if (!ranked && !s.at(i).capital) return {};
        append_word(words, ranked ? s.numerals.ordinal(s.at(i).text) : std::string(s.at(i).text));
        end += ranked ? 1U : 0U;
        if (!s.is(end, Kind::space)) return {};
        i = end + 1;
    }
    return {};
}

}  // namespace

std::optional<Reading> street_address(const Sentence& s, std::size_t at) {
    if (!s.is_digits(at, 1, 5) || !s.is(at + 1, Kind::space) ||
        (s.is_tight(at) && !s.is_start(at)) || s.at(at).text.front() == '0')
        return {};
    std::string words = house_number(s, at);
    const std::size_t name = after_direction(s, at + 2, words);
    return name == 0 ? std::nullopt : named_street(s, name, std::move(words));
}

std::optional<Reading> state(const Sentence& s, std::size_t at) {
    const auto* const row = s.at(at).capital ? s.tables.states.find(s.at(at).text) : nullptr;
    if (row == nullptr || s.is_all_capitals()) return {};
    if (!is_after_town(s, at) && !is_after_party(s, at)) return {};
    const bool code = s.at(at).upper;
    const bool stopped = s.is_sign(at + 1, '.');
    if (!code && !stopped) return {};
    std::size_t end = stopped && at + 2 < s.size() && !s.ends_phrase(at + 2) ? at + 2 : at + 1;
    std::string words = row->said;
    const std::size_t zip = s.skip_spaces(s.is_sign(end, ',') ? end + 1 : end);
    if (zip > end && s.is_digits(zip, 5, 5) && !s.noun_follows(zip + 1)) {
        append_word(words, s.numerals.digits(s.at(zip).text));
        end = zip + 1;
        if (s.is_dash(end) && s.is_digits(end + 1, 4, 4)) {
            append_word(words, s.numerals.digits(s.at(end + 1).text));
            end += 2;
        }
    }
    return reading_of(end, std::move(words), SemioticClass::address, s.tables.states.place_of(*row),
                      "a state, after a comma");
}

}  // namespace rawi::languages::english
