#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "reading/structure_words.h"

namespace rawi::reading {

/// Whether a line has a heading's number: "2. ...", in digits of any script, or an ordinal with a
/// colon; short, without a full stop at its end.
bool is_numbered_heading(std::string_view line, const StructureWords& words);

/// A short line without punctuation at its end.
bool is_heading_like(std::string_view line);

/// Whether a paragraph ends with a credit in brackets that names an agency or a photographer.
bool is_caption(std::string_view paragraph, const StructureWords& words);

/// The name that follows the words of a byline; empty if the line is not a byline.
std::string_view author_in(std::string_view line, const StructureWords& words);

/// The bytes of the dateline a paragraph begins with ("RIVERTON (AP) -"), its dash included: a few
/// words, then a dash, and no second dash that would make it a parenthesis. 0 if there is none.
std::uint32_t dateline_in(std::string_view paragraph, const StructureWords& words);

/// Guesses the roles of those blocks that are plain paragraphs (`plain`, one entry per block), and
/// which of them open a section; a dateline becomes a block of its own, a byline the author. The
/// other blocks keep their roles. Sections are not touched.
void guess_roles(Document& document, std::vector<bool> plain, const StructureWords& words);

}  // namespace rawi::reading
