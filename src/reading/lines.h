#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi::reading {

/// One paragraph of a plain text: its lines, as spans of the text without white space at either
/// end.
struct Paragraph {
    std::vector<Span> lines;
};

/// The paragraphs of plain text, in order. `stretches` are disjoint and in order; a paragraph is
/// within one of them. Lines end at LF, CRLF, CR, U+0085, U+2028 and U+2029. If lines are wrapped
/// to a width, a paragraph ends at a blank line or after a line that had room for another word;
/// else each line is a paragraph.
std::vector<Paragraph> find_paragraphs(std::string_view text, const std::vector<Span>& stretches);

bool is_space(char32_t c);
/// Characters without a glyph: direction marks, joiners, soft hyphens.
bool is_invisible(char32_t c);
/// Closing quotes and brackets, spaces, and invisible characters.
bool closes(char32_t c);

/// `span` without the white space at its ends.
Span trimmed(std::string_view text, Span span);
/// The line without invisible characters.
std::string visible(std::string_view line);
/// The text without vowel marks (U+064B to U+0652), which are optional, and may be written before
/// or after the alif.
std::string without_marks(std::string_view text);
/// The last code point for which closes() is false; 0 if there is none.
char32_t last_sign(std::string_view line);
std::size_t words_in(std::string_view line);

}  // namespace rawi::reading
