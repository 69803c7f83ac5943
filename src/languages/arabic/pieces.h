#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "languages/arabic/tables.h"
#include "wording/semiotic/piece_sequence.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace semiotic = wording::semiotic;

/// The clitics attached to a number: "and", a preposition, the article.
struct Prefix {
    std::string conjunction, preposition;  ///< vowelled
    bool article = false;

    std::string said() const { return conjunction + preposition; }
};

/// A normalized unit of a sentence: a number with its clitics, a word of one script, a sign, a
/// space.
struct Piece {
    using Kind = semiotic::PieceKind;
    Kind kind = Kind::space;
    Span source;
    std::string text;  ///< without tatweel, joiners and bidi controls; NFKC; digits in ASCII
    wording::WrittenNumber figure;  ///< for a number
    Prefix prefix;                  ///< for a number
    bool given = false;  ///< whether an override says it, and not only a clitic before it
};

/// Splits the tokens of a sentence into pieces. Their sources cover those of the tokens; none
/// crosses the start or end of an override.
std::vector<Piece> cut_pieces(const Tables& tables, const wording::TokenizedSentence& line);

/// Keeps only Arabic letters and marks and replaces letters of Persian and other languages by those
/// that are pronounced for them. Empty if there is no letter.
std::string keep_arabic_letters(std::string_view word);

/// A word without its vowel marks. Keeps hamzas on alif.
std::string strip_diacritics(std::string_view word);

}  // namespace rawi::languages::arabic
