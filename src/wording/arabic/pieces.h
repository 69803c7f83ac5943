#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "wording/arabic/tables.h"
#include "wording/language.h"

namespace rawi::arabic {

/// A number as it is written.
struct Figure {
    std::string digits;               ///< of its whole part, ASCII
    std::string fraction;             ///< behind the decimal mark, ASCII; empty: none
    std::uint64_t value = 0;          ///< of the whole part; 0 where `large`
    bool grouped = false;             ///< has marks between thousands
    bool large = false;               ///< 10^15 or more
    bool ambiguous = false;           ///< its mark could have been read in two ways
    std::vector<std::string> dotted;  ///< the parts of 10.11.2020 or 1.2.3, else empty

    bool whole() const { return fraction.empty() && dotted.empty() && !large; }
};

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
    Figure figure;     ///< of a number
    Prefix prefix;     ///< of a number
};

/// The pieces of a sentence's tokens. The sources of the pieces tile those of the tokens.
std::vector<Piece> cut_pieces(const Tables& tables, std::string_view text,
                              const std::vector<Token>& tokens, const Habits& habits);

/// Reads figures: U+066B is the decimal mark, U+066C parts thousands; of comma and stop the one
/// that stands last is the decimal mark where both stand; alone, a comma before exactly three
/// digits parts thousands unless the document's habits say otherwise, a stop does so only where
/// repeated.
Figure read_figure(std::string_view ascii, const Habits& habits);

/// Arabic letters and marks only, those of Persian and other languages as Arabs say them; empty
/// where there is no letter.
std::string sayable(std::string_view word);

/// A word without its vowel marks, alif with any hamza on it kept.
std::string bare(std::string_view word);

}  // namespace rawi::arabic
