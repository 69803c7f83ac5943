#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/script.h"
#include "wording/language.h"

namespace rawi {

/// A number as it is written: 3000, 1,250, 3.5, in digits of any script.
struct WrittenNumber {
    std::uint64_t whole = 0;
    std::string fraction;  ///< its digits, as ASCII
    std::string digits;    ///< all its digits, as ASCII
    bool large = false;    ///< 10^15 or more: said digit by digit
};

/// Reads a number token. A mark before exactly three digits parts thousands ("," and U+066C; "."
/// only when repeated), else it is the decimal mark.
WrittenNumber read_number(std::string_view token);

/// The boundary that a punctuation token makes.
Boundary boundary_of(std::string_view token);

/// Adds the words of `text`, parted by spaces, all of one source.
void add_words(std::vector<Word>& words, std::string_view text, Span source, std::string_view kind,
               std::string_view rule);

/// Adds what is given, or skips it.
void add_given(std::vector<Word>& words, const Given& given, std::vector<Skip>& skips);

/// A written word without tatweel, joiners and bidi controls, presentation forms resolved (NFKC),
/// Persian yeh and kaf as Arabic ones; Latin words keep their case.
std::string clean_word(std::string_view word);

/// A written word as entries of a lexicon are compared: as clean_word, and without vowel marks,
/// digits in ASCII, one apostrophe.
std::string folded(std::string_view word);

/// The words that a language says for a text that stands in no document; all of them have the
/// whole of it as their source.
std::vector<Word> say_text(const Language& language, std::string_view text,
                           const Habits& habits = {});

/// Whether a word's letters are Latin.
bool is_latin(std::string_view word);

/// Whether a cleaned word has a letter of the script (Arabic, or else any).
bool has_arabic(std::string_view word);

/// Raises the boundary after the last word.
void close_last(std::vector<Word>& words, Boundary boundary);

}  // namespace rawi
