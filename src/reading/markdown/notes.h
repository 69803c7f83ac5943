#pragma once

#include <string>
#include <string_view>

namespace rawi::reading::markdown {

/// Whether a link refers to a note: "[3](#fn3)", or is the arrow back from it.
bool is_note_reference(std::string_view address, std::string_view text);

/// "1" of the marks "[^1]" and "[^1]:"; empty for other text.
std::string label_of_note(std::string_view mark);

}  // namespace rawi::reading::markdown
