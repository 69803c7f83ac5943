#pragma once

#include <string_view>

#include "reading/format.h"

namespace rawi::reading::markdown {

/// Whether a text is unmistakably Markdown: it begins with the front matter of an article, or it
/// has several kinds of marks that plain text does not have (headings with "##", links with
/// addresses, bold text, fenced code, tables). Looks at the first 64 KiB.
bool sniff(std::string_view text);

/// Reads CommonMark 0.30 with tables, task lists, strikethrough (which is left out), footnotes and
/// front matter (YAML or TOML). The first heading of level 1, or the title in the front matter, is
/// the headline. Raw HTML is read without its tags. Errors (kind input): more than 16 MiB, a
/// paragraph of more than 1 MiB, links with more than 256 MiB of addresses. Notices: nesting beyond
/// 32 levels; a table whose column headings are too long to be repeated in each row; an invalid
/// language in the front matter.
Result<Article> read(Source source);

}  // namespace rawi::reading::markdown
