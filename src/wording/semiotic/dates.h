#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "wording/semiotic/values.h"

namespace rawi::wording::semiotic {

/// Which of two numbers before a year is the day, where both can be.
enum class DateOrder : std::uint8_t { day_first, month_first };

/// The one rule for years of two digits, in text and in markup: 00 to 49 are of this century, 50 to
/// 99 of the last.
int year_of_two_digits(int value);

/// A numeric date, and how its numbers were understood.
struct NumericDate {
    Date date;
    bool year_first = false, day_first = false;
    bool either = false;  ///< the order decided
};

/// The date that three numbers are, in ASCII digits: year, month and day where the first has four
/// digits (ISO 8601); else two numbers before a year of four or two digits, in `order`, or in the
/// other one if that has no such month. Nothing if they are not a date.
std::optional<NumericDate> date_of(const std::array<std::string_view, 3>& numbers, DateOrder order);

/// The same for day and month without a year.
std::optional<NumericDate> day_and_month_of(std::string_view first, std::string_view second,
                                            DateOrder order);

/// The date that markup says `text` is. `format` names the parts in their order ("dmy",
/// "dd/mm/yyyy", "my"); digits of any script count. Nothing if it cannot be such a date: another
/// number of parts, no such day or month, a part twice in the format.
std::optional<Date> date_in_format(std::string_view text, std::string_view format);

}  // namespace rawi::wording::semiotic
