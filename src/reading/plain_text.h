#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"
#include "reading/structure_words.h"

namespace rawi {

/// One paragraph of a plain text: its lines, as spans of the part's bytes without white space at
/// either end.
struct Paragraph {
    std::vector<Span> lines;
    std::uint32_t letters = 0;  ///< code points in all lines
};

/// Lines end at LF, CRLF, CR, U+0085, U+2028 and U+2029. Where blank lines stand between
/// paragraphs and most lines are of one width, the lines of a paragraph are one; else each line is
/// a paragraph.
std::vector<Paragraph> find_paragraphs(std::string_view text);

/// Whether a line opens a chapter by its number: "2. ...", in digits of any script, or an ordinal
/// with a colon; short, without a full stop at its end.
bool is_numbered_heading(std::string_view line, const StructureWords& words);

/// A short line without punctuation at its end.
bool is_heading_like(std::string_view line);

/// Whether a paragraph ends with a credit in brackets that names an agency or a photographer.
bool is_caption(std::string_view paragraph, const StructureWords& words);

/// The name that follows the words of a byline; empty where the line is none.
std::string_view author_in(std::string_view line, const StructureWords& words);

/// The bytes of the dateline a paragraph begins with ("RIVERTON (AP) -"), its dash included: a few
/// words without a verb's room, then a dash between spaces, and no second dash in the sentence.
/// 0 where there is none.
std::uint32_t dateline_in(std::string_view paragraph);

/// Parts a dateline from its paragraph, and gives roles, policies and sections to the blocks.
void find_structure(Document& document, const StructureWords& words, std::string_view stem);

}  // namespace rawi
