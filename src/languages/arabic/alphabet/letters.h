#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::languages::arabic::alphabet {

/// Code points of letters and marks.
constexpr char32_t hamza = 0x0621, madda = 0x0622, hamza_above = 0x0623, hamza_waw = 0x0624,
                   hamza_below = 0x0625, hamza_ya = 0x0626, alif = 0x0627, ba = 0x0628,
                   ta_marbuta = 0x0629, ta = 0x062A, sin = 0x0633, fa = 0x0641, kaf = 0x0643,
                   lam = 0x0644, mim = 0x0645, nun = 0x0646, ha = 0x0647, waw = 0x0648,
                   alif_maqsura = 0x0649, ya = 0x064A;
constexpr char32_t fathatan = 0x064B, dammatan = 0x064C, kasratan = 0x064D, fatha = 0x064E,
                   damma = 0x064F, kasra = 0x0650, shadda = 0x0651, sukun = 0x0652, dagger = 0x0670;

/// A letter with what is written on it.
struct Letter {
    char32_t code = 0;
    char32_t vowel = 0;    ///< a vowel, tanwin or sukun; 0: none
    bool doubled = false;  ///< has a shadda
    bool dagger = false;   ///< has a small alif above
};

/// The letters of a word. Marks are taken in any order; tanwin-fath on an alif goes to the letter
/// before it, whose it is.
std::vector<Letter> letters_of(std::string_view word);

/// The word of these letters, the shadda before the vowel.
std::string spelled(const std::vector<Letter>& letters);

}  // namespace rawi::languages::arabic::alphabet
