#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "wording/language.h"
#include "wording/token.h"

namespace rawi::wording {

/// The sentences of `block`, as spans of `text`. They cover the block except for white space. None
/// ends with an abbreviation of the language or of `more`.
std::vector<Span> split_sentences(std::string_view text, Span block, const Language& language,
                                  const std::vector<std::string>& more = {});

/// The tokens of `sentence`, which cover it.
std::vector<Token> tokenize(std::string_view text, Span sentence);

}  // namespace rawi::wording
