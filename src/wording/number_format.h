#pragma once

#include <string_view>

namespace rawi::wording {

/// How a document writes numbers; resolves those that are ambiguous.
struct NumberFormat {
    bool comma_is_decimal = false;      ///< whether 1,234 is between one and two
    bool stop_parts_thousands = false;  ///< whether 1.234 is more than a thousand
};

/// Detects the number format of a text from its unambiguous numbers.
NumberFormat detect_number_format(std::string_view text);

}  // namespace rawi::wording
