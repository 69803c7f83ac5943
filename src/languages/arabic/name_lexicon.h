#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "languages/arabic/diacritizer/diacritizer.h"
#include "model/script.h"

namespace rawi::languages::arabic {

/// A word, and the letter from which on its vowels are known; npos: they are not.
struct PartlyDiacritized {
    std::string text;
    std::size_t known_from = std::string::npos;
};

/// The words of a sentence with the vowels of names.tsv: hints to the network, which sees to what
/// stands before and to the ending. A name, of one word or some, counts alone, behind clitics and
/// the article, and, if it is a nisba, with the endings of the feminine, the dual and the plurals.
/// Behind something, only where `vowels` do not know the whole as another word. Marks that are
/// there are kept; a name that contradicts them is none.
std::vector<PartlyDiacritized> apply_name_lexicon(const Table& names,
                                                  const diacritizer::Diacritizer& vowels,
                                                  const std::vector<Word>& words);

}  // namespace rawi::languages::arabic
