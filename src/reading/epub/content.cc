// Content documents: XHTML as XML, copied into the tree of web pages; else HTML.
#include "reading/epub/content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/utf8.h"
#include "reading/html/words.h"
#include "reading/package/xml.h"
#include "reading/xml_entities.h"

namespace rawi::reading::epub {

namespace {

constexpr std::size_t most_tags = 2'000'000;

/// Resolves entities: XML's, and those that XHTML takes from HTML ("&nbsp;").
class Entities {
  public:
    std::string resolved(std::string_view raw) {
        if (raw.find('&') == std::string_view::npos) return std::string(raw);
        std::string text;
        for (std::size_t at = 0; at < raw.size(); ++at) {
            const std::string_view name = raw[at] == '&' ? entity_at(raw, at) : std::string_view();
            if (name.empty()) {
                text += raw[at];
                continue;
            }
            if (const char32_t c = character_of(name); c != 0) {
                utf8::append(text, c);
            } else {
                text += named(raw.substr(at, name.size() + 2));
            }
            at += name.size() + 1;
        }
        return text;
    }

  private:
    /// What HTML says that "&nbsp;" stands for; the same if it has no such name.
    const std::string& named(std::string_view entity) {
        auto found = known_.find(entity);
        if (found == known_.end()) {
            html::Limits limits;
            found =
                known_.emplace(std::string(entity), html::parse(entity, limits).text_of(0)).first;
        }
        return found->second;
    }

    std::map<std::string, std::string, std::less<>> known_;
};

class Copy {
  public:
    explicit Copy(Content& content) : content_(content), tree_(content.tree) {}

    /// Copies an element and all below it, without recursion. Elements that are nested too deeply
    /// are left out, but not what is in them.
    void run(const pugi::xml_node& root) {
        pugi::xml_node at = root;
        for (;;) {
            enter(at);
            if (const pugi::xml_node child = at.first_child();
                !child.empty() && !is_unsupported_case(at)) {
                at = child;
                continue;
            }
            while (at != root && at.next_sibling().empty()) {
                leave();
                at = at.parent();
            }
            leave();
            if (at == root) return;
            at = at.next_sibling();
        }
    }

  private:
    void enter(const pugi::xml_node& from) {
        const bool element = from.type() == pugi::node_element;
        const bool text = from.type() == pugi::node_pcdata || from.type() == pugi::node_cdata;
        const bool deep = element && parents_.size() >= html::deepest;
        content_.limits.flattened += deep ? 1 : 0;
        copied_.push_back((element && !deep) || text);
        if (!copied_.back()) return;
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        html::Node& node = tree_.nodes.emplace_back();
        if (!parents_.empty()) {
            node.parent = parents_.back();
            tree_.nodes[parents_.back()].children.push_back(index);
        }
        parents_.push_back(index);
        if (element) {
            node.tag = html::tag_named(package::local_name(from));
            node.origin = package::origin_of(from);
            attributes(from, node);
        } else {
            const std::string_view raw = from.value();
            const auto begin = static_cast<std::uint32_t>(from.offset_debug());
            node.origin = {.begin = begin, .end = begin + static_cast<std::uint32_t>(raw.size())};
            node.text =
                from.type() == pugi::node_cdata ? std::string(raw) : entities_.resolved(raw);
        }
    }

    void leave() {
        if (copied_.back()) {
            tree_.nodes[parents_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
            parents_.pop_back();
        }
        copied_.pop_back();
    }

    /// A `case` of an `epub:switch` is in a vocabulary of its own; its `default` is XHTML (EPUB 3.0
    /// Content Documents, 2.4.3).
    static bool is_unsupported_case(const pugi::xml_node& node) {
        return package::local_name(node) == "case" &&
               package::local_name(node.parent()) == "switch";
    }

    void attributes(const pugi::xml_node& from, html::Node& node) {
        std::string language;
        for (const pugi::xml_attribute& attribute : from.attributes()) {
            const std::string_view name = attribute.name();
            const bool prefixed = name.find(':') != std::string_view::npos;
            std::string value = entities_.resolved(attribute.value());
            if (name == "xml:lang") {
                language = std::move(value);
            } else if (prefixed && name.ends_with(":type")) {  // whatever the prefix
                node.attributes.emplace_back("epub:type", std::move(value));
            } else {
                node.attributes.emplace_back(name, std::move(value));
            }
        }
        if (!language.empty() && !node.has("lang"))
            node.attributes.emplace_back("lang", std::move(language));
    }

    Content& content_;
    html::Tree& tree_;
    Entities entities_;
    std::vector<std::uint32_t> parents_;  ///< that are open, in the tree
    std::vector<bool> copied_;            ///< for each node of the XML that is open
};

/// The end of a tag that begins at `at`, after its ">"; quotes may hold one. What has a "<" is no
/// tag, and ends there.
std::size_t tag_end(std::string_view bytes, std::size_t at) {
    char quote = 0;
    for (; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (c == '<') return at;
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return bytes.size();
}

bool is_void(std::string_view tag) {
    constexpr std::array<std::string_view, 12> tags = {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "wbr"};
    return html::has(tags, tag);
}

/// The same bytes with comments ("</!   >") for tags like `<title/>`, which is an element without
/// content in XML, but a start tag in HTML. Only in documents that say that they are XML.
std::string without_empty_elements(std::string_view bytes) {
    constexpr std::size_t start = 1024;
    const std::string_view head = bytes.substr(0, start);
    std::string text(bytes);
    if (head.find("<?xml") == std::string_view::npos &&
        head.find("xmlns") == std::string_view::npos)
        return text;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
        if (text.compare(at, 4, "<!--") == 0) {
            at = std::min(text.find("-->", at), text.size());
            continue;
        }
        const std::size_t end = tag_end(text, ++at);
        const std::size_t name = text.find_first_of(" \t\r\n/>", at);
        const bool empty = end - at > 2 && text[end - 1] == '>' && text[end - 2] == '/';
        if (empty && name > at &&
            !is_void(html::tag_named(std::string_view(text).substr(at, name - at)))) {
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
                      text.begin() + static_cast<std::ptrdiff_t>(end - 1), ' ');
            text[at] = '/';
            text[at + 1] = '!';
        }
        at = end;
    }
    return text;
}

}  // namespace

Result<Content> parse_content(std::string_view place, std::string_view bytes) {
    const auto tags = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '<'));
    if (tags > most_tags) {
        return fail(Error::Kind::input,
                    fmt::format("this document has more than {} tags", most_tags),
                    std::string(place));
    }
    Content content;
    pugi::xml_document xml;
    constexpr package::XmlLimits limits{.depth = static_cast<int>(most_tags)};
    if (package::parse_xml(place, bytes, xml, limits) && !xml.document_element().empty()) {
        Copy(content).run(xml.document_element());
    } else {
        content.tree = html::parse(without_empty_elements(bytes), content.limits);
    }
    return content;
}

}  // namespace rawi::reading::epub
