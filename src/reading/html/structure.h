#pragma once

#include <string_view>

#include "reading/html/tree.h"

namespace rawi::reading::html {

/// Whether an element says that it is a `type` ("footnote"): a word of its `epub:type` (EPUB 3
/// Structural Semantics Vocabulary), or "doc-footnote" as a word of its `role` (DPUB-ARIA).
bool is_a(const Node& node, std::string_view type);

/// Whether an element says that it is a note, or holds notes.
bool is_note(const Node& node);

}  // namespace rawi::reading::html
