// What elements of books say that they are.
#include "reading/html/structure.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace rawi::reading::html {

namespace {

/// Whether a list of words, separated by white space, has this one. A prefix of a vocabulary
/// ("z3998:footnote") does not count.
bool has_word(std::string_view list, std::string_view word, std::string_view before = {}) {
    constexpr std::string_view white = " \t\r\n\f";
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(white), list.size());
        std::string_view one = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        one.remove_prefix(one.find(':') + 1);  // npos + 1 is 0
        if (one.starts_with(before) && one.substr(before.size()) == word) return true;
    }
    return false;
}

}  // namespace

bool is_a(const Node& node, std::string_view type) {
    return has_word(node.attribute("epub:type"), type) ||
           has_word(node.attribute("role"), type, "doc-");
}

bool is_note(const Node& node) {
    constexpr std::array<std::string_view, 8> types = {"annotation", "endnote",   "endnotes",
                                                       "footnote",   "footnotes", "note",
                                                       "rearnote",   "rearnotes"};
    if (!node.has("epub:type") && !node.has("role")) return false;
    return std::any_of(types.begin(), types.end(),
                       [&](std::string_view type) { return is_a(node, type); });
}

}  // namespace rawi::reading::html
