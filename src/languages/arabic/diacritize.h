#pragma once

#include <vector>

#include "languages/arabic/diacritizer/diacritizer.h"
#include "languages/arabic/tables.h"
#include "model/script.h"
#include "wording/options.h"

namespace rawi::languages::arabic {

/// Fills in `vowelled`, `certainty` and `pronunciation` of a sentence's words. Words that the
/// verbalizer made are vowelled already and help with the others.
void voice(const Tables& tables, const diacritizer::Diacritizer& vowels, wording::Endings endings,
           std::vector<Word>& words);

}  // namespace rawi::languages::arabic
