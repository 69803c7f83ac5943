#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/document.h"
#include "reading/epub/publication.h"
#include "reading/html/block_writer.h"
#include "reading/package/archive.h"

namespace rawi::reading::epub {

/// The table of contents of a book.
struct Navigation {
    /// For each member, the titles of the sections that begin in it by the ids of their elements;
    /// that of the empty id begins with the member.
    std::map<std::string, html::SectionTitles, std::less<>> titles;
    std::vector<std::string> contents;  ///< members that are a table of contents, by the landmarks
    std::vector<Notice> notices;        ///< why there are no titles
};

/// Reads EPUB 3's navigation document; if it has no titles, EPUB 2's NCX. No reference is followed,
/// so that entries which refer to one another do no harm.
Navigation read_navigation(package::Archive& archive, const Publication& book);

}  // namespace rawi::reading::epub
