#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/script.h"
#include "wording/number_format.h"

namespace rawi::wording {

/// A token of a sentence, before normalization.
struct Token {
    enum class Kind : std::uint8_t { word, number, symbol, punctuation, space };
    Kind kind = Kind::word;
    Span source;  ///< in Document::text
};

/// How a lexicon or markup wants a stretch of a sentence (whole tokens) to be said, instead of how
/// the language would say it. No other reading extends into it, but its text is context for the
/// words around it.
struct Override {
    Span source;              ///< in Document::text
    std::vector<Word> words;  ///< their sources are within `source`; empty: it is not spoken
    std::optional<SkipReason> reason;  ///< why it is not spoken, if there are no words
};

/// A sentence with its tokens and its context.
struct TokenizedSentence {
    std::string_view text;              ///< Document::text
    const std::vector<Token>& tokens;   ///< of this sentence
    const NumberFormat& number_format;  ///< of the document
    std::vector<Override> overrides{};  ///< sorted, disjoint
};

}  // namespace rawi::wording
