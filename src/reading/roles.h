#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "reading/structure_words.h"

namespace rawi::reading {

/// Whether a short line without a full stop at its end has the number of a heading: "2. ...", in
/// digits of any script, or an ordinal with a colon.
/// A number of more than two digits counts if it follows `last`, the number of the heading before:
/// others are years.
bool is_numbered_heading(std::string_view line, const StructureWords& words, int last = 0);

/// The number that a line begins with, before its mark: 2 of "2. Iran", "2- ...", "(2) ...",
/// "2.Iran"; nothing for "2.5", "3-year", "2 - 3 goals".
std::optional<int> number_of_heading(std::string_view line);

/// Whether a line is short and has no punctuation at its end.
bool is_heading_like(std::string_view line);

/// Whether a paragraph ends with a credit in brackets that names an agency or a photographer.
bool is_caption(std::string_view paragraph, const StructureWords& words);

/// The name that follows the words of a byline; empty if the line is not a byline.
std::string_view author_in(std::string_view line, const StructureWords& words);

/// The role that the words of a paragraph give it: a byline, the caption or the credit of a
/// picture, a link to another story, a correction, an advertisement's label, or a line that belongs
/// to the site. Nothing if they give none.
std::optional<Role> role_by_words(std::string_view paragraph, const StructureWords& words);

/// The length in bytes of the dateline that a paragraph begins with ("RIVERTON (AP) -"), including
/// its dash: a few words, then a dash, without a second dash that would make it a parenthesis. 0 if
/// there is none.
std::uint32_t dateline_in(std::string_view paragraph, const StructureWords& words);

/// Guesses the roles of the blocks that are plain paragraphs (`plain`, one entry per block), and
/// which of them open a section; a dateline becomes a separate block, a byline gives the author.
/// Other blocks keep their roles. Sections are not touched.
void guess_roles(Document& document, std::vector<bool> plain, const StructureWords& words);

/// For documents whose markup tells their paragraphs: a paragraph whose words give it a role
/// (role_by_words) gets this role, a subhead only if it belongs to the site or heads a list of
/// other stories, and a dateline that opens the first paragraph becomes a separate block. Comes
/// before the sections are made.
void refine_roles(Document& document, const StructureWords& words);

}  // namespace rawi::reading
