#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "reading/format.h"

namespace rawi::reading::feed {

/// Whether a text begins as RSS, Atom, CDF or JSON Feed.
bool sniff(std::string_view text);

/// The charset that an XML declaration names, or empty.
std::string declared_charset(std::string_view bytes);

/// Reads a feed: an article for each item, with its title as the headline; without items, one
/// article with the title and the description of the feed. If the file is damaged after the first
/// item, its last article is the error.
Result<Articles> read(Source source);

}  // namespace rawi::reading::feed
