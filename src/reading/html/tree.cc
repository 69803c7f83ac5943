// Gumbo's tree, copied into one that is a plain list of nodes in document order.
#include "reading/html/tree.h"

#include <algorithm>
#include <array>
#include <memory>

#include <gumbo.h>

#include "base/ascii.h"

namespace rawi::reading::html {

namespace {

constexpr std::array<std::string_view, 44> block_tags = {
    "address", "article", "aside",  "blockquote", "body",    "caption", "center",   "dd",
    "details", "dialog",  "dir",    "div",        "dl",      "dt",      "fieldset", "figcaption",
    "figure",  "footer",  "form",   "h1",         "h2",      "h3",      "h4",       "h5",
    "h6",      "header",  "hgroup", "hr",         "html",    "li",      "main",     "menu",
    "nav",     "ol",      "p",      "pre",        "section", "summary", "table",    "tbody",
    "td",      "th",      "tr",     "ul"};

struct Destroy {
    void operator()(GumboOutput* output) const {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};

bool has_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT;
}

/// The tags that Gumbo does not know and that mean something here: a formula in another language.
std::string_view tag_beyond_gumbo(GumboStringPiece original) {
    gumbo_tag_from_original_text(&original);
    const std::string_view written(original.data == nullptr ? "" : original.data, original.length);
    return ascii::lower(written) == "annotation" ? "annotation" : "unknown";
}

class Copy {
  public:
    Copy(std::string_view page, Tree& tree) : page_(page), tree_(tree) {}

    /// Copies a node and all below it; the depth of pages is limited before.
    void node(const GumboNode& from, std::uint32_t parent) {
        if (!has_text(from) && !is_element(from)) return;
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        if (index > 0) tree_.nodes[parent].children.push_back(index);
        Node& node = tree_.nodes.emplace_back();
        node.parent = parent;
        if (has_text(from)) {
            node.text = from.v.text.text;
            node.origin = span_of(from.v.text.original_text);
        } else {
            element(from.v.element, node);
            const GumboVector& children = from.v.element.children;
            for (unsigned int i = 0; i < children.length; ++i)
                this->node(*static_cast<const GumboNode*>(children.data[i]), index);
        }
        tree_.nodes[index].end = static_cast<std::uint32_t>(tree_.nodes.size());
    }

  private:
    void element(const GumboElement& from, Node& node) const {
        node.tag = gumbo_normalized_tagname(from.tag);
        if (node.tag.empty()) node.tag = tag_beyond_gumbo(from.original_tag);
        node.origin = span_of(from.original_tag);
        for (unsigned int i = 0; i < from.attributes.length; ++i) {
            const auto& attribute = *static_cast<const GumboAttribute*>(from.attributes.data[i]);
            node.attributes.emplace_back(attribute.name, attribute.value);
        }
    }

    Span span_of(GumboStringPiece piece) const {
        if (piece.data == nullptr || piece.data < page_.data() ||
            piece.data > page_.data() + page_.size())
            return {};
        const auto begin = static_cast<std::size_t>(piece.data - page_.data());
        return {.begin = static_cast<std::uint32_t>(begin),
                .end = static_cast<std::uint32_t>(std::min(begin + piece.length, page_.size()))};
    }

    std::string_view page_;
    Tree& tree_;
};

}  // namespace

std::string_view Node::attribute(std::string_view name) const {
    for (const auto& [key, value] : attributes)
        if (key == name) return value;
    return {};
}

bool Node::has(std::string_view name) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& a) { return a.first == name; });
}

std::string Tree::text_of(std::uint32_t node) const {
    std::string text;
    for (std::uint32_t i = node; i < nodes[node].end; ++i)
        text += nodes[i].text;
    return text;
}

std::uint32_t Tree::ancestor(std::uint32_t node, std::string_view tag) const {
    while (node != 0 && nodes[node].tag != tag)
        node = nodes[node].parent;
    return node;
}

std::string_view tag_named(std::string_view name) {
    const std::string_view tag = gumbo_normalized_tagname(
        gumbo_tagn_enum(name.data(), static_cast<unsigned int>(name.size())));
    return tag.empty() ? "unknown" : tag;
}

bool is_block(std::string_view tag) {
    return std::binary_search(block_tags.begin(), block_tags.end(), tag);
}

int heading_level(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

Tree parse(std::string_view page, Limits& limits) {
    const std::string text = limited(page, limits);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;  // it keeps them in a list that it searches
    const std::unique_ptr<GumboOutput, Destroy> output(
        gumbo_parse_with_options(&options, text.data(), text.size()));
    Tree tree;
    Copy(text, tree).node(*output->root, 0);
    return tree;
}

}  // namespace rawi::reading::html
