#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "wording/language.h"
#include "wording/token.h"

namespace rawi::wording {

/// Sentences of `block`, as spans of `text`: they tile the block but for white space. None ends
/// with an abbreviation of the language's or of `more`.
std::vector<Span> split_sentences(std::string_view text, Span block, const Language& language,
                                  const std::vector<std::string>& more = {});

/// Tokens of `sentence`: they tile it.
std::vector<Token> tokenize(std::string_view text, Span sentence);

/// The language of an article that says none: by its letters ("ar", "en", ...).
std::string guess_language(std::string_view text);

}  // namespace rawi::wording
