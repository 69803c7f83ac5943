#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wording/number_format.h"
#include "wording/token.h"

namespace rawi::wording {

/// A number as it is written.
struct WrittenNumber {
    std::string digits;               ///< the integer part in ASCII
    std::string fraction;             ///< the digits after the decimal mark in ASCII; may be empty
    std::uint64_t value = 0;          ///< of the integer part; 0 if `large`
    bool grouped = false;             ///< whether thousands are separated
    bool large = false;               ///< whether the value is 10^15 or more
    bool ambiguous = false;           ///< whether its mark could be read in two ways
    std::vector<std::string> dotted;  ///< the parts of 10.11.2020 or 1.2.3, else empty

    bool whole() const { return fraction.empty() && dotted.empty() && !large; }
};

/// Parses a number. U+066B is the decimal mark and U+066C separates thousands. If there are both
/// commas and full stops, the last one is the decimal mark. Otherwise a comma before exactly three
/// digits separates thousands unless `number_format` says otherwise, and a full stop does so only
/// if repeated.
WrittenNumber read_number(std::string_view ascii, const NumberFormat& number_format);

/// Sets the integer part of a number.
void set_whole(WrittenNumber& figure, std::string digits);

/// The digits of a number token in ASCII, from any script; U+066B becomes "d" and U+066C "g".
std::string ascii_digits(std::string_view token);

/// The last token of a number like "3 500 000", with spaces between groups of three, if nothing
/// else can be meant. Returns `at` if no such number starts there or an override is in it.
std::size_t spaced_groups(const TokenizedSentence& line, std::size_t at);

/// Splits `text` at each `mark`.
std::vector<std::string> split(std::string_view text, char mark);

}  // namespace rawi::wording
