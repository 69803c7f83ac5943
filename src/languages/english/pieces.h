#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "languages/english/tables.h"
#include "wording/number_format.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

/// A stretch of a sentence: a word, a number, a sign, or spaces.
struct Piece {
    enum class Kind : std::uint8_t { space, word, number, punctuation, symbol };
    Kind kind = Kind::space;
    bool capital = false;      ///< a word's first letter is one
    bool upper = false;        ///< all its letters are, two or more
    std::uint32_t figure = 0;  ///< of a number: which of the figures
    Span source{};
    std::string_view text;  ///< without invisible characters; NFKC; digits in ASCII
    std::string_view low;   ///< of a word: in small ASCII letters
};

/// A sentence in pieces; their sources tile those of the tokens. Texts of pieces may lie in `held`.
struct Pieces {
    std::vector<Piece> all;
    std::vector<wording::WrittenNumber> figures;
    std::deque<std::string> held;
};

/// The pieces of a sentence's tokens.
Pieces cut_pieces(const Tables& tables, const wording::TokenizedSentence& line);

/// A number that is written with commas which do not part thousands ("9000,000") has its parts in
/// `dotted`.
wording::WrittenNumber read_number_token(std::string_view ascii,
                                         const wording::NumberFormat& number_format);

}  // namespace rawi::languages::english
