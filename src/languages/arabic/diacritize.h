#pragma once

#include <vector>

#include "languages/arabic/diacritizer/diacritizer.h"
#include "languages/arabic/tables.h"
#include "model/script.h"
#include "wording/options.h"

namespace rawi::languages::arabic {

/// Sets `vowelled`, `certainty` and `pronunciation` of the words of a sentence. Words that the
/// verbalizer made are already vowelled and are context for the others.
void voice(const Tables& tables, const diacritizer::Diacritizer& vowels, wording::Endings endings,
           std::vector<Word>& words);

}  // namespace rawi::languages::arabic
