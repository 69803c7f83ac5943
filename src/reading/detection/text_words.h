#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <unicode/uscript.h>

#include "base/span.h"

namespace rawi::reading::detection {

/// Letters of one script without other characters between them. An apostrophe divides words; marks
/// and zero-width joiners do not.
struct TextWord {
    Span source;
    UScriptCode script = USCRIPT_COMMON;  ///< Japanese for Kana; that of the first letter
    std::uint32_t letters = 0;
    bool capital = false;           ///< begins with a capital letter
    bool all_capitals = false;      ///< of at least two letters
    bool after_apostrophe = false;  ///< "s" in "Trump's"
    bool quoted = false;            ///< in quotation marks
};

/// The words of `span`, at most `most`.
std::vector<TextWord> words_in(std::string_view text, Span span,
                               std::size_t most = static_cast<std::size_t>(-1));

/// Whether a character begins or ends quotations.
bool is_quotation_mark(char32_t code);

/// A word as the tables have it: in small letters, without marks, joiners and tatweel.
std::string key_of(std::string_view word);

}  // namespace rawi::reading::detection
