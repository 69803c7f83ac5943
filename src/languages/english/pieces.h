#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "languages/english/tables.h"
#include "wording/number_format.h"
#include "wording/semiotic/piece_sequence.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

namespace semiotic = wording::semiotic;

/// A stretch of a sentence: a word, a number, a sign, or spaces.
struct Piece {
    using Kind = semiotic::PieceKind;
    Kind kind = Kind::space;
    bool capital = false;      ///< whether a word starts with a capital
    bool upper = false;        ///< whether a word of two or more letters is all capitals
    std::uint32_t figure = 0;  ///< for a number: its index in the figures
    Span source{};
    std::string_view text;  ///< without invisible characters; NFKC; digits in ASCII
    std::string_view low;   ///< for a word: in small ASCII letters
};

/// The pieces of a sentence, whose sources cover those of the tokens. `held` owns texts of pieces
/// that differ from the document.
struct Pieces {
    std::vector<Piece> all;
    std::vector<wording::WrittenNumber> figures;
    std::deque<std::string> held;
};

/// Splits the tokens of a sentence into pieces.
Pieces cut_pieces(const Tables& tables, const wording::TokenizedSentence& line);

/// Parses a number. If its commas do not separate thousands ("9000,000"), the parts are in
/// `dotted`.
wording::WrittenNumber read_number_token(std::string_view ascii,
                                         const wording::NumberFormat& number_format);

}  // namespace rawi::languages::english
