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

/// The digits of a number that are said, about half a minute of them.
inline constexpr std::size_t most_digits = 100;

/// The tokens of `sentence`, which cover it. What follows the first most_digits digits of a number
/// is a token of its own.
std::vector<Token> tokenize(std::string_view text, Span sentence);

/// Whether a token is what follows the first digits of a number that is too long. It is not said.
bool is_excess(const std::vector<Token>& tokens, std::size_t at);

}  // namespace rawi::wording
