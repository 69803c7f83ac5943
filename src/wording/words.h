#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/script.h"
#include "wording/language.h"
#include "wording/number_format.h"
#include "wording/token.h"

namespace rawi::wording {

/// The boundary that a punctuation token makes.
Boundary boundary_of(std::string_view token);

/// Adds the words of `text`, parted by spaces, all of one source.
void add_words(std::vector<Word>& words, std::string_view text, Span source, std::string_view kind,
               std::string_view rule);

/// Adds what is given, or skips it.
void add_override(std::vector<Word>& words, const Override& given, std::vector<Skip>& skips);

/// Notes that a stretch is not spoken, and why.
void add_skip(std::vector<Skip>& skips, Span source, std::string_view reason);

/// A written word without tatweel, joiners and bidi controls, presentation forms resolved (NFKC),
/// Persian yeh and kaf as Arabic ones; Latin words keep their case.
std::string normalize_word(std::string_view word);

/// A written word as entries of a lexicon are compared: as normalize_word, and without vowel marks,
/// digits in ASCII, one apostrophe.
std::string fold_for_match(std::string_view word);

/// The words that a language says for a text that stands in no document; all of them have the
/// whole of it as their source.
std::vector<Word> say_text(const Language& language, std::string_view text,
                           const NumberFormat& number_format = {});

/// Whether a word's letters are Latin.
bool is_latin(std::string_view word);

/// Whether a cleaned word has a letter of the script (Arabic, or else any).
bool has_arabic(std::string_view word);

/// Raises the boundary after the last word.
void raise_boundary(std::vector<Word>& words, Boundary boundary);

}  // namespace rawi::wording
