#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::wording::semiotic {

/// The runs of digits in a text, in ASCII, whatever script they are in.
std::vector<std::string> runs_of_digits(std::string_view text);

/// All digits of a text, in ASCII.
std::string digits_in(std::string_view text);

/// Whether a text starts with a digit of any script.
bool starts_with_digit(std::string_view text);

/// Whether a text is one number: digits, the marks and spaces within it, a sign before it.
bool is_one_number(std::string_view text);

/// Digits without zeros before them; one is left.
std::string_view without_leading_zeros(std::string_view digits);

}  // namespace rawi::wording::semiotic
