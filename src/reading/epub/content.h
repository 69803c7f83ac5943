#pragma once

#include <string_view>

#include "base/result.h"
#include "reading/html/tree.h"

namespace rawi::reading::epub {

/// A content document of a book.
struct Content {
    html::Tree tree;
    html::Limits limits;  ///< what was left out
};

/// Parses a content document (UTF-8). What is well-formed is parsed as XML: an HTML parser would
/// read `<title/>` or `<a id="x"/>` as start tags, and CDATA as a comment. Everything else is
/// parsed as HTML, as readers of books do. The offsets in the tree are those of `bytes`. `place`:
/// the name for messages. Errors (kind input): more than two million tags.
Result<Content> parse_content(std::string_view place, std::string_view bytes);

}  // namespace rawi::reading::epub
