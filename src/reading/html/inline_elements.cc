// Elements within a line that are not spoken as they are written.
#include "reading/html/inline_elements.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <unicode/uchar.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/html/structure.h"
#include "reading/html/words.h"
#include "reading/word_hashes.h"

namespace rawi::reading::html {

namespace {

/// What a text may be as the mark of a note.
enum class Mark : std::uint8_t {
    none,     ///< it is none
    plain,    ///< a number or a letter, which links have for other reasons, too
    certain,  ///< a sign ("*"), or in brackets ("[3]")
};

Mark mark_of(std::string_view text) {
    constexpr std::size_t longest = 6;  // code points
    constexpr std::u32string_view signs = U"()*, \u2020\u2021\u00A7\u00B6\u21A9\u2191\uFE0E";
    if (text.empty() || utf8::length(text) > longest) return Mark::none;
    std::size_t digits = 0, letters = 0, brackets = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        const auto c = static_cast<UChar32>(next.code);
        at += next.size;
        if (u_isdigit(c) != 0 || u_charType(c) == U_OTHER_NUMBER)
            ++digits;
        else if (c >= 'a' && c <= 'c')
            ++letters;
        else if (c == '[' || c == ']')
            ++brackets;
        else if (signs.find(next.code) == std::u32string_view::npos)
            return Mark::none;
    }
    if (letters > 1) return Mark::none;
    return brackets > 0 || digits + letters == 0 ? Mark::certain : Mark::plain;
}

/// Whether the names of a link, or of what it leads to, are those that programs give to the links
/// of notes: "#fn1", "#_ftnref2", "ch1.xhtml#footnote-3-backlink", class="noteref".
bool is_named_as_note(const Node& link) {
    const std::string_view target = link.attribute("href");
    const std::size_t fragment = target.find('#');
    if (fragment == std::string_view::npos) return false;
    const std::string names = ascii::lower(std::string(target.substr(fragment + 1)) + " " +
                                           std::string(link.attribute("class")) + " " +
                                           std::string(link.attribute("id")));
    constexpr std::array<std::string_view, 3> words = {"note", "fn", "ftn"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return names.find(word) != std::string::npos;
    });
}

bool has_element(const Tree& tree, std::uint32_t index, std::string_view tag) {
    return std::any_of(tree.nodes.begin() + index, tree.nodes.begin() + tree[index].end,
                       [&](const Node& inner) { return inner.tag == tag; });
}

}  // namespace

bool is_note_reference(const Tree& tree, std::uint32_t index, bool in_note) {
    const Node& node = tree[index];
    for (const std::string_view type : {"noteref", "backlink"})
        if (is_a(node, type)) return true;
    constexpr std::uint32_t most_nodes = 12;
    if ((node.tag != "sup" && node.tag != "a") || node.end - index > most_nodes) return false;
    const std::string text = collapsed(tree.text_of(index));
    const Mark mark = mark_of(text);
    if (mark == Mark::none) return false;
    if (node.tag == "sup") return has_element(tree, index, "a") || text.front() == '[';
    if (node.attribute("href").find('#') == std::string_view::npos) return false;
    return in_note || mark == Mark::certain || has_element(tree, index, "sup") ||
           is_named_as_note(node);
}

std::string_view note_referred_to(const Tree& tree, std::uint32_t reference) {
    const auto target = [](const Node& node) {
        const std::string_view href = node.tag == "a" ? node.attribute("href") : "";
        return href.find('#') == std::string_view::npos ? std::string_view() : href;
    };
    for (std::uint32_t i = reference; i < tree[reference].end; ++i)
        if (const std::string_view found = target(tree[i]); !found.empty()) return found;
    return target(tree[tree.ancestor(reference, "a")]);
}

bool is_back_link(const Tree& tree, std::uint32_t index) {
    const Node& node = tree[index];
    return node.tag == "a" && node.attribute("href").starts_with('#') &&
           word_hashes(tree.text_of(index)).empty();
}

std::string expansion_of(const Tree& tree, std::uint32_t index) {
    constexpr std::size_t longest_short_form = 12, longest_title = 80;  // code points
    std::string title = collapsed(tree[index].attribute("title"));
    const std::string written = collapsed(tree.text_of(index));
    const bool words = std::none_of(title.begin(), title.end(), ascii::is_digit);
    const std::size_t short_form = utf8::length(written), size = utf8::length(title);
    if (!words || short_form > longest_short_form || size <= short_form || size > longest_title)
        return {};
    return title;
}

std::string alternative_of(const Node& math) {
    std::string text = collapsed(math.attribute("alttext"));
    return text.find_first_of("\\{}_^$") == std::string::npos ? text : std::string();
}

}  // namespace rawi::reading::html
