#pragma once

#include <string_view>

#include "reading/format.h"

namespace rawi::reading::mhtml {

/// Whether a file begins as a message in MIME that has a web page in it, as browsers save pages in
/// one file.
bool sniff(std::string_view bytes);

/// Reads the page of such a message (MHTML, RFC 2557) as html::read() reads one: the part that
/// `start` names, or else the first one that is HTML. The name of the document's part is the
/// file's, a slash, and the part's address or number. Errors (kind input): there is no page.
Result<Article> read(Source source);

}  // namespace rawi::reading::mhtml
