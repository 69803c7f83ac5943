#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rawi {
inline namespace base {

/// The canonical case of a language tag: "ar" for "AR", "ar-EG" for "ar_eg", "zh-Hant-TW" for
/// "ZH-hant-tw" (RFC 5646, 2.1.1). Returns nothing if `tag` is not well formed (2.1): a language of
/// two to eight letters, then subtags of up to eight letters and digits. An underscore counts as a
/// hyphen, as in the names of locales. Does not check that the language exists.
std::optional<std::string> canonical_language_tag(std::string_view tag);

/// The primary language of a tag in canonical form: "zh" for "zh-Hant-TW" (RFC 5646, 2.2.1).
constexpr std::string_view primary_language(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

/// The error message for a tag that is not well formed.
std::string bad_language_tag(std::string_view tag);

}  // namespace base
}  // namespace rawi
