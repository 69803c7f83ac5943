// The values of texts whose class markup specifies.
#include "wording/semiotic/markup.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/semiotic/dates.h"
#include "wording/semiotic/digits.h"
#include "wording/words.h"
#include "wording/written_number.h"

namespace rawi::wording::semiotic {

namespace {

constexpr std::size_t most_digits = 15;  ///< of an ordinal or a part of a fraction

/// A number that a text consists of; its groups may have spaces between them. Nothing if its marks
/// make several numbers of it.
std::optional<WrittenNumber> number_in(std::string_view text, const NumberFormat& number_format) {
    if (!is_one_number(text) || text.find('+') != std::string_view::npos) return {};
    std::string ascii;
    std::size_t after_space = 0;
    bool spaced = false;
    constexpr std::size_t group = 3;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        const bool space = u_isUWhiteSpace(static_cast<UChar32>(next.code)) != 0;
        const bool digit = u_charDigitValue(static_cast<UChar32>(next.code)) >= 0;
        if (space && spaced && after_space != group) return {};
        if (space) {
            spaced = true;
            after_space = 0;
        } else if (digit || !ascii.empty()) {
            ascii += ascii_digits(text.substr(at, next.size));
            if (digit) ++after_space;
        }
        at += next.size;
    }
    if (spaced && after_space != group) return {};
    WrittenNumber number = read_number(ascii, number_format);
    return number.dotted.empty() ? std::optional(std::move(number)) : std::nullopt;
}

bool is_negative(std::string_view text) {
    constexpr char32_t minus = 0x2212;
    const char32_t first = text.empty() ? 0 : utf8::decode(text, 0).code;
    return first == '-' || first == minus;
}

std::optional<Value> cardinal(std::string_view text, const NumberFormat& number_format) {
    const auto number = number_in(text, number_format);
    if (!number) return {};
    const std::string whole =
        number->digits.empty() ? "0" : std::string(without_leading_zeros(number->digits));
    if (number->fraction.empty()) return Cardinal{.digits = whole, .negative = is_negative(text)};
    return Decimal{.whole = whole, .fraction = number->fraction, .negative = is_negative(text)};
}

std::optional<Value> ordinal(std::string_view text) {
    const std::vector<std::string> runs = runs_of_digits(text);
    if (runs.size() != 1 || runs.front().size() > most_digits) return {};
    return Ordinal{.digits = std::string(without_leading_zeros(runs.front()))};
}

std::optional<Value> telephone(std::string_view text) {
    Telephone number;
    number.international = text.find('+') != std::string_view::npos;
    for (std::string& run : runs_of_digits(text))
        number.groups.push_back({.text = std::move(run)});
    return number.groups.empty() ? std::nullopt : std::optional<Value>(std::move(number));
}

/// A text with its digits in ASCII.
std::string with_ascii_digits(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        const int digit = u_charDigitValue(static_cast<UChar32>(next.code));
        if (digit >= 0)
            result += static_cast<char>('0' + digit);
        else
            result += text.substr(at, next.size);
        at += next.size;
    }
    return result;
}

/// "18:30", "18:30:05"; nothing if anything else is written.
std::optional<Value> time(std::string_view text) {
    const std::vector<std::string> parts = split(with_ascii_digits(text), ':');
    constexpr std::size_t most_parts = 3;
    constexpr int last_hour = 24, last_minute = 59;
    if (parts.size() < 2 || parts.size() > most_parts) return {};
    const auto number = [](const std::string& digits, int most) {
        const bool sound = !digits.empty() && digits.size() <= 2 &&
                           digits.find_first_not_of("0123456789") == std::string::npos;
        const int value = sound ? std::stoi(digits) : -1;
        return value <= most ? value : -1;
    };
    Time found{.hour = number(parts[0], last_hour), .minute = number(parts[1], last_minute)};
    found.leading_zero = parts[0].size() == 2 && parts[0][0] == '0';
    if (parts.size() == most_parts) found.second = number(parts[2], last_minute);
    const bool sound =
        found.hour >= 0 && found.minute >= 0 && (parts.size() == 2 || found.second >= 0);
    return sound ? std::optional<Value>(std::move(found)) : std::nullopt;
}

