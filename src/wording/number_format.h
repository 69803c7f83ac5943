#pragma once

#include <string_view>

namespace rawi::wording {

/// How a document writes its numbers, for those that can be read in two ways.
struct NumberFormat {
    bool comma_is_decimal = false;      ///< 1,234 is one and a bit
    bool stop_parts_thousands = false;  ///< 1.234 is more than a thousand
};

/// The number_format of a text, by its numbers that can be read in one way only.
NumberFormat detect_number_format(std::string_view text);

}  // namespace rawi::wording
