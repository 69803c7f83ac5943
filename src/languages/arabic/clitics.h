#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wording/language.h"

namespace rawi::languages::arabic {

/// The analyses of a word (from fold_for_match) as a stem after conjunctions, a preposition, the
/// future prefix or the article, those with fewer clitics first; "lil" is the preposition with the
/// article. Arabic stems have at least three letters.
std::vector<wording::Stem> stems_of(std::string_view word);

/// Whether a word (from fold_for_match) consists of such clitics only.
bool is_glue(std::string_view word);

/// Attaches clitics, with their vowels, to a respelling. The result has at most one article,
/// without its alif after "li".
std::string glued(std::string_view before, std::string_view respelling);

/// The same for a pronunciation: the lam of the article assimilates to a sun letter.
std::string glued_ipa(std::string_view before, std::string_view ipa);

}  // namespace rawi::languages::arabic
