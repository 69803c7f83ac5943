// RSS, Atom and CDF.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/feed/entry.h"
#include "reading/feed/names.h"
#include "reading/feed/xml_text.h"
#include "reading/html/fragment.h"
#include "reading/package/xml.h"

namespace rawi::reading::feed {

namespace {

/// What an element of an entry is; of several of one kind, the one in the earliest row counts.
struct Row {
    enum class Kind { title, body, date, language, id };
    Kind kind;
    Space space;
    std::string_view local;
};

constexpr std::array rows = {
    Row{Row::Kind::title, Space::core, "title"},
    Row{Row::Kind::title, Space::dc, "title"},
    Row{Row::Kind::title, Space::itunes, "title"},
    Row{Row::Kind::title, Space::media, "title"},
    Row{Row::Kind::body, Space::content, "encoded"},
    Row{Row::Kind::body, Space::core, "content"},
    Row{Row::Kind::body, Space::xhtml, "body"},
    Row{Row::Kind::body, Space::core, "body"},
    Row{Row::Kind::body, Space::core, "fullitem"},
    Row{Row::Kind::body, Space::core, "description"},
    Row{Row::Kind::body, Space::core, "summary"},
    Row{Row::Kind::body, Space::core, "subtitle"},
    Row{Row::Kind::body, Space::core, "tagline"},
    Row{Row::Kind::body, Space::core, "abstract"},
    Row{Row::Kind::body, Space::itunes, "summary"},
    Row{Row::Kind::body, Space::dc, "description"},
    Row{Row::Kind::body, Space::dc, "abstract"},
    Row{Row::Kind::body, Space::media, "description"},
    Row{Row::Kind::body, Space::itunes, "subtitle"},
    Row{Row::Kind::date, Space::core, "pubdate"},
    Row{Row::Kind::date, Space::core, "published"},
    Row{Row::Kind::date, Space::core, "issued"},
    Row{Row::Kind::date, Space::dc, "issued"},
    Row{Row::Kind::date, Space::dc, "date"},
    Row{Row::Kind::date, Space::core, "created"},
    Row{Row::Kind::date, Space::dc, "created"},
    Row{Row::Kind::date, Space::core, "updated"},
    Row{Row::Kind::date, Space::core, "modified"},
    Row{Row::Kind::date, Space::dc, "modified"},
    Row{Row::Kind::date, Space::core, "lastbuilddate"},
    Row{Row::Kind::language, Space::core, "language"},
    Row{Row::Kind::language, Space::dc, "language"},
    Row{Row::Kind::id, Space::core, "guid"},
    Row{Row::Kind::id, Space::core, "id"},
    Row{Row::Kind::id, Space::dc, "identifier"},
};

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

/// A short text, without its markup.
std::string words_in(const pugi::xml_node& node) {
    const std::string text = package::text_below(node);
    return text.find_first_of("<&") == std::string::npos ? text : html::text_of_fragment(text);
}

/// "A name" of "someone@example.com (A name)".
std::string name_in(std::string text) {
    const std::size_t open = text.find(" (");
    const bool address = text.substr(0, open).find('@') != std::string::npos &&
                         text.find(' ') == open && text.ends_with(')');
    if (open == std::string::npos || !address) return text;
    return text.substr(open + 2, text.size() - open - 3);
}

/// The language that xml:lang gives a node, as BCP 47; empty: none.
std::string language_at(pugi::xml_node node) {
    for (; !node.empty(); node = node.parent()) {
        const pugi::xml_attribute found = node.attribute("xml:lang");
        if (!found.empty()) return canonical_language_tag(found.value()).value_or("");
    }
    return {};
}

/// Collects what the children of one element, an item or the feed itself, say.
class Collector {
  public:
    Collector(std::string_view bytes, bool atom) : bytes_(bytes), atom_(atom) {
        found_.resize(rows.size());
    }

    void add(const pugi::xml_node& parent) {
        for (const pugi::xml_node& child : parent.children()) {
            if (child.type() != pugi::node_element) continue;
            const Name name = name_of(child);
            if (name == Name{.space = Space::media, .local = "group"}) add(child);
            if (name == Name{.space = Space::core, .local = "link"}) add_link(child);
            add_author(child, name);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (rows[i].space == name.space && rows[i].local == name.local && found_[i].empty())
                    found_[i] = child;
            }
        }
    }

