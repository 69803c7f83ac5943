#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"

namespace rawi::languages::arabic {

/// A vowelled word and how it is pronounced in its sentence.
struct SpokenForm {
    std::string_view text;        ///< with vowel marks
    bool pause = false;           ///< whether a pause follows
    bool without_ending = false;  ///< whether to drop the case ending, as before a pause
};

/// Converts each word of a sentence to IPA, as newsreaders pronounce standard Arabic. Hamzat
/// al-wasl is pronounced only at the start of an utterance or after a pause; long vowels are short
/// before it; the lam of the article assimilates to sun letters; n before b is m; before a pause,
/// case endings are silent (tanwin-fath is a long a, ta marbuta a plain a). The stress mark
/// precedes the vowel of the stressed syllable: the last one if it is superheavy, else the
/// penultimate if it is heavy, else the antepenultimate (Watson 2002, ch. 5). `spellings` has the
/// words that are not pronounced as written (spellings.tsv).
std::vector<std::string> pronounce(const SaidTable& spellings,
                                   const std::vector<SpokenForm>& words);

}  // namespace rawi::languages::arabic
