// Entities; their names are known to the HTML renderer of md4c.
#include "reading/markdown/entity.h"

#include <algorithm>
#include <array>
#include <utility>

#include <md4c-html.h>

#include "base/ascii.h"
#include "reading/markdown/lines.h"

namespace rawi::reading::markdown {

namespace {

constexpr std::size_t longest = 48;  ///< of an entity, as in md4c

void append(const MD_CHAR* text, MD_SIZE size, void* to) {
    static_cast<std::string*>(to)->append(text, size);
}

/// `html` with the four characters that the renderer escapes.
std::string unescaped(std::string_view html) {
    constexpr std::array<std::pair<std::string_view, char>, 4> escapes = {
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
    std::string text;
    while (!html.empty()) {
        const auto* const escape =
            std::find_if(escapes.begin(), escapes.end(),
                         [&](const auto& candidate) { return html.starts_with(candidate.first); });
        const bool found = escape != escapes.end();
        text += found ? escape->second : html.front();
        html.remove_prefix(found ? escape->first.size() : 1);
    }
    return text;
}

}  // namespace

std::string_view entity_at(std::string_view text) {
    if (!text.starts_with('&')) return {};
    const std::string_view name = text.substr(1, longest);
    const std::size_t end = name.find(';');
    if (end == std::string_view::npos || end == 0) return {};
    std::string_view digits = name.substr(0, end);
    if (digits.front() == '#') digits.remove_prefix(1);
    const bool plain = !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c);
    });
    return plain ? text.substr(0, end + 2) : std::string_view();
}

const std::string& Entities::text_of(std::string_view entity) {
    const auto known = known_.find(entity);
    if (known != known_.end()) return known->second;
    std::string html;
    md_html(entity.data(), static_cast<MD_SIZE>(entity.size()), append, &html, 0, 0);
    constexpr std::string_view opening = "<p>";
    constexpr std::string_view closing = "</p>\n";
    std::string_view inner = html;
    if (inner.starts_with(opening) && inner.ends_with(closing)) {
        inner.remove_prefix(opening.size());
        inner.remove_suffix(closing.size());
    }
    return known_.emplace(std::string(entity), unescaped(inner)).first->second;
}

}  // namespace rawi::reading::markdown
