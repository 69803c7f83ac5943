#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"

namespace rawi::languages::arabic {

/// A vowelled word in its sentence.
struct SpokenForm {
    std::string_view text;        ///< with its marks
    bool pause = false;           ///< a pause follows
    bool without_ending = false;  ///< the case ending is left out, as before a pause
};

/// IPA for each word of a sentence, the way newsreaders speak standard Arabic: hamzat al-wasl is
/// heard at the start of an utterance or behind a pause only, long vowels are short before it, the
/// lam of the article is taken up by sun letters, n before b is m, and before a pause endings fall
/// silent (tanwin-fath is a long a, ta marbuta a plain a). The stress mark stands before the vowel
/// of the stressed syllable: the last one if it is over-heavy, else the one before it if that is
/// heavy, else the one before that (Watson 2002, ch. 5). `spellings`: words that are not said as
/// they are written (spellings.tsv).
std::vector<std::string> pronounce(const Table& spellings, const std::vector<SpokenForm>& words);

}  // namespace rawi::languages::arabic
