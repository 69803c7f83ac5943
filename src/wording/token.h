#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/script.h"
#include "wording/number_format.h"

namespace rawi::wording {

/// A stretch of text as it was cut, before anything was said for it.
struct Token {
    enum class Kind : std::uint8_t { word, number, symbol, punctuation, space };
    Kind kind = Kind::word;
    Span source;  ///< in Document::text
};

/// What a lexicon or markup lays down for a stretch of a sentence, whole tokens of it: said as it
/// stands, whatever the language would have made of them. No other reading reaches into it, but
/// what is written there is seen by what stands beside it.
struct Override {
    Span source;              ///< in Document::text
    std::vector<Word> words;  ///< with sources inside `source`; none: the stretch is not spoken
    std::string reason;       ///< why not, where there are no words
};

/// One sentence as it was cut, with what is known about it.
struct TokenizedSentence {
    std::string_view text;              ///< Document::text
    const std::vector<Token>& tokens;   ///< the sentence's tokens
    const NumberFormat& number_format;  ///< the document's
    std::vector<Override> overrides{};  ///< sorted, disjoint
};

}  // namespace rawi::wording
