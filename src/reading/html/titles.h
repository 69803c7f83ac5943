#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::reading::html {

/// The text of a title that may hold entities or tags, even escaped twice, as many a JSON-LD does.
std::string plain_title(std::string_view markup);

/// A title without the site's name at its end or start, after a mark: "News | The Site". `site` may
/// be empty: then the part after the last mark goes if the one before it is longer.
std::string without_site(std::string_view title, std::string_view site);

/// The title as the page shows it: the top heading (`headings`, its h1 elements) that has at least
/// half of its words in the title that metadata gives, which may be one for search engines; 40 %
/// are enough if there is a single such heading. Else, and if the heading only puts a kicker before
/// the title, the title itself.
std::string shown_title(std::string_view title, const std::vector<std::string>& headings,
                        std::string_view site);

}  // namespace rawi::reading::html
