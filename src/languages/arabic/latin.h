#pragma once

#include <string>
#include <string_view>

#include "languages/arabic/sentence.h"

namespace rawi::languages::arabic {

/// What is said for a word in Latin letters: its Arabic name, its letters where it is a short word
/// in capitals, else its sounds in Arabic letters.
std::string latin_words(const Tables& tables, std::string_view word);

/// The same, letter by letter.
std::string latin_letters(const Tables& tables, std::string_view word);

/// What is said for Latin text with figures and signs in it, as in an address: dots, dashes and
/// slashes by name.
std::string address_words(const Sentence& sentence, std::string_view address);

}  // namespace rawi::languages::arabic
