#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reading/detection/detector.h"

namespace rawi::reading::detection {

/// A word of a block with its mark, and the signs between it and the word before it.
struct MarkedWord {
    TextWord word;
    Mark mark;
    bool opens = false;     ///< a quotation mark is directly before it
    bool closes = false;    ///< a quotation mark is after the word before it
    bool bracket = false;   ///< a bracket
    bool sentence = false;  ///< a full stop or the like
    bool comma = false;     ///< a comma, a colon or a dash
    bool tight = false;     ///< a full stop, a slash or the like without spaces, as in addresses

    bool function(Languages set) const { return ((mark.links | mark.words) & set) != 0; }
};

std::vector<MarkedWord> marked_words(std::string_view text, Span block, const Marks& marks);

/// Where a stretch of words stands that may be a clause in another language.
struct ClausePlace {
    Languages own = 0;         ///< the bit of the article's language; 0: it has no marks
    bool same_script = false;  ///< as the article's language
    bool enclosed = false;     ///< in quotation marks, or a sentence
};

/// The language of a clause in another language than the article's (BCP 47); nothing if the words
/// are in its language, or are no clause but a name, a title or a term. A clause has pronouns,
/// verbs and the like in small letters, which names do not have.
std::optional<std::string> language_of_clause(const Detector& detector, std::string_view text,
                                              std::span<const MarkedWord> words,
                                              const ClausePlace& place);

}  // namespace rawi::reading::detection