    /// The entry of `node`. `feed` is what the feed says; null for the feed itself.
    Entry entry(const pugi::xml_node& node, const Entry* feed) const {
        Entry entry;
        entry.begin = package::origin_of(node).begin;
        const pugi::xml_node title = text(Row::Kind::title, entry.title);
        const pugi::xml_node body = text(Row::Kind::body, entry.body);
        entry.date = words(Row::Kind::date);
        entry.id = words(Row::Kind::id);
        if (entry.id.empty()) entry.id = package::attribute(node, "about");
        entry.author = author_.empty() ? editor_ : author_;
        entry.address = address_;
        if (entry.address.empty() && is_address(entry.id)) entry.address = entry.id;
        entry.language = language_at(body.empty() ? node : body);
        if (entry.language.empty())
            entry.language = canonical_language_tag(words(Row::Kind::language)).value_or("");
        if (feed != nullptr) {
            if (entry.language.empty()) entry.language = feed->language;
            if (entry.author.empty()) entry.author = feed->author;
        }
        const std::string of_title = language_at(title);
        if (of_title != entry.language) entry.title.language = of_title;
        return entry;
    }

  private:
    void add_link(const pugi::xml_node& link) {
        const std::string relation = package::attribute(link, "rel");
        std::string address = package::attribute(link, "href");
        if (address.empty()) address = package::text_below(link);
        const bool better = relation.empty() || relation == "alternate";
        const bool other = relation == "self" || relation == "enclosure" || relation == "hub" ||
                           relation == "next" || relation == "replies" || relation == "edit";
        if (address.empty() || other || (has_alternate_ && better) ||
            (!address_.empty() && !better))
            return;
        has_alternate_ = better;
        address_ = std::move(address);
    }

    void add_author(const pugi::xml_node& node, const Name& name) {
        const bool editor = name == Name{.space = Space::core, .local = "managingeditor"} ||
                            name == Name{.space = Space::core, .local = "webmaster"};
        const bool author =
            name.local == "author" && (name.space == Space::core || name.space == Space::itunes);
        const bool creator = name == Name{.space = Space::dc, .local = "creator"};
        if (!editor && !author && !creator) return;
        const pugi::xml_node person = package::child(node, "name");
        const pugi::xml_node email = package::child(node, "email");
        const std::string found = name_in(words_in(!person.empty()  ? person
                                                   : !email.empty() ? email
                                                                    : node));
        if (editor && editor_.empty()) editor_ = found;
        // A name may be given in two vocabularies.
        if (editor || found.empty() || author_.find(found) != std::string::npos) return;
        author_ += fmt::format("{}{}", author_.empty() ? "" : ", ", found);
    }

    /// The first text of a kind that is not blank, and its element.
    pugi::xml_node text(Row::Kind kind, Text& to) const {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].kind != kind || found_[i].empty()) continue;
            to = text_of(found_[i], bytes_, atom_ && rows[i].space == Space::core);
            if (!is_blank(to.bytes.text())) return found_[i];
        }
        return {};
    }

    std::string words(Row::Kind kind) const {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].kind != kind || found_[i].empty()) continue;
            if (std::string found = words_in(found_[i]); !found.empty()) return found;
        }
        return {};
    }

    std::string_view bytes_;
    bool atom_;
    std::vector<pugi::xml_node> found_;  ///< for each row, the first element
    std::string author_, editor_, address_;
    bool has_alternate_ = false;
};

/// The items of a feed, wherever its kind has them.
std::vector<pugi::xml_node> items_in(const pugi::xml_node& root, const pugi::xml_node& channel) {
    std::vector<pugi::xml_node> items;
    const auto add = [&](const pugi::xml_node& parent) {
        for (const pugi::xml_node& child : parent.children()) {
            const Name name = name_of(child);
            if (name.space == Space::core && (name.local == "item" || name.local == "entry"))
                items.push_back(child);
        }
    };
    add(channel);
    if (channel != root) add(root);
    return items;
}

}  // namespace

Result<Feed> read_xml(std::string_view name, std::string_view bytes) {
    pugi::xml_document tree;
    const Result<> parsed = package::parse_xml(name, bytes, tree);
    const pugi::xml_node root = tree.document_element();
    pugi::xml_node channel;
    for (const pugi::xml_node& child : root.children())
        if (channel.empty() && name_of(child).local == "channel") channel = child;
    if (channel.empty()) channel = root;
    std::vector<pugi::xml_node> items = items_in(root, channel);
    if (!parsed && items.size() < 2) return tl::unexpected<Error>(parsed.error());
    Feed feed;
    if (!parsed) {
        feed.broken = parsed.error();
        items.pop_back();  // the error may be in it
    }
    const std::string kind = name_of(root).local;
    if (kind != "rss" && kind != "rdf" && kind != "feed" && kind != "channel") {
        return fail(Error::Kind::input,
                    fmt::format("this is no feed: its first element is <{}>", root.name()),
                    utf8::place(name, bytes, package::origin_of(root).begin));
    }
    const bool atom = kind == "feed";
    Collector about(bytes, atom);
    about.add(channel);
    feed.about = about.entry(channel, nullptr);
    for (const pugi::xml_node& item : items) {
        Collector collector(bytes, atom);
        collector.add(item);
        feed.entries.push_back(collector.entry(item, &feed.about));
    }
    return feed;
}

}  // namespace rawi::reading::feed
