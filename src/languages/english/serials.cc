// Recognizers of designations and serial numbers.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/english/amounts.h"
#include "languages/english/readings.h"
#include "wording/semiotic/reading.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

/// How the digits of a serial number are written.
enum class Manner : std::uint8_t { touching, apart, slashes };

bool is_year(const Sentence& s, std::size_t i) {
    const int value = s.small_value(i);
    return s.at(i).text.size() == 4 && value >= 1000 && value < 3000;
}

/// The words for the digits of a serial number. Short and round numbers that touch letters, up to
/// three digits elsewhere, and up to four between slashes are read as numbers, others digit by
/// digit.
std::string figures(const Sentence& s, std::size_t i, Manner manner) {
    const std::string_view digits = s.at(i).text;
    const wording::WrittenNumber& figure = s.number(i);
    if (!figure.dotted.empty()) {
        const bool stops = digits.find(',') == std::string_view::npos;
        std::string words;
        for (const std::string& part : figure.dotted) {
            if (stops && !words.empty()) append_word(words, s.tables.word("point"));
            append_word(words, s.numerals.bare(part));
        }
        return words;
    }
    if (!figure.fraction.empty() || figure.grouped) {
        const auto amount = amount_at(s, i, Shorts::certain);
        return amount && amount->end == i + 1 ? amount->words : s.numerals.digits(digits);
    }
    const bool named = i > 0 && s.is_tight(i) && s.tables.number_names.has(s.at(i - 1).text);
    if (named && is_year(s, i)) return s.numerals.year(figure.value);
    constexpr std::size_t two = 2, three = 3, four = 4;
    const std::size_t most = manner == Manner::touching ? two
                             : manner == Manner::apart  ? three
                                                        : four;
    const bool round = manner == Manner::touching && digits.size() > 1 &&
                       digits.find_first_not_of('0', 1) == std::string_view::npos;
    const bool zero = digits.size() > 1 && digits.front() == '0';
    return !zero && (digits.size() <= most || round) ? s.numerals.bare(digits)
                                                     : s.numerals.digits(digits);
}

bool is_joint(const Sentence& s, std::size_t i) {
    return s.is_sign(i, '/') || s.is_sign(i, '-') || s.is_dash(i);
}

/// A run of words and numbers with hyphens and slashes.
struct Run {
    std::size_t end = 0;
    std::size_t numbers = 0, words = 0;
    bool touching = false;  ///< whether letters and digits touch
    bool named = false;     ///< whether digits are next to one or two letters, or to capitals
    bool slashes_only = true;
};

/// Whether a word next to a number, with a hyphen between them, makes it part of a name.
bool names(const Sentence& s, std::size_t word, std::size_t number) {
    const Piece& piece = s.at(word);
    constexpr std::size_t shortest = 3;
    if (is_year(s, number) && !piece.upper) return false;
    return piece.upper || piece.text.size() < shortest || (piece.capital && word < number);
}

/// Adds the word or number at piece `i` to a run that started at piece `at`.
void take(const Sentence& s, std::size_t at, std::size_t i, Run& run) {
    const bool word = s.is(i, Kind::word);
    (word ? run.words : run.numbers) += 1;
    run.end = i + 1;
    if (i == at) return;
    if (!is_joint(s, i - 1)) {
        const bool ending = word && s.at(i).text == "s";  // "B-52s", "1990s"
        run.touching = run.touching || (!ending && s.at(i - 1).kind != s.at(i).kind);
    } else if (i > at + 1 && s.is(i - 2, word ? Kind::number : Kind::word)) {
        run.named = run.named || names(s, word ? i : i - 2, word ? i - 2 : i);
    }
}

Run run_at(const Sentence& s, std::size_t at) {
    Run run;
    constexpr std::size_t most = 40;
    for (std::size_t i = at; i < at + most && (i == at || s.is_tight(i)); ++i) {
        if (s.is(i, Kind::word) || s.is(i, Kind::number)) {
            take(s, at, i, run);
        } else if (is_joint(s, i) && i > at && !is_joint(s, i - 1)) {
            run.slashes_only = run.slashes_only && s.is_sign(i, '/');
        } else {
            break;
        }
    }
    run.slashes_only = run.slashes_only && run.words == 0;
    return run;
}

/// Whether a word in capitals precedes piece `i`, directly or with a hyphen.
bool capital_before(const Sentence& s, std::size_t first, std::size_t i) {
    const std::size_t word = is_joint(s, i - 1) ? i - 2 : i - 1;
    return i >= first + (i - word) && s.is(word, Kind::word) && s.at(word).capital;
}

}  // namespace

std::optional<Reading> designation(const Sentence& s, std::size_t at) {
    constexpr std::size_t most = 4;
    if (s.is(at, Kind::word)) {
        for (std::size_t end = at + 2; end <= at + most && end <= s.size() && s.is_tight(end - 1);
             ++end) {
            const auto* const row = s.tables.designations.find(s.written(at, end));
            if (row == nullptr || (s.is_tight(end) && s.is(end, Kind::number))) continue;
            return reading_of(end, row->said, SemioticClass::serial,
                              s.tables.designations.place_of(*row));
        }
        return {};
    }
    if (!s.is_digits(at, 3, 4)) return {};
    const bool several = s.is_tight(at + 1) && s.at(at + 1).text == "s";
    const std::size_t end = several ? at + 2 : at + 1;
    if (s.is_tight(end) && (s.is(end, Kind::word) || is_joint(s, end))) return {};
    const std::size_t before = s.index_before(at);
    if (before == Sentence::none || before + 2 != at ||
        !s.tables.number_names.has(s.at(before).text))
        return {};
    const std::string words = s.numerals.year(s.number(at).value);
    return reading_of(end, several ? plural_of(words) : words, SemioticClass::serial,
                      s.tables.number_names.place_of(s.at(before).text),
                      fmt::format("a name, after \"{}\"", s.at(before).text));
}

std::optional<Reading> serial(const Sentence& s, std::size_t at) {
    const bool start = at == 0 || s.is_start(at) || s.is_sign(at - 1);
    if (!start || !s.is_tight(at + 1)) return {};
    const Run run = run_at(s, at);
    constexpr std::size_t several = 3;
    if (run.numbers == 0 || !(run.touching || run.named || run.numbers >= several)) return {};
    Reading reading =
        reading_of(run.end, {}, SemioticClass::serial,
                   run.touching ? "letters and digits" : "digits with marks between them");
    const Manner manner = run.touching       ? Manner::touching
                          : run.slashes_only ? Manner::slashes
                                             : Manner::apart;
    for (std::size_t i = at; i < run.end; ++i) {
        semiotic::SpokenPart part{.words = {}, .source = s.at(i).source};
        if (s.is(i, Kind::number)) {
            const bool capitals = i > at && capital_before(s, at, i);
            part.words = figures(s, i, manner);
            if (capitals && s.is_tight(i + 1) && s.at(i + 1).text == "s") {
                part.words = plural_of(part.words);
                part.source.end = s.at(++i).source.end;
            }
        } else if (s.is(i, Kind::word)) {
            part.words = s.at(i).text;
        }
        if (!part.words.empty()) reading.parts.push_back(std::move(part));
    }
    return reading;
}

}  // namespace rawi::languages::english
