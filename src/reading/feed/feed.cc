// Feeds: an article for each item.
#include "reading/feed/feed.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "reading/feed/entry.h"

namespace rawi::reading::feed {

namespace {

constexpr std::size_t start = 4096;

bool is_json(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at != std::string_view::npos && text[at] == '{';
}

/// The name of the first element of an XML file; empty if there is none near its beginning.
std::string_view root_of(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> prologue = {{
        {"<?", "?>"},
        {"<!--", "-->"},
        {"<!", ">"},
    }};
    for (std::size_t at = text.find_first_not_of(" \t\r\n"); at < text.size();) {
        const std::string_view rest = text.substr(at);
        const auto* const skipped =
            std::find_if(prologue.begin(), prologue.end(),
                         [&](const auto& pair) { return rest.starts_with(pair.first); });
        if (skipped == prologue.end()) {
            if (rest[0] != '<') return {};
            return rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1);
        }
        std::size_t end = text.find(skipped->second, at + skipped->first.size());
        // An internal subset: "<!DOCTYPE rss [ ... ]>".
        const std::size_t subset = text.find('[', at);
        if (skipped->first == "<!" && subset < end) end = text.find("]>", subset);
        if (end == std::string_view::npos) return {};
        at = text.find_first_not_of(" \t\r\n", text.find('>', end) + 1);
    }
    return {};
}

}  // namespace

bool sniff(std::string_view text) {
    const std::string_view head = text.substr(0, start);
    if (is_json(head)) return head.find("jsonfeed.org") != std::string_view::npos;
    std::string_view root = root_of(text);
    root.remove_prefix(root.find(':') + 1);  // npos + 1 is 0
    constexpr std::array<std::string_view, 5> roots = {"rss", "RDF", "feed", "CHANNEL", "channel"};
    return std::find(roots.begin(), roots.end(), root) != roots.end();
}

std::string declared_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, start);
    const std::size_t declaration = head.find("<?xml");
    const std::size_t end = head.find("?>", declaration);
    const std::size_t key = head.find("encoding", declaration);
    if (declaration == std::string_view::npos || end == std::string_view::npos || key > end)
        return {};
    const std::size_t begin = head.find_first_of("\"'", key);
    if (begin > end) return {};
    return std::string(head.substr(begin + 1, head.find(head[begin], begin + 1) - begin - 1));
}

Result<Articles> read(Source source) {
    const SharedText bytes(std::move(source.bytes));
    RAWI_TRY(Feed feed,
             is_json(bytes) ? read_json(source.name, bytes) : read_xml(source.name, bytes));
    Articles articles{.collection = true, .items = {}};
    if (feed.entries.empty() && !feed.broken) feed.entries.push_back(std::move(feed.about));
    utf8::LineCounter lines(bytes);
    for (const Entry& entry : feed.entries) {
        const auto [line, column] = lines.at(entry.begin);
        articles.items.emplace_back(article_of(entry, source.name, bytes,
                                               fmt::format("{}:{}:{}", source.name, line, column),
                                               source.tables.words));
    }
    if (feed.broken) articles.items.emplace_back(tl::unexpected(*std::move(feed.broken)));
    return articles;
}

}  // namespace rawi::reading::feed
