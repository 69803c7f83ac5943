#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "reading/structure_words.h"

namespace rawi {

/// Whether a line has a heading's number: "2. ...", in digits of any script, or an ordinal with a
/// colon; short, without a full stop at its end.
bool is_numbered_heading(std::string_view line, const StructureWords& words);

/// A short line without punctuation at its end.
bool is_heading_like(std::string_view line);

/// Whether a paragraph ends with a credit in brackets that names an agency or a photographer.
bool is_caption(std::string_view paragraph, const StructureWords& words);

/// The name that follows the words of a byline; empty where the line is none.
std::string_view author_in(std::string_view line, const StructureWords& words);

/// The bytes of the dateline a paragraph begins with ("RIVERTON (AP) -"), its dash included: a few
/// words, then a dash that parts, and no second one that would make a parenthesis of it.
/// 0 where there is none.
std::uint32_t dateline_in(std::string_view paragraph, const StructureWords& words);

/// Parts a dateline from its paragraph, and gives roles, policies and sections to the blocks.
void find_structure(Document& document, const StructureWords& words, std::string_view stem);

}  // namespace rawi
