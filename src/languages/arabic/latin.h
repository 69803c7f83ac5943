#pragma once

#include <string>
#include <string_view>

#include "languages/arabic/sentence.h"

namespace rawi::languages::arabic {

/// The words for a Latin word: its Arabic name, the names of its letters if it is a short word in
/// capitals, else a transcription to Arabic letters.
std::string latin_words(const Tables& tables, std::string_view word);

/// The names of the letters of a Latin word.
std::string latin_letters(const Tables& tables, std::string_view word);

/// The words for Latin text with digits and signs, as in an address; dots, dashes and slashes are
/// named.
std::string address_words(const Sentence& sentence, std::string_view address);

}  // namespace rawi::languages::arabic
