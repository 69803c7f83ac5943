#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi {
inline namespace model {

/// The boundary between a word and the next one, which determines the pause.
enum class Boundary : std::uint8_t { none, comma, sentence, question, exclamation };

/// Semiotic classes: what a span of text means to whoever reads it out (Sproat et al.,
/// "Normalization of non-standard words", 2001). One vocabulary for all languages.
enum class SemioticClass : std::uint8_t {
    word,
    cardinal,
    ordinal,
    decimal,
    fraction,
    digits,      ///< read one by one, such as codes
    characters,  ///< the same including signs, if markup requests it
    range,
    score,
    date,
    year,
    time,
    duration,
    money,
    measure,  ///< including percentages
    telephone,
    electronic,  ///< web, e-mail and IP addresses, accounts, hashtags
    address,     ///< a street address
    serial,      ///< a name of letters and digits: "F-16", "5G"
    letters,     ///< spelled out: "FBI"
    abbreviation,
    acronym,
    transliteration,  ///< a foreign name written in the sounds of the language
    foreign,          ///< a foreign name, spoken by a voice of its language
    symbol,
    math,
    fixed,   ///< digits with words that are not those of a number: "24/7"
    markup,  ///< remains of HTML
    lexicon,
    alias,
    phoneme
};

/// The class as users read it: "cardinal", "electronic" ...
std::string_view name_of(SemioticClass semiotic_class);

/// Why bytes are not spoken.
enum class SkipReason : std::uint8_t {
    punctuation,
    invisible,  ///< characters without width
    emoji,
    unknown_sign,  ///< a sign without a word in the tables
    other_script,  ///< letters of a script that the language does not read
    stray_marks,   ///< marks without a letter
    html_entity,
    html_tag,
    web_address,     ///< left out on request of the options
    mail_address,    ///< the same
    said_before,     ///< the word for it is written before it
    role,            ///< the block's role is skipped; the detail is the policy's reason
    within_control,  ///< already said with the sentence in which the markup began
    empty_alias,
    too_long,  ///< what follows the first digits of a number
    no_voice   ///< no voice reads its script
};

/// The reason as users read it: "punctuation", "an emoji" ...
std::string_view name_of(SkipReason reason);

/// A field of a recognized value: "month", "11".
struct Field {
    std::string name, value;
};

/// A word to be spoken. Several words may share a source ("1984" -> "nineteen", "eighty-four").
struct Word {
    std::string spoken;         ///< UTF-8; no spaces, digits or markup
    std::string pause_form;     ///< `vowelled` as said before a pause; empty: the same
    std::string vowelled;       ///< with all vowel marks, as in connected speech (Arabic)
    float certainty = 1.0F;     ///< how certain the vowel marks are, 0-1
    std::string pronunciation;  ///< IPA; empty: the engine reads `spoken` itself
    std::string language;       ///< BCP 47; empty: the utterance's
    Span source;                ///< in Document::text
    Boundary after = Boundary::none;
    int silence = 0;  ///< milliseconds that markup requests after the word
    SemioticClass semiotic_class = SemioticClass::word;
    std::vector<Field>
        value{};       ///< the recognized value that it belongs to, if the options request reasons
    std::string rule;  ///< the rule or the "table:line" that applied
    std::string
        why;  ///< the features that were chosen and what determined them: "genitive: after ..."
};

/// Bytes of the article that are not spoken, and the reason.
struct Skip {
    Span source;
    SkipReason reason = SkipReason::punctuation;
    std::string detail{};  ///< for a role: "role: related-link"
};

/// The reason of a skip, with its detail, as users read it.
std::string_view describe_reason(const Skip& skip);

/// What ends with an utterance, from the weakest to the strongest; it determines the pause.
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
