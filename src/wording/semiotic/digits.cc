// Digits of any script in a text.
#include "wording/semiotic/digits.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace rawi::wording::semiotic {

std::vector<std::string> runs_of_digits(std::string_view text) {
    std::vector<std::string> runs;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        const int digit = u_charDigitValue(static_cast<UChar32>(next.code));
        if (digit >= 0) {
            if (!open) runs.emplace_back();
            runs.back() += static_cast<char>('0' + digit);
        }
        open = digit >= 0;
    }
    return runs;
}

std::string digits_in(std::string_view text) {
    std::string all;
    for (const std::string& run : runs_of_digits(text))
        all += run;
    return all;
}

bool starts_with_digit(std::string_view text) {
    return !text.empty() && u_charDigitValue(static_cast<UChar32>(utf8::decode(text, 0).code)) >= 0;
}

bool is_one_number(std::string_view text) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        const bool digit = u_charDigitValue(static_cast<UChar32>(next.code)) >= 0;
        const bool inside = next.code == '.' || next.code == ',' || next.code == 0x066B ||
                            next.code == 0x066C || next.code == ' ' || next.code == 0xA0 ||
                            next.code == 0x202F;
        const bool sign = next.code == '-' || next.code == 0x2212 || next.code == '+';
        if (!digit && !(any ? inside : sign)) return false;
        any = any || digit;
    }
    return any;
}

std::string_view without_leading_zeros(std::string_view digits) {
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

}  // namespace rawi::wording::semiotic
