// Elements within a line that are not spoken as they are written.
#include "reading/html/inline_elements.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/html/words.h"

namespace rawi::reading::html {

bool is_note_reference(const Tree& tree, std::uint32_t index) {
    const Node& node = tree[index];
    constexpr std::array<std::string_view, 2> roles = {"doc-noteref", "noteref"};
    for (const char* const key : {"role", "epub:type"})
        if (has(roles, node.attribute(key))) return true;
    if (node.tag != "sup") return false;
    const std::string text = collapsed(tree.text_of(index));
    constexpr std::size_t longest = 6;
    const bool short_mark =
        !text.empty() && text.size() <= longest &&
        text.find_first_not_of("[]()*,0123456789 abc\xE2\x80\xA0") == std::string::npos;
    const bool links = std::any_of(tree.nodes.begin() + index, tree.nodes.begin() + node.end,
                                   [](const Node& inner) { return inner.tag == "a"; });
    return short_mark && (links || text.front() == '[');
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
