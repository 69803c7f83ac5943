#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reading/html/tree.h"

namespace rawi::reading::html {

/// Whether an element refers to a note, or from a note back to the text: it says so (DPUB-ARIA's
/// doc-noteref, EPUB's noteref), or is a short mark ("[3]", "*") that is a link or raised. Such
/// marks are never spoken. `in_note`: whether it is within a note, where a number that is a link
/// leads back.
bool is_note_reference(const Tree& tree, std::uint32_t index, bool in_note = false);

/// The address of the note that such an element refers to ("#n1", "notes.xhtml#n1"); empty if it
/// has no link to one.
std::string_view note_referred_to(const Tree& tree, std::uint32_t reference);

/// Whether an element leads from a note back to the text: a link to a place in the page, without
/// letters.
bool is_back_link(const Tree& tree, std::uint32_t index);

/// What is to be said for the text of an `abbr` with a title: the title, if it spells out the
/// abbreviation. Empty if it does not, as where sites keep a date in it.
std::string expansion_of(const Tree& tree, std::uint32_t index);

/// The `alttext` of a formula in MathML, if it can be spoken: it is not TeX. Else empty.
std::string alternative_of(const Node& math);

}  // namespace rawi::reading::html
