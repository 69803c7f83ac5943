#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rawi {

/// A language tag as it is usually written: "AR" is "ar", "ar_eg" is "ar-EG", "ZH-hant-tw" is
/// "zh-Hant-TW" (RFC 5646, 2.1.1). Nothing where `tag` does not have a tag's form (2.1): a name of
/// two to eight letters, then parts of up to eight letters and digits. An underscore stands for a
/// hyphen, as in names of locales. Whether there is such a language is not asked.
std::optional<std::string> canonical_language_tag(std::string_view tag);

/// What to tell where it is nothing.
std::string no_language_tag(std::string_view tag);

}  // namespace rawi
