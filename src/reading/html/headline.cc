// Where a page says its title.
#include "reading/html/headline.h"

#include <algorithm>
#include <cstddef>

#include "reading/word_hashes.h"

namespace rawi::reading::html {

namespace {

using Words = std::vector<std::uint64_t>;

/// Whether a heading says the title, perhaps in part or with a word or two more: at least 70 % of
/// its words are in the title, and it has half as many words as the title or more.
bool says_title(const Words& heading, const Words& title) {
    constexpr double most = 0.7;
    if (heading.empty() || heading.size() * 2 < title.size()) return false;
    const auto same = std::count_if(heading.begin(), heading.end(), [&](std::uint64_t word) {
        return std::find(title.begin(), title.end(), word) != title.end();
    });
    return static_cast<double>(same) >= most * static_cast<double>(heading.size());
}

/// Whether an element has no block elements within it.
bool is_leaf(const Tree& tree, std::uint32_t index) {
    return std::none_of(tree.nodes.begin() + index + 1, tree.nodes.begin() + tree[index].end,
                        [](const Node& node) { return is_block(node.tag); });
}

/// The first heading of the highest rank that says the title.
std::uint32_t heading_with(const Tree& tree, const std::vector<Part>& parts, const Words& title) {
    constexpr int no_heading = 7;
    std::uint32_t best = 0;
    int best_level = no_heading;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const int level = heading_level(tree[i].tag);
        if (parts[i] == Part::hidden || level == 0 || level >= best_level) continue;
        if (!says_title(word_hashes(tree.text_of(i)), title)) continue;
        best = i;
        best_level = level;
    }
    return best;
}

/// The first element that says exactly the title, and is no link.
std::uint32_t element_with(const Tree& tree, const std::vector<Part>& parts, const Words& title) {
    constexpr std::size_t fewest_words = 3;
    if (title.size() < fewest_words) return 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        if (parts[i] == Part::hidden || node.is_text() || node.tag == "a") continue;
        if (is_leaf(tree, i) && word_hashes(tree.text_of(i)) == title) return i;
    }
    return 0;
}

}  // namespace

std::uint32_t find_headline(const Tree& tree, const std::vector<Part>& parts,
                            std::string_view title) {
    const Words words = word_hashes(title);
    if (words.empty()) return 0;
    const std::uint32_t heading = heading_with(tree, parts, words);
    return heading != 0 ? heading : element_with(tree, parts, words);
}

}  // namespace rawi::reading::html
