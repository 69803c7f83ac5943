#pragma once

#include <string_view>

#include "reading/format.h"

namespace rawi::reading::ssml {

/// Whether a text begins with <speak>, after white space, an XML declaration and comments.
bool sniff(std::string_view text);

/// Reads the subset of SSML 1.1 that README.md describes. A <p> is a paragraph; outside <p>,
/// lines are plain lines, as in plain text. Errors (kind input) give line and column: markup that
/// is not well-formed, a missing or invalid attribute. Unsupported tags give notices.
Result<Article> read(Source source);

}  // namespace rawi::reading::ssml
