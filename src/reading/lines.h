#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi {

/// One paragraph of a plain text: its lines, as spans of the part's bytes without white space at
/// either end.
struct Paragraph {
    std::vector<Span> lines;
};

/// Lines end at LF, CRLF, CR, U+0085, U+2028 and U+2029. Where lines were broken to fit a width,
/// those of a paragraph are one, up to a blank line or to one that had room for more; else each
/// line is a paragraph.
std::vector<Paragraph> find_paragraphs(std::string_view text);

bool is_space(char32_t c);
/// Marks that nobody sees: of direction, joiners, soft hyphens.
bool is_invisible(char32_t c);
/// Closing quotes and brackets, spaces, and what nobody sees.
bool closes(char32_t c);

/// `span` without the white space at its ends.
Span trimmed(std::string_view text, Span span);
/// The line without what nobody sees.
std::string visible(std::string_view line);
/// Its last code point that does not close(); 0: none.
char32_t last_sign(std::string_view line);
std::size_t words_in(std::string_view line);

}  // namespace rawi
