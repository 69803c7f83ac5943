#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "reading/document_builder.h"

namespace rawi::reading::html {

/// Writes a part that is a fragment of a page, such as the text of a feed's item, as blocks. All of
/// it is the article, except what is hidden, links to other articles, and furniture. Returns
/// notices about what is beyond the limits.
std::vector<Notice> write_fragment(std::uint32_t part, DocumentBuilder& builder);

/// Adds a part that is a fragment, such as a title with markup, to the open block.
void write_inline(std::uint32_t part, DocumentBuilder& builder);

/// What a fragment shows, with white space collapsed.
std::string text_of_fragment(std::string_view fragment);

}  // namespace rawi::reading::html
