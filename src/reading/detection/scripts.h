#pragma once

#include <string>
#include <string_view>

#include <unicode/uscript.h>

namespace rawi::reading::detection {

/// The language that is most likely written in a script, according to CLDR; empty if it has none.
std::string language_of_script(UScriptCode script);

/// Whether a language (BCP 47) is written in a script, according to CLDR: Serbian in Cyrillic and
/// in Latin letters.
bool is_written_in(std::string_view language, UScriptCode script);

}  // namespace rawi::reading::detection
