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
    std::string digits;               ///< of its whole part, ASCII
    std::string fraction;             ///< behind the decimal mark, ASCII; empty: none
    std::uint64_t value = 0;          ///< of the whole part; 0 where `large`
    bool grouped = false;             ///< has marks between thousands
    bool large = false;               ///< 10^15 or more
    bool ambiguous = false;           ///< its mark could have been read in two ways
    std::vector<std::string> dotted;  ///< the parts of 10.11.2020 or 1.2.3, else empty

    bool whole() const { return fraction.empty() && dotted.empty() && !large; }
};

/// Reads figures: U+066B is the decimal mark, U+066C parts thousands; of comma and stop the one
/// that stands last is the decimal mark where both stand; alone, a comma before exactly three
/// digits parts thousands unless the document's number_format say otherwise, a stop does so only
/// where repeated.
WrittenNumber read_number(std::string_view ascii, const NumberFormat& number_format);

/// Makes `digits` a figure's whole part.
void set_whole(WrittenNumber& figure, std::string digits);

/// The figures of a number token in ASCII, whatever script they are in; the Arabic marks, U+066B
/// and U+066C, as "d" and "g".
std::string ascii_digits(std::string_view token);

/// The last token of "3 500 000", groups of three with spaces between, where nothing else can be
/// meant; `at` where token `at` begins no such number, or something given is in it.
std::size_t spaced_groups(const TokenizedSentence& line, std::size_t at);

/// `text` parted at a mark.
std::vector<std::string> split(std::string_view text, char mark);

}  // namespace rawi::wording
