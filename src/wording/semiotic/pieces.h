#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "wording/semiotic/piece_sequence.h"
#include "wording/written_number.h"

namespace rawi::wording::semiotic {

/// Whether all of a text is ASCII, which needs no normalization.
constexpr bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A stretch of a sentence: a word, a number, a sign, or spaces. A language may add what else it
/// knows of a piece.
struct Piece {
    using Kind = PieceKind;
    Kind kind = Kind::space;
    std::uint32_t number = 0;  ///< for a number: its index in Pieces::numbers
    Span source{};
    std::string_view text;  ///< normalized; digits in ASCII
};

/// The pieces of a sentence, whose sources cover those of its tokens.
template <class Piece>
struct Pieces {
    std::vector<Piece> all;
    std::vector<WrittenNumber> numbers;
    std::deque<std::string> held;  ///< owns texts of pieces that differ from the document

    Piece& add(PieceKind kind, Span source, std::string_view text) {
        Piece& piece = all.emplace_back();
        piece.kind = kind;
        piece.source = source;
        piece.text = text;
        return piece;
    }
    Piece& add_number(Span source, std::string_view text, WrittenNumber number) {
        Piece& piece = add(PieceKind::number, source, text);
        piece.number = static_cast<std::uint32_t>(numbers.size());
        numbers.push_back(std::move(number));
        return piece;
    }
    /// A text that is not in the document, which lives as long as the pieces.
    std::string_view hold(std::string text) { return held.emplace_back(std::move(text)); }
    /// The same; `written`, which is in the document, if that is the same text.
    std::string_view hold(std::string text, std::string_view written) {
        return text == written ? written : hold(std::move(text));
    }
};

}  // namespace rawi::wording::semiotic
