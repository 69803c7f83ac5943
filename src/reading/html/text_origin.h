#pragma once

#include <cstdint>
#include <string_view>

#include "reading/document_builder.h"

namespace rawi::reading::html {

/// Adds a text of a page to the block that is open: copied where it stands as it is, decoded where
/// it stands for entities; runs of white space are one space unless `preformatted`. `origin` is
/// where the text lies in the part; it may be longer than the text.
void add_text(DocumentBuilder& builder, std::uint32_t part, Span origin, std::string_view text,
              bool preformatted);

}  // namespace rawi::reading::html
