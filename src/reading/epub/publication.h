#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "reading/package/archive.h"

namespace rawi::reading::epub {

/// An entry of the spine: a document of the book.
struct SpineItem {
    std::string member;  ///< of the archive, which may lack it
    bool text = true;    ///< false: a picture, without text to fall back on
    bool linear = true;  ///< false: apart from the order of reading
};

/// What the package document says about a book.
struct Publication {
    Metadata metadata;
    std::vector<SpineItem> spine;
    std::string navigation;             ///< the member that is EPUB 3's; empty: none
    std::string ncx;                    ///< EPUB 2's
    std::vector<std::string> contents;  ///< tables of contents, according to EPUB 2's guide
    std::vector<Notice> notices;
};

/// Reads the container and the package document (EPUB 3.3, 4 and 5; OPF 2.0.1). An entry of the
/// spine that names nothing becomes a notice. Errors (kind input), with the member as the place:
/// what package::read_xml() reports; no package document; a book whose text is encrypted.
Result<Publication> read_publication(package::Archive& archive);

}  // namespace rawi::reading::epub
