#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "languages/arabic/tables.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

/// What is glued to figures: "and", a preposition, the article.
struct Prefix {
    std::string conjunction, preposition;  ///< vowelled
    bool article = false;

    std::string said() const { return conjunction + preposition; }
};

/// A stretch of a sentence, cleaned: figures in ASCII with what is glued to them, Latin and Arabic
/// letters apart.
struct Piece {
    enum class Kind : std::uint8_t { space, word, latin, number, punctuation, symbol };
    Kind kind = Kind::space;
    Span source;
    std::string text;  ///< without tatweel, joiners and bidi controls; NFKC; figures in ASCII
    wording::WrittenNumber figure;  ///< of a number
    Prefix prefix;                  ///< of a number
    bool given = false;  ///< what is said for it is laid down: no recognizer reaches into it
};

/// The pieces of a sentence's tokens. The sources of the pieces tile those of the tokens;
/// none lies on both sides of where something given begins or ends.
std::vector<Piece> cut_pieces(const Tables& tables, const wording::TokenizedSentence& line);

/// Arabic letters and marks only, those of Persian and other languages as Arabs say them; empty
/// where there is no letter.
std::string keep_arabic_letters(std::string_view word);

/// A word without its vowel marks, alif with any hamza on it kept.
std::string strip_diacritics(std::string_view word);

}  // namespace rawi::languages::arabic
