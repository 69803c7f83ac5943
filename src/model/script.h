#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace rawi {

/// What closes a word towards the next: it decides the pause there.
enum class Boundary : std::uint8_t { none, comma, sentence, question, exclamation };

/// One word as it is to be spoken. Several may share a source ("1984" -> "nineteen",
/// "eighty-four").
struct Word {
    std::string spoken;         ///< UTF-8; no spaces, digits or markup
    std::string pause_form;     ///< what is said where the case ending is left out; empty: in full
    std::string vowelled;       ///< with all its vowel marks, as in running speech (Arabic)
    float certainty = 1.0F;     ///< how sure these are, 0-1
    std::string pronunciation;  ///< IPA; empty: the engine reads `spoken` itself
    std::string language;       ///< BCP 47 when it differs from the utterance's
    Span source;                ///< in Document::text
    Boundary after = Boundary::none;
    int silence = 0;   ///< milliseconds that markup asks for behind it
    std::string kind;  ///< class: "word", "cardinal", "year", "percent" ...
    std::string rule;  ///< why: rule or "table:line"
    std::string why;   ///< the features that were decided, and by what: "genitive after ..."
};

/// Bytes of the article that are not spoken, and why.
struct Skip {
    Span source;
    std::string reason;  ///< "punctuation", "role: related-link", "control character" ...
};

/// What the pause after an utterance marks, from the weakest to the strongest.
enum class Break : std::uint8_t { sentence, paragraph, heading, section };

/// One sentence: the unit of synthesis, of errors and of subtitles.
struct Utterance {
    Span source;
    std::uint32_t section = 0;
    std::uint32_t block = 0;
    std::string language;  ///< BCP 47: chooses the voice
    std::vector<Word> words;
    int silence_before = 0;  ///< milliseconds that markup asks for
    Break after = Break::sentence;
};

/// All that is said, in order. Sources of words and skips together hold every byte of the
/// document's blocks that is not white space.
struct Script {
    std::vector<Utterance> utterances;
    std::vector<Skip> skips;
};

}  // namespace rawi
