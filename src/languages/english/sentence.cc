// The context of a piece.
#include "languages/english/sentence.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "wording/token.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

// Limits of the context, in pieces, which keep the time linear for any text.
constexpr std::size_t farthest = 32, longest_run = 256;

/// Whether a phrase, or what is written without spaces, may end with a character.
bool ends_phrase_with(char32_t c) {
    return semiotic::closes(c) || semiotic::ends_sentence(c) || c == ',' || c == ';' || c == ':';
}

}  // namespace

Sentence::Sentence(const LanguageData& grammar, const wording::TokenizedSentence& line)
    : Sentence(grammar, line, cut_pieces(grammar.tables, line)) {}

Sentence::Sentence(const LanguageData& grammar, const wording::TokenizedSentence& line, Pieces cut)
    : PieceSequence(line.text, std::move(cut.all)),
      shared(grammar),
      written_line(line),
      tables(grammar.tables),
      numerals(grammar.numerals),
      region(grammar.region),
      style(grammar.style),
      numbers_(std::move(cut.numbers)),
      held_(std::move(cut.held)) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const Piece& piece : pieces) {
        if (piece.kind != Kind::word) continue;
        ++words;
        capitals += piece.upper || (piece.capital && piece.text.size() == 1) ? 1U : 0U;
    }
    constexpr std::size_t few = 3;
    all_capitals_ = words >= few && capitals == words;
}

bool Sentence::is_apostrophe(std::size_t i) const {
    if (!is_sign(i)) return false;
    const char32_t c = first_of(i);
    return c == '\'' || c == 0x2019 || c == 0x2018;
}

int Sentence::small_value(std::size_t i) const {
    constexpr std::size_t most = 4;
    return is_digits(i, 1, most) ? static_cast<int>(number(i).value) : -1;
}

bool Sentence::is_start(std::size_t i) const {
    return i == 0 || is(i - 1, Kind::space) || (is_sign(i - 1) && semiotic::opens(first_of(i - 1)));
}

std::size_t Sentence::run_end(std::size_t i) const {
    const std::size_t last = std::min(size(), i + longest_run);
    while (i < last && !is(i, Kind::space))
        ++i;
    return i;
}

std::size_t Sentence::core_end(std::size_t i) const {
    std::size_t end = run_end(i);
    while (end > i + 1 && is(end - 1, Kind::punctuation) && ends_phrase_with(first_of(end - 1)))
        --end;
    return end;
}

bool Sentence::ends_phrase(std::size_t i) const {
    i = skip_spaces(i);
    return i >= size() || (is(i, Kind::punctuation) && ends_phrase_with(first_of(i)));
}

std::string_view Sentence::word_before(std::size_t i) const {
    const std::size_t found = index_before(i);
    return found == none ? std::string_view() : at(found).low;
}

std::string_view Sentence::word_from(std::size_t i) const {
    i = skip_spaces(i);
    return is(i, Kind::word) ? at(i).low : std::string_view();
}

bool Sentence::noun_follows(std::size_t i) const {
    i = skip_spaces(i);
    return is(i, Kind::word) && !at(i).capital && !tables.function_words.has(at(i).low);
}

bool Sentence::is_near(const TableKeys& table, std::size_t i, std::size_t end) const {
    constexpr std::size_t near = 6;
    std::size_t seen = 0;
    const std::size_t first = i > farthest ? i - farthest : 0;
    for (std::size_t before = i; before-- > first && seen < near;) {
        if (!is(before, Kind::word)) continue;
        ++seen;
        if (table.has(at(before).low)) return true;
    }
    constexpr std::size_t after = 3;
    seen = 0;
    const std::size_t last = std::min(size(), end + farthest);
    for (; end < last && seen < after; ++end) {
        if (!is(end, Kind::word)) continue;
        ++seen;
        if (table.has(at(end).low)) return true;
    }
    return false;
}

}  // namespace rawi::languages::english
