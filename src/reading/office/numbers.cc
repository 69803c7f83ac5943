// The numbers of list items.
#include "reading/office/numbers.h"

#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace rawi::reading::office {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 13> roman = {{{1000, "m"},
                                                                     {900, "cm"},
                                                                     {500, "d"},
                                                                     {400, "cd"},
                                                                     {100, "c"},
                                                                     {90, "xc"},
                                                                     {50, "l"},
                                                                     {40, "xl"},
                                                                     {10, "x"},
                                                                     {9, "ix"},
                                                                     {5, "v"},
                                                                     {4, "iv"},
                                                                     {1, "i"}}};
constexpr int most_roman = 3999;
constexpr int letters = 26;

std::string in_lower_case(int number, NumberStyle style) {
    if (style == NumberStyle::lower_letter || style == NumberStyle::upper_letter) {
        // After z comes aa, then bb (ECMA-376, 17.18.59).
        if (number < 1 || number > letters * letters) return fmt::format("{}", number);
        const int count = (number - 1) / letters + 1;
        std::string text;
        text.append(static_cast<std::size_t>(count),
                    static_cast<char>('a' + (number - 1) % letters));
        return text;
    }
    if (number < 1 || number > most_roman) return fmt::format("{}", number);
    std::string text;
    for (const auto& [value, sign] : roman)
        for (; number >= value; number -= value)
            text += sign;
    return text;
}

}  // namespace

std::string list_number(int number, NumberStyle style) {
    if (style == NumberStyle::none) return {};
    if (style == NumberStyle::decimal) return fmt::format("{}", number);
    std::string text = in_lower_case(number, style);
    const bool upper = style == NumberStyle::upper_letter || style == NumberStyle::upper_roman;
    for (char& c : text)
        if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

int integer(std::string_view text, int otherwise) {
    constexpr int most = 1'000'000;
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 && value <= most ? value : otherwise;
}

}  // namespace rawi::reading::office