/// "3/4", "2 1/2".
std::optional<Value> fraction(std::string_view text) {
    const std::vector<std::string> runs = runs_of_digits(text);
    const std::string ascii = with_ascii_digits(text);
    const bool mixed = runs.size() == 3 && ascii == runs[0] + " " + runs[1] + "/" + runs[2];
    const bool plain = runs.size() == 2 && ascii == runs[0] + "/" + runs[1];
    const bool too_long = std::any_of(runs.begin(), runs.end(), [](const std::string& digits) {
        return digits.size() > most_digits;
    });
    if ((!mixed && !plain) || too_long) return {};
    const auto part = [&](std::size_t from_end) {
        return std::string(without_leading_zeros(runs[runs.size() - from_end]));
    };
    return Fraction{
        .whole = mixed ? part(3) : std::string(), .numerator = part(2), .denominator = part(1)};
}

/// A number with a sign or word before or after it.
struct Labelled {
    Amount amount;
    std::string label;
};

std::optional<Labelled> labelled(std::string_view text, const NumberFormat& number_format) {
    constexpr std::string_view digits = "0123456789";
    const std::string ascii = with_ascii_digits(text);
    const std::size_t first = ascii.find_first_of(digits);
    const std::size_t last = ascii.find_last_of(digits);
    if (first == std::string::npos || (first > 0 && last + 1 < ascii.size())) return {};
    const auto number =
        number_in(std::string_view(ascii).substr(first, last - first + 1), number_format);
    if (!number) return {};
    std::string label = first > 0 ? ascii.substr(0, first) : ascii.substr(last + 1);
    const bool after = first == 0;
    if (after && label.starts_with(' ')) label.erase(0, 1);
    if (!after && label.ends_with(' ')) label.pop_back();
    if (label.empty()) return {};
    return Labelled{.amount = {.whole = number->digits, .fraction = number->fraction, .scale = {}},
                    .label = std::move(label)};
}

std::optional<Value> date(std::string_view text, std::string_view format) {
    auto found = date_in_format(text, format);
    return found ? std::optional<Value>(*std::move(found)) : std::nullopt;
}

bool is_named(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto small = static_cast<unsigned char>(static_cast<unsigned char>(c) | 0x20U);
        return small >= 'a' && small <= 'z';
    });
}

}  // namespace

std::optional<Value> value_of(std::string_view text, SayAs what, std::string_view format,
                              const NumberFormat& number_format) {
    switch (what) {
        case SayAs::cardinal:
            return cardinal(text, number_format);
        case SayAs::ordinal:
            return ordinal(text);
        case SayAs::digits: {
            std::string digits = digits_in(text);
            if (digits.empty()) return {};
            return Digits{.digits = std::move(digits)};
        }
        case SayAs::characters: {
            std::string letters = normalize_word(text);
            if (letters.empty()) return {};
            return Letters{.letters = std::move(letters)};
        }
        case SayAs::date:
            return date(text, format);
        case SayAs::telephone:
            return telephone(text);
        case SayAs::time:
            return time(text);
        case SayAs::fraction:
            return fraction(text);
        case SayAs::unit:
            if (auto found = labelled(text, number_format))
                return Measure{.amount = std::move(found->amount), .unit = std::move(found->label)};
            return {};
        case SayAs::currency:
            if (auto found = labelled(text, number_format))
                return Money{.amount = std::move(found->amount),
                             .currency = std::move(found->label)};
            return {};
    }
    return {};
}

bool is_sayable(std::string_view text, SayAs what, std::string_view format) {
    if (what == SayAs::cardinal) return is_one_number(text);
    if (value_of(text, what, format)) return true;
    const bool usual = what == SayAs::date ? format.empty() || is_named(text)
                                           : what == SayAs::time || what == SayAs::fraction ||
                                                 what == SayAs::unit || what == SayAs::currency;
    return usual && !digits_in(text).empty();
}

}  // namespace rawi::wording::semiotic
