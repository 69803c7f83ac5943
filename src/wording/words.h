#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/script.h"
#include "wording/language.h"
#include "wording/number_format.h"
#include "wording/token.h"

namespace rawi::wording {

/// The boundary of a punctuation token.
Boundary boundary_of(std::string_view token);

/// Adds the words of `text`, separated by spaces, all with the same source.
void add_words(std::vector<Word>& words, std::string_view text, Span source,
               SemioticClass semiotic_class, std::string_view rule);

/// Adds the words of an override, or a skip if it has none.
void add_override(std::vector<Word>& words, const Override& given, std::vector<Skip>& skips);

/// Records that a stretch is not spoken.
void add_skip(std::vector<Skip>& skips, Span source, SkipReason reason);

/// Normalizes a written word: removes tatweel, joiners and bidi controls, resolves presentation
/// forms (NFKC), and maps Persian yeh and kaf to the Arabic letters. Keeps the case of Latin words.
std::string normalize_word(std::string_view word);

/// The form in which words and lexicon entries are compared: normalize_word, then without vowel
/// marks, with ASCII digits and one kind of apostrophe.
std::string fold_for_match(std::string_view word);

/// Verbalizes a text that is not in a document. The source of all words is the whole text.
std::vector<Word> say_text(const Language& language, std::string_view text,
                           const NumberFormat& number_format = {});

/// Whether the letters of a word are Latin.
bool is_latin(std::string_view word);

/// Whether a normalized word has an Arabic letter.
bool has_arabic(std::string_view word);

/// Raises the boundary after the last word.
void raise_boundary(std::vector<Word>& words, Boundary boundary);

}  // namespace rawi::wording
