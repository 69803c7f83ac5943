#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/diacritizer/diacritic_lexicon.h"

namespace rawi::languages::arabic::diacritizer {

/// The classes of marks, as in scripts/training/encoding.py: none; vowels, tanwin and sukun; a lone
/// shadda; vowels and tanwin with shadda.
constexpr std::size_t classes = 15;
constexpr std::uint8_t shadda_alone = 8;

/// The vowel of each class below `shadda_alone`; 0 if it has none.
constexpr std::array<char32_t, shadda_alone> vowel_of = {0,
                                                         alphabet::fatha,
                                                         alphabet::fathatan,
                                                         alphabet::damma,
                                                         alphabet::dammatan,
                                                         alphabet::kasra,
                                                         alphabet::kasratan,
                                                         alphabet::sukun};

/// The certainty of the marks of a word, 0-1.
struct Certainty {
    float core = 1.0F;    ///< of the least certain letter except the last
    float ending = 1.0F;  ///< of the last letter
};

/// Whether letter `at` of a word that is known from letter `known_from` on is a waw or ya that
/// lengthens a vowel and therefore has no mark.
bool is_long_vowel(const std::vector<alphabet::Letter>& letters, std::size_t at,
                   std::size_t known_from);

/// Marks the letters of a word by a log-linear mixture: the sum of the network's scores (`classes`
/// for each letter, letter by letter) and the weights of the lexicon. Keeps marks that are already
/// there, and never chooses what Arabic spelling does not allow: a consonant without a mark, a sun
/// letter after the article without its shadda, a marked alif. `symbols` are the network's symbols
/// of the letters; `known_from` is as in BareWord.
Certainty decide(std::vector<alphabet::Letter>& letters, std::string_view symbols,
                 std::size_t known_from, const float* scores, const DiacriticLexicon& lexicon);

}  // namespace rawi::languages::arabic::diacritizer
