#pragma once

#include <string>
#include <string_view>

namespace rawi::reading::detection {

/// What CLD2 makes of a text.
struct CldGuess {
    std::string language;  ///< BCP 47, without script and region; empty: it cannot tell
    bool reliable = false;
    int percent = 0;  ///< the share of the text in this language
};

/// Asks CLD2 for the language of a text, which must consist of letters, marks and spaces.
CldGuess ask_cld(std::string_view text);

}  // namespace rawi::reading::detection
