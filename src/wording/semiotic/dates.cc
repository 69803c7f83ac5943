// Numeric dates: which number is the day, the month and the year.
#include "wording/semiotic/dates.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "wording/semiotic/digits.h"

namespace rawi::wording::semiotic {

namespace {

constexpr int last_day = 31, last_month = 12, first_year = 1000, last_year = 2999;
constexpr std::size_t year_digits = 4, short_digits = 2;

/// The value of at most four digits; else -1.
int value_of(std::string_view digits) {
    int value = -1;
    if (digits.size() > year_digits) return value;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc() && rest == end ? value : -1;
}

bool is_day(int value) {
    return value >= 1 && value <= last_day;
}

bool is_month(int value) {
    return value >= 1 && value <= last_month;
}

/// Sets the year that `digits` write; false if they do not write one.
bool set_year(Date& date, std::string_view digits) {
    const int value = value_of(digits);
    date.short_year = digits.size() == short_digits;
    date.year = date.short_year && value >= 0 ? year_of_two_digits(value) : value;
    const bool sound = digits.size() == year_digits || date.short_year;
    return sound && date.year >= first_year && date.year <= last_year;
}

/// "dmy" of "dd/mm/yyyy" and the like; empty if a part occurs twice.
std::string order_of(std::string_view format) {
    std::string order;
    for (const char c : format) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (small != 'd' && small != 'm' && small != 'y') continue;
        if (order.empty() || order.back() != small) order += small;
    }
    std::string sorted = order;
    std::sort(sorted.begin(), sorted.end());
    return std::unique(sorted.begin(), sorted.end()) == sorted.end() ? order : std::string();
}

/// The parts of a date without marks between them: 20201110.
std::vector<std::string> compact_parts(std::string_view digits, std::string_view order) {
    std::vector<std::string> parts;
    for (const char part : order) {
        const std::size_t size = part == 'y' ? year_digits : short_digits;
        parts.emplace_back(digits.substr(0, size));
        digits.remove_prefix(size);
    }
    return parts;
}

/// Sets a part of a date; false if it is invalid.
bool take_part(Date& date, std::string_view digits, char part) {
    const int value = value_of(digits);
    if (part == 'd') {
        date.day = value;
        return is_day(value);
    }
    if (part == 'm') {
        date.month = value;
        return is_month(value);
    }
    date.short_year = digits.size() <= short_digits && value >= 0;
    date.year = date.short_year ? year_of_two_digits(value) : value;
    return date.year >= 1;
}

}  // namespace

int year_of_two_digits(int value) {
    constexpr int pivot = 50, this_century = 2000, last_century = 1900;
    return value + (value < pivot ? this_century : last_century);
}

std::optional<NumericDate> day_and_month_of(std::string_view first, std::string_view second,
                                            DateOrder order) {
    if (first.size() > short_digits || second.size() > short_digits) return {};
    const int one = value_of(first);
    const int other = value_of(second);
    const bool day_before = is_day(one) && is_month(other);
    const bool month_before = is_month(one) && is_day(other);
    if (!day_before && !month_before) return {};
    const bool by_day = day_before && (order == DateOrder::day_first || !month_before);
    NumericDate found;
    found.date.day = by_day ? one : other;
    found.date.month = by_day ? other : one;
    found.day_first = by_day;
    found.either = day_before && month_before;
    return found;
}

std::optional<NumericDate> date_of(const std::array<std::string_view, 3>& numbers,
                                   DateOrder order) {
    if (numbers[0].size() == year_digits) {
        NumericDate found;
        found.year_first = true;
        found.date.day = value_of(numbers[2]);
        found.date.month = value_of(numbers[1]);
        const bool sound = numbers[1].size() <= short_digits && numbers[2].size() <= short_digits &&
                           is_day(found.date.day) && is_month(found.date.month);
        return sound && set_year(found.date, numbers[0]) ? std::optional(found) : std::nullopt;
    }
    std::optional<NumericDate> found = day_and_month_of(numbers[0], numbers[1], order);
    if (found && !set_year(found->date, numbers[2])) return {};
    return found;
}

std::optional<Date> date_in_format(std::string_view text, std::string_view format) {
    std::vector<std::string> parts = runs_of_digits(text);
    const std::string order = order_of(format);
    constexpr std::size_t all = 3, compact = 8;
    if (parts.size() == 1 && order.size() == all && parts.front().size() == compact)
        parts = compact_parts(std::string(parts.front()), order);
    if (order.empty() || parts.size() != order.size()) return {};
    Date date;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!take_part(date, parts[i], order[i])) return {};
    }
    return date;
}

}  // namespace rawi::wording::semiotic
