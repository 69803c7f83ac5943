#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace rawi::reading::html {

/// An element or a text of a page.
struct Node {
    std::string_view tag;  ///< "p"; empty: a text
    std::string text;      ///< of a text, with its entities resolved
    Span origin;           ///< of a text in the page; of an element, its start tag
    std::vector<std::pair<std::string, std::string>> attributes;
    std::uint32_t parent = 0;
    std::vector<std::uint32_t> children;
    std::uint32_t end = 0;  ///< the node after its last descendant

    bool is_text() const { return tag.empty(); }
    /// The value of an attribute; empty if there is none.
    std::string_view attribute(std::string_view name) const;
    bool has(std::string_view name) const;
};

/// A page as elements and texts, in document order: node 0 is the root, and the descendants of node
/// `i` are the nodes from `i` + 1 up to its `end`. Comments are left out.
struct Tree {
    std::vector<Node> nodes;

    const Node& operator[](std::size_t i) const { return nodes[i]; }
    std::size_t size() const { return nodes.size(); }
    /// The text of a node and its descendants, as it is.
    std::string text_of(std::uint32_t node) const;
    /// Whether `node` is `ancestor` or within it.
    bool is_within(std::uint32_t node, std::uint32_t ancestor) const {
        return node >= ancestor && node < nodes[ancestor].end;
    }
    /// The nearest ancestor with this tag, or 0.
    std::uint32_t ancestor(std::uint32_t node, std::string_view tag) const;
};

/// What was left out before a page was parsed, because the time to parse it would grow with its
/// square.
struct Limits {
    std::size_t flattened = 0;   ///< start tags that are nested too deeply
    std::size_t attributes = 0;  ///< attributes beyond the most that a tag may have
};

constexpr std::size_t deepest = 512;
constexpr std::size_t most_attributes = 400;

/// Parses a page in UTF-8, as HTML 5 says for any bytes. `page` is at most 4 GiB.
Tree parse(std::string_view page, Limits& limits);

/// The tag in small letters as a Node has it; "unknown" if HTML has none of this name.
std::string_view tag_named(std::string_view name);

/// The page with spaces for the tags and attributes beyond the limits. Offsets stay.
std::string limited(std::string_view page, Limits& limits);

/// Notices about what was left out.
std::vector<Notice> notices_of(const Limits& limits);

/// Whether the element begins a line of its own.
bool is_block(std::string_view tag);

/// 1 to 6 for "h1" to "h6"; 0 for other tags.
int heading_level(std::string_view tag);

}  // namespace rawi::reading::html
