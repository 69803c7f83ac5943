#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi::reading::markdown {

/// A field of the front matter, such as the title.
struct Field {
    std::string key;    ///< in lower case
    std::string value;  ///< without quotes; ", " separates the items of a list
    Span origin;        ///< of the value in the text; for a list or several lines, of its beginning
};

/// The lines at the start of an article that describe it, between two lines "---" (YAML) or "+++"
/// (TOML).
struct FrontMatter {
    std::uint32_t end = 0;  ///< the byte after it; 0: there is none
    std::vector<Field> fields;

    /// The value of the first of these keys that has one, or null.
    const Field* find(std::initializer_list<std::string_view> keys) const;
};

/// The front matter of a text, if its first field is a field, and its end is within the first
/// 64 KiB. Reads what blogs and newsrooms write: scalars with and without quotes, also over several
/// lines, and lists; of a nested table, only `name`.
FrontMatter front_matter_of(std::string_view text);

}  // namespace rawi::reading::markdown
