// Footnotes in Markdown.
#include "reading/markdown/notes.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace rawi::reading::markdown {

bool is_note_reference(std::string_view address, std::string_view text) {
    constexpr std::array<std::string_view, 5> targets = {"fn", "ftn", "note", "ref", "cite"};
    constexpr std::size_t longest = 8;
    const bool note = address.starts_with('#') &&
                      std::any_of(targets.begin(), targets.end(), [&](std::string_view target) {
                          return address.find(target) != std::string_view::npos;
                      });
    constexpr std::array<std::string_view, 3> signs = {"\xE2\x80\xA0", "\xE2\x80\xA1",
                                                       "\xE2\x86\xA9"};
    const bool sign = std::any_of(signs.begin(), signs.end(),
                                  [&](std::string_view known) { return text.starts_with(known); });
    return note && text.size() <= longest &&
           (sign || text.find_first_not_of("[]()*^,0123456789 ") == std::string_view::npos);
}

std::string label_of_note(std::string_view mark) {
    if (!mark.starts_with("[^")) return {};
    return std::string(mark.substr(2, mark.find(']') - 2));
}

}  // namespace rawi::reading::markdown
