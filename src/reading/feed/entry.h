#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/shared_text.h"
#include "reading/feed/mapped_text.h"
#include "reading/format.h"

namespace rawi::reading::feed {

/// A text of a feed.
struct Text {
    MappedText bytes;
    bool html = false;       ///< a fragment of a page; else plain text
    std::string language{};  ///< BCP 47; empty: the entry's
};

/// An item of a feed, or what the feed says of itself.
struct Entry {
    std::uint32_t begin = 0;  ///< where it begins in the file
    Text title, body;
    std::string author, date, language, address, id;
};

/// What a file of any of the formats of feeds holds.
struct Feed {
    Entry about;
    std::vector<Entry> entries;
    std::optional<Error> broken;  ///< why the file could not be read to its end
};

/// RSS 0.9 to 2.0, Atom, CDF. Errors (kind input) have line and column: XML that is not well-formed
/// before the end of the first item, or that is no feed.
Result<Feed> read_xml(std::string_view name, std::string_view bytes);

/// JSON Feed. Errors as for read_xml().
Result<Feed> read_json(std::string_view name, std::string_view bytes);

/// The article of an entry. `place`: where the entry begins, for messages.
Article article_of(const Entry& entry, std::string_view name, const SharedText& bytes,
                   std::string place, const StructureWords& words);

/// A date of RFC 822 ("Thu, 01 Jan 2004 19:48:21 GMT") as ISO 8601 has it; others stay as they are.
std::string iso_date(std::string_view date);

}  // namespace rawi::reading::feed
