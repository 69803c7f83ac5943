#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "reading/format.h"

namespace rawi::reading::html {

/// Whether a text begins as a web page: a document type, or an element of a page's frame.
bool sniff(std::string_view text);

/// The charset that a page declares in a `meta` element of its first kilobyte (HTML, section
/// "Determining the character encoding"), or empty.
std::string declared_charset(std::string_view bytes);

/// Reads a web page as it was saved: its article, with what stands around it left out. Notices:
/// tags and attributes beyond the limits; a page that holds only the start of its article.
Result<Article> read(Source source);

/// The same for a page in another file: `name` is that of its part of the document, and `known`
/// what that file says where the page says nothing.
Result<Article> read_page(Source source, std::string name, const Metadata& known);

}  // namespace rawi::reading::html
