#pragma once

#include <string_view>

namespace rawi::wording::semiotic {

/// The value of a Roman numeral in capitals, as they are written (no "IIII"), up to 3999; 0: none.
int roman_value(std::string_view letters);

}  // namespace rawi::wording::semiotic
