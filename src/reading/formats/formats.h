#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reading/format.h"

namespace rawi::reading::formats {

/// The formats that rawi reads. The first one, plain text, reads everything that no other
/// format recognizes.
std::span<const Format> all();

/// "text, ssml": for messages.
std::string names_of(std::span<const Format> formats);

/// Reads an article in the format that the options request; else in the first one that recognizes
/// its beginning; else in the one that its file name's extension indicates; else in the first of
/// the table.
/// Errors (kind input): no text, binary, ill-formed in its charset (with the place), larger than
/// 1 GiB, invalid markup (with the place). Errors (kind usage): an unknown charset or format.
Result<Article> read_document(std::string_view name, std::string_view bytes,
                              const ReadOptions& options, const ReadingTables& tables,
                              std::span<const Format> formats = all());

}  // namespace rawi::reading::formats
