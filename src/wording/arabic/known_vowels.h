#pragma once

#include <string>
#include <vector>

#include "base/table.h"
#include "model/script.h"
#include "wording/vowels/vowels.h"

namespace rawi::arabic {

/// A word, and the letter from which on its vowels are known; npos: they are not.
struct HalfVowelled {
    std::string text;
    std::size_t known_from = std::string::npos;
};

/// The words of a sentence with the vowels of names.tsv: hints to the network, which sees to what
/// stands before and to the ending. A name, of one word or some, counts alone, behind clitics and
/// the article, and, if it is a nisba, with the endings of the feminine, the dual and the plurals.
/// Behind something, only where `vowels` do not know the whole as another word. Marks that are
/// there are kept; a name that contradicts them is none.
std::vector<HalfVowelled> with_known_vowels(const Table& names, const vowels::Vowels& vowels,
                                            const std::vector<Word>& words);

}  // namespace rawi::arabic
