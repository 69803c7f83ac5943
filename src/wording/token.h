#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/script.h"
#include "wording/number_format.h"
#include "wording/say_as.h"

namespace rawi::wording {

/// A token of a sentence, before normalization.
struct Token {
    enum class Kind : std::uint8_t { word, number, symbol, punctuation, space };
    Kind kind = Kind::word;
    Span source;  ///< in Document::text
};

/// A request of markup that a text be said as a class (`say-as`).
struct Request {
    Span source;  ///< the text, in Document::text
    SayAs what = SayAs::cardinal;
    std::string format{};  ///< as in markup; may be empty
    std::string rule{};    ///< the rule of its words: "<say-as date>"
};

/// How a lexicon or markup wants a stretch of a sentence (whole tokens) to be said, instead of how
/// the language would say it. No other reading extends into it, but its text is context for the
/// words around it.
struct Override {
    Span source;              ///< in Document::text
    std::vector<Word> words;  ///< their sources are within `source`; empty: it is not spoken
    std::optional<SkipReason> reason;  ///< why it is not spoken, if there are no words
    /// Instead of words: the language says the text, in its context. `source` may begin with a
    /// proclitic directly before the text.
    std::optional<Request> request{};
};

/// A sentence with its tokens and its context.
struct TokenizedSentence {
    std::string_view text;              ///< Document::text
    const std::vector<Token>& tokens;   ///< of this sentence
    const NumberFormat& number_format;  ///< of the document
    std::vector<Override> overrides{};  ///< sorted, disjoint
};

}  // namespace rawi::wording
