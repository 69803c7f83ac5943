// The vocabularies that feeds mix, by their namespaces.
#include "reading/feed/names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "reading/package/xml.h"

namespace rawi::reading::feed {

namespace {

/// A beginning of namespaces, in lower case, and the prefix that is customary for them.
struct Vocabulary {
    std::string_view uri, prefix;
    Space space;
};

// The first that matches counts.
constexpr std::array vocabularies = {
    Vocabulary{"http://purl.org/rss/1.0/modules/content", "content", Space::content},
    Vocabulary{"http://purl.org/rss/1.0/modules/", "mod", Space::other},
    Vocabulary{"http://purl.org/dc/elements/", "dc", Space::dc},
    Vocabulary{"http://purl.org/dc/terms/", "dcterms", Space::dc},
    Vocabulary{"http://search.yahoo.com/mrss", "media", Space::media},
    Vocabulary{"http://www.itunes.com/dtds/podcast", "itunes", Space::itunes},
    Vocabulary{"http://www.w3.org/1999/xhtml", "xhtml", Space::xhtml},
    Vocabulary{"http://www.w3.org/2005/atom", "atom", Space::core},
    Vocabulary{"http://purl.org/atom/ns", "atom03", Space::core},
    Vocabulary{"http://purl.org/rss/1.0/", "rss", Space::core},
    Vocabulary{"http://purl.org/net/rss1.1", "rss11", Space::core},
    Vocabulary{"http://my.netscape.com/", "rss09", Space::core},
    Vocabulary{"http://channel.netscape.com/", "rss09", Space::core},
    Vocabulary{"http://backend.userland.com/", "rss2", Space::core},
    Vocabulary{"http://blogs.law.harvard.edu/", "rss2", Space::core},
};

/// The namespace that a prefix stands for at a node, in lower case; nothing if none is declared.
std::optional<std::string> namespace_of(pugi::xml_node node, std::string_view prefix) {
    constexpr int most_attributes = 64;  // of an element that are looked at
    const std::string wanted = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
    for (; !node.empty(); node = node.parent()) {
        int seen = 0;
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (attribute.name() == wanted) return ascii::lower(attribute.value());
            if (++seen == most_attributes) break;
        }
    }
    return std::nullopt;
}

}  // namespace

Name name_of(const pugi::xml_node& node) {
    const std::string_view full = node.name();
    const std::size_t colon = full.find(':');
    const std::string_view prefix =
        colon == std::string_view::npos ? std::string_view() : full.substr(0, colon);
    Name name{.space = Space::core, .local = ascii::lower(package::local_name(node))};
    const std::optional<std::string> uri = namespace_of(node, prefix);
    const std::string known_as = ascii::lower(prefix);
    const auto* const found =
        std::find_if(vocabularies.begin(), vocabularies.end(), [&](const Vocabulary& one) {
            return uri ? uri->starts_with(one.uri) : one.prefix == known_as;
        });
    if (found != vocabularies.end()) {
        name.space = found->space;
    } else if (!prefix.empty()) {
        name.space = Space::other;
    }
    return name;
}

}  // namespace rawi::reading::feed
