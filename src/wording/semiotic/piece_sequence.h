#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "base/utf8.h"

namespace rawi::wording::semiotic {

/// The kinds of pieces; Latin letters are a separate kind in languages of other scripts.
enum class PieceKind : std::uint8_t { space, word, latin, number, punctuation, symbol };

/// Whether a character is a hyphen, a dash or a minus sign.
constexpr bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/// Whether a character is an opening bracket or quotation mark, or a mark that may be one.
constexpr bool opens(char32_t c) {
    return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == '`' || c == 0xAB ||
           c == 0x201C || c == 0x2018 || c == 0x201E || c == 0xFD3E;
}

/// Whether a character is a closing bracket or quotation mark, or a mark that may be one.
constexpr bool closes(char32_t c) {
    return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'' || c == '`' || c == 0xBB ||
           c == 0x201D || c == 0x2019;
}

/// Whether a character may end a sentence.
constexpr bool ends_sentence(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x061F || c == 0x2026;
}

/// A sentence in pieces, for recognizers of any language. A Piece has a kind, a source and a text
/// (normalized, digits in ASCII); the sources are adjacent.
template <class Piece>
class PieceSequence {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    PieceSequence(std::string_view whole, std::vector<Piece> cut)
        : text(whole), pieces(std::move(cut)) {}

    const std::string_view text;  ///< that the sources are in
    const std::vector<Piece> pieces;

    std::size_t size() const { return pieces.size(); }
    /// Piece `i`, or a space if it is after the end.
    const Piece& at(std::size_t i) const { return i < pieces.size() ? pieces[i] : beyond_end; }
    bool is(std::size_t i, PieceKind kind) const { return at(i).kind == kind; }
    bool is_sign(std::size_t i) const {
        return is(i, PieceKind::punctuation) || is(i, PieceKind::symbol);
    }
    /// Whether the piece is this sign.
    bool is_sign(std::size_t i, char sign) const {
        return is_sign(i) && at(i).text.size() == 1 && at(i).text[0] == sign;
    }
    bool is_sign(std::size_t i, std::string_view sign) const {
        return is_sign(i) && at(i).text == sign;
    }
    bool is_dash(std::size_t i) const { return is_sign(i) && semiotic::is_dash(first_of(i)); }
    /// Whether the piece is a number of digits alone, at least `least` and at most `most` of them.
    bool is_digits(std::size_t i, std::size_t least, std::size_t most) const {
        const std::string_view digits = at(i).text;
        return is(i, PieceKind::number) && digits.size() >= least && digits.size() <= most &&
               std::all_of(digits.begin(), digits.end(),
                           [](char c) { return c >= '0' && c <= '9'; });
    }
    /// Whether the piece is not a space, and there is none between it and the piece before it.
    bool is_tight(std::size_t i) const {
        return i > 0 && i < size() && !is(i, PieceKind::space) && !is(i - 1, PieceKind::space);
    }
    /// The piece after one space, or `i` if there is none.
    std::size_t over_space(std::size_t i) const { return is(i, PieceKind::space) ? i + 1 : i; }
    /// The first piece from `i` on that is not a space.
    std::size_t skip_spaces(std::size_t i) const {
        while (i < pieces.size() && pieces[i].kind == PieceKind::space)
            ++i;
        return i;
    }
    /// The nearest word before piece `i`, with only spaces and opening marks between, or `none`.
    std::size_t index_before(std::size_t i) const {
        constexpr std::size_t farthest = 32;  // the time stays linear
        const std::size_t first = i > farthest ? i - farthest : 0;
        while (i-- > first) {
            if (is(i, PieceKind::word)) return i;
            if (!is(i, PieceKind::space) && !(is_sign(i) && opens(first_of(i)))) break;
        }
        return none;
    }
    /// The source of pieces [begin, end).
    Span span(std::size_t begin, std::size_t end) const {
        return {.begin = at(begin).source.begin, .end = at(end - 1).source.end};
    }
    /// What is written there.
    std::string_view written(std::size_t begin, std::size_t end) const {
        return begin < end ? span(begin, end).of(text) : std::string_view();
    }
    /// The first character of a piece; 0 if it has none.
    char32_t first_of(std::size_t i) const {
        return at(i).text.empty() ? 0 : utf8::decode(at(i).text, 0).code;
    }

  private:
    static inline const Piece beyond_end{};
};

}  // namespace rawi::wording::semiotic
