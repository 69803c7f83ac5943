#pragma once

#include <string_view>

#include "reading/format.h"

namespace rawi::reading::epub {

/// Whether a file is an archive that says it is a book in its `mimetype`, or has the container of
/// one.
bool sniff(std::string_view bytes);

/// Reads a book in EPUB 2 or 3: the documents of its spine, in order. Those that are not in the
/// order of reading (`linear="no"`) come after the others; only their notes are text. A member that
/// cannot be read becomes a notice. Errors (kind input) have a member as their place: no container
/// or package document, an encrypted book, a book of pictures only, limits of package::Archive.
Result<Article> read(Source source);

}  // namespace rawi::reading::epub
