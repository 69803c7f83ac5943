#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wording/language.h"

namespace rawi::languages::arabic {

/// The ways to take "and", "so", a preposition, the sign of the future and the article off a word
/// (fold_for_match), the least that is taken first; "lil" is the preposition with the article. What
/// is left has three letters at least, or is not Arabic.
std::vector<wording::Stem> stems_of(std::string_view word);

/// Whether a word (fold_for_match) is nothing but such parts.
bool is_glue(std::string_view word);

/// A respelling behind such a part, which gets its vowels: one article in all, and none of its
/// alif behind "li".
std::string glued(std::string_view before, std::string_view respelling);

/// The same for a pronunciation: the lam of the article becomes the sun letter behind it.
std::string glued_ipa(std::string_view before, std::string_view ipa);

}  // namespace rawi::languages::arabic
