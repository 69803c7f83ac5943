// What is text in a content document, and what is not.
#include "reading/epub/structure.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "reading/html/structure.h"
#include "reading/html/words.h"

namespace rawi::reading::epub {

namespace {

using html::Node;
using html::Part;

/// Lists of the parts, pages, illustrations ... of a book.
bool is_list_of_links(const Node& node) {
    constexpr std::array<std::string_view, 9> types = {
        "landmarks", "loa", "loi", "lot", "lov", "page-list", "pagelist", "toc", "toc-brief"};
    return node.tag == "nav" || std::any_of(types.begin(), types.end(), [&](std::string_view type) {
               return html::is_a(node, type);
           });
}

bool is_picture(std::string_view tag) {
    constexpr std::array<std::string_view, 5> tags = {"canvas", "image", "img", "object", "svg"};
    return html::has(tags, tag);
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

}  // namespace

Structure structure_of(const html::Tree& tree) {
    Structure found{.parts = html::shown_text(tree), .heading = {}};
    std::size_t all = 0, linked = 0;
    std::uint32_t link_end = 0, list_end = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        found.pictures = found.pictures || is_picture(node.tag);
        if (found.parts[i] == Part::hidden) continue;
        if (!node.is_text() && is_list_of_links(node)) list_end = std::max(list_end, node.end);
        if (node.tag == "a") link_end = std::max(link_end, node.end);
        if (i < list_end) found.parts[i] = Part::furniture;
        const std::size_t letters = letters_in(node.text);
        all += letters;
        if (i < list_end || i < link_end) linked += letters;
        if (i >= list_end) found.text += letters;
        if (found.heading.empty() && i >= list_end && html::heading_level(node.tag) > 0)
            found.heading = html::collapsed(tree.text_of(i));
    }
    found.linked = linked * 2 > all;
    return found;
}

}  // namespace rawi::reading::epub
