#pragma once

#include <string_view>

#include "languages/english/tables.h"
#include "wording/number_format.h"
#include "wording/semiotic/pieces.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

namespace semiotic = wording::semiotic;

/// A stretch of a sentence. Its text is without invisible characters and in NFKC.
struct Piece : semiotic::Piece {
    bool capital = false;    ///< whether a word starts with a capital
    bool upper = false;      ///< whether a word of two or more letters is all capitals
    std::string_view low{};  ///< for a word: in small ASCII letters
};

using Pieces = semiotic::Pieces<Piece>;

/// Splits the tokens of a sentence into pieces.
Pieces cut_pieces(const Tables& tables, const wording::TokenizedSentence& line);

/// Parses a number. If its commas do not separate thousands ("9000,000"), the parts are in
/// `dotted`.
wording::WrittenNumber read_number_token(std::string_view ascii,
                                         const wording::NumberFormat& number_format);

}  // namespace rawi::languages::english
