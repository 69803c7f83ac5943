// Detects how a document writes numbers.
#include "wording/number_format.h"

#include "base/utf8.h"

namespace rawi::wording {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number of digits from `at` on.
std::size_t run_of_digits(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    return end - at;
}

/// Counts of numbers by the role of their mark (comma or full stop).
struct Evidence {
    std::size_t groups = 0;    ///< it certainly separates thousands
    std::size_t decimals = 0;  ///< it is certainly the decimal mark
    std::size_t open = 0;      ///< it could be either: 1,234
};

void weigh(Evidence& evidence, std::size_t marks, std::size_t first, std::size_t last) {
    constexpr std::size_t group = 3;
    if (marks > 1) {
        evidence.groups += last == group ? 1U : 0U;
    } else if (last != group || first > group) {
        ++evidence.decimals;
    } else {
        ++evidence.open;
    }
}

}  // namespace

NumberFormat detect_number_format(std::string_view text) {
    Evidence comma;
    Evidence stop;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t first = run_of_digits(text, at);
        if (first == 0) {
            ++at;
            continue;
        }
        at += first;
        const char mark = at < text.size() ? text[at] : ' ';
        std::size_t marks = 0;
        std::size_t last = 0;
        while (at < text.size() && text[at] == mark && (mark == ',' || mark == '.')) {
            const std::size_t next = run_of_digits(text, at + 1);
            if (next == 0) break;
            last = next;
            ++marks;
            at += next + 1;
        }
        if (marks > 0) weigh(mark == ',' ? comma : stop, marks, first, last);
    }
    // A text with both 1,4 and 1.250 swaps the two marks. A comma as decimal mark does not suffice
    // if other numbers contradict it.
    const bool other_way = comma.decimals > 0 && comma.groups == 0 && stop.decimals == 0;
    return {.comma_is_decimal = other_way && (stop.groups + stop.open > 0),
            .stop_parts_thousands = stop.groups > 0 || (other_way && stop.open > 0)};
}

}  // namespace rawi::wording
