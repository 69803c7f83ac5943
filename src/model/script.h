#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace rawi {
inline namespace model {

/// The boundary between a word and the next one, which determines the pause.
enum class Boundary : std::uint8_t { none, comma, sentence, question, exclamation };

/// A word to be spoken. Several words may share a source ("1984" -> "nineteen", "eighty-four").
struct Word {
    std::string spoken;         ///< UTF-8; no spaces, digits or markup
    std::string pause_form;     ///< `vowelled` without its case ending; empty: `vowelled` is said
    std::string vowelled;       ///< with all vowel marks, as in connected speech (Arabic)
    float certainty = 1.0F;     ///< how certain the vowel marks are, 0-1
    std::string pronunciation;  ///< IPA; empty: the engine reads `spoken` itself
    std::string language;       ///< BCP 47; empty: that of the utterance
    Span source;                ///< in Document::text
    Boundary after = Boundary::none;
    int silence = 0;   ///< milliseconds that markup requests after the word
    std::string kind;  ///< semiotic class: "word", "cardinal", "year", "percent" ...
    std::string rule;  ///< the rule or the "table:line" that applied
    std::string
        why;  ///< the features that were chosen and what determined them: "genitive: after..."
};

/// Bytes of the article that are not spoken, and the reason.
struct Skip {
    Span source;
    std::string reason;  ///< "punctuation", "role: related-link", "control character" ...
};

/// What ends after an utterance, from the weakest to the strongest; it determines the pause.
enum class Break : std::uint8_t { sentence, paragraph, heading, section };

/// One sentence: the unit of synthesis, of errors and of subtitles.
struct Utterance {
    Span source;
    std::uint32_t section = 0;
    std::uint32_t block = 0;
    std::string language;  ///< BCP 47; selects the voice
    std::vector<Word> words;
    int silence_before = 0;  ///< milliseconds that markup requests before the first word
    Break after = Break::sentence;
};

/// Everything that is said, in order. The sources of words and skips together cover every byte of
/// the document's blocks that is not white space.
struct Script {
    std::vector<Utterance> utterances;
    std::vector<Skip> skips;
};

}  // namespace model
}  // namespace rawi
