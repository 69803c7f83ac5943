#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rawi::reading::office {

enum class NumberStyle : std::uint8_t {
    none,
    decimal,
    lower_letter,
    upper_letter,
    lower_roman,
    upper_roman
};

/// The number of a list item: "4", "d", "D", "iv" or "IV". Numbers that a style cannot write are
/// decimal. Empty for `none`.
std::string list_number(int number, NumberStyle style);

/// An integer between 0 and 1,000,000 from an attribute; `otherwise` if it is none.
int integer(std::string_view text, int otherwise);

}  // namespace rawi::reading::office
