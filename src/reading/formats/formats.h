#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reading/format.h"

namespace rawi::reading::formats {

/// The formats that rawi reads. The first one, plain text, reads everything that no other
/// format recognizes.
std::span<const Format> all();

/// Whether the extension of a file name is that of a format.
bool is_article_name(std::string_view name);

/// Whether a format recognizes these bytes, with which a file begins.
bool is_recognized(std::string_view bytes);

/// "text, ssml": for messages.
std::string names_of(std::span<const Format> formats);

/// Reads the articles of an input in the format that the options request; else in the first one
/// that recognizes its beginning; else in the one that its file name's extension indicates; else in
/// the first of the table. Each has an id: its own, its address, or the name of the file.
/// Errors (kind input): no text, binary, ill-formed in its charset (with the place), larger than
/// 1 GiB, invalid markup (with the place). Errors (kind usage): an unknown charset or format.
Result<Articles> read_documents(std::string_view name, std::string_view bytes,
                                const ReadOptions& options, const ReadingTables& tables,
                                std::span<const Format> formats = all());

/// The first article of an input.
Result<Article> read_document(std::string_view name, std::string_view bytes,
                              const ReadOptions& options, const ReadingTables& tables,
                              std::span<const Format> formats = all());

}  // namespace rawi::reading::formats
