// What is text in a content document, and what is not.
#include "reading/epub/structure.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"
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

/// Whether an element is the number of a page of the printed book, as it is marked in EPUB 2:
/// "[Pg 12]" of class "pagenum".
bool is_page_number(const html::Tree& tree, std::uint32_t index) {
    constexpr std::array<std::string_view, 6> classes = {
        "page-number", "pagebreak", "pageno", "pagenum", "pagenumber", "pagenumbers"};
    constexpr std::size_t longest = 16;
    constexpr std::uint32_t most_nodes = 4;
    const Node& node = tree[index];
    if (node.end - index > most_nodes || !html::has(classes, ascii::lower(node.attribute("class"))))
        return false;
    return html::collapsed(tree.text_of(index)).size() <= longest;
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
        if (is_page_number(tree, i))
            std::fill_n(found.parts.begin() + i, node.end - i, Part::hidden);
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
