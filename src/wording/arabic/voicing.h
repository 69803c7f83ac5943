#pragma once

#include <vector>

#include "model/script.h"
#include "wording/arabic/tables.h"
#include "wording/language.h"
#include "wording/vowels/vowels.h"

namespace rawi::arabic {

/// Fills in `vowelled`, `certainty` and `pronunciation` of a sentence's words. Words that the
/// verbalizer made are vowelled already and help with the others.
void voice(const Tables& tables, const vowels::Vowels& vowels, Endings endings,
           std::vector<Word>& words);

}  // namespace rawi::arabic
