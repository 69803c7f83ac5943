#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/diacritizer/diacritic_lexicon.h"

namespace rawi::languages::arabic::diacritizer {

/// The classes of mark, as in scripts/training/encoding.py: none, the vowels, tanwin and sukun in
/// this order, a lone shadda, and the vowels and tanwin with shadda.
constexpr std::size_t classes = 15;
constexpr std::uint8_t shadda_alone = 8;

/// The vowel of a class, for those below `shadda_alone`: 0 none.
constexpr std::array<char32_t, shadda_alone> vowel_of = {0,
                                                         alphabet::fatha,
                                                         alphabet::fathatan,
                                                         alphabet::damma,
                                                         alphabet::dammatan,
                                                         alphabet::kasra,
                                                         alphabet::kasratan,
                                                         alphabet::sukun};

/// How sure a word's marks are, 0-1.
struct Certainty {
    float core = 1.0F;    ///< of the least sure letter before the last
    float ending = 1.0F;  ///< of the last one
};

/// Whether a letter of a word that is known from letter `known_from` on is a waw or ya without a
/// mark, which then has none: it makes a vowel long.
bool is_long_vowel(const std::vector<alphabet::Letter>& letters, std::size_t at,
                   std::size_t known_from);

/// Marks a word's letters as the network's scores (`classes` for each letter, one letter's after
/// the other) and the lexicon have it together: the sum of a candidate's scores and of its weight
/// (a log-linear mixture). Marks that stand there already are kept, and what Arabic spelling does
/// not have is not chosen: a consonant without a mark, a sun letter behind the article without its
/// shadda, a marked alif. `symbols` are the network's of these letters; `known_from` as in
/// BareWord.
Certainty decide(std::vector<alphabet::Letter>& letters, std::string_view symbols,
                 std::size_t known_from, const float* scores, const DiacriticLexicon& lexicon);

}  // namespace rawi::languages::arabic::diacritizer
