#pragma once

#include <string>
#include <vector>

#include "languages/arabic/diacritizer/diacritizer.h"
#include "languages/arabic/rows.h"
#include "model/script.h"

namespace rawi::languages::arabic {

/// A word, and the first letter whose vowels are known; npos if none are.
struct PartlyDiacritized {
    std::string text;
    std::size_t known_from = std::string::npos;
};

/// Adds the vowels of names.tsv to the words of a sentence, as hints for the network, which
/// determines those of clitics and of the case ending. A name of one or more words is found on its
/// own, after clitics and the article, and, for a nisba, with the endings of feminine, dual and
/// plural; after clitics only if `vowels` does not know the whole as another word. Marks in the
/// text are kept, and a name that contradicts them does not match.
std::vector<PartlyDiacritized> apply_name_lexicon(const Table<NameRow>& names,
                                                  const diacritizer::Diacritizer& vowels,
                                                  const std::vector<Word>& words);

}  // namespace rawi::languages::arabic
