#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "languages/arabic/tables.h"
#include "wording/semiotic/pieces.h"
#include "wording/token.h"

namespace rawi::languages::arabic {

namespace semiotic = wording::semiotic;

/// The clitics attached to a number: "and", a preposition, the article.
struct Prefix {
    std::string conjunction, preposition;  ///< vowelled
    bool article = false;

    std::string said() const { return conjunction + preposition; }
};

/// A number, a word of one script, a sign, or a space. Its text is without tatweel, joiners and
/// bidi controls, in NFKC; that of a number is without its clitics.
struct Piece : semiotic::Piece {
    bool given = false;  ///< whether an override covers it; recognizers must not extend into it
};

struct Pieces : semiotic::Pieces<Piece> {
    std::vector<Prefix> prefixes;  ///< of each number
};

/// Splits the tokens of a sentence into pieces. None crosses the start or end of an override.
Pieces cut_pieces(const Tables& tables, const wording::TokenizedSentence& line);

/// Keeps only Arabic letters and marks and replaces letters of Persian and other languages by those
/// that are pronounced for them. Empty if there is no letter.
std::string keep_arabic_letters(std::string_view word);

/// A word without its vowel marks. Keeps hamzas on alif.
std::string strip_diacritics(std::string_view word);

}  // namespace rawi::languages::arabic
