// Signs that mean the same in every language, and their names in ICU.
#include "languages/cldr/signs.h"

#include <array>
#include <cstddef>

namespace rawi::languages::cldr {

namespace {

/// A sign that means the same in every language, and its name in ICU.
struct Sign {
    std::string_view written, name;
};
constexpr std::array<Sign, 14> currencies = {{{"$", "USD"},
                                              {"\xE2\x82\xAC", "EUR"},
                                              {"\xC2\xA3", "GBP"},
                                              {"\xC2\xA5", "JPY"},
                                              {"\xE2\x82\xA9", "KRW"},
                                              {"\xE2\x82\xB9", "INR"},
                                              {"\xE2\x82\xBD", "RUB"},
                                              {"\xE2\x82\xBA", "TRY"},
                                              {"\xE2\x82\xAA", "ILS"},
                                              {"\xE2\x82\xB4", "UAH"},
                                              {"EUR", "EUR"},
                                              {"USD", "USD"},
                                              {"GBP", "GBP"},
                                              {"CHF", "CHF"}}};
constexpr std::array<Sign, 20> units = {{{"%", "percent"},
                                         {"km", "kilometer"},
                                         {"m", "meter"},
                                         {"cm", "centimeter"},
                                         {"mm", "millimeter"},
                                         {"kg", "kilogram"},
                                         {"g", "gram"},
                                         {"mg", "milligram"},
                                         {"l", "liter"},
                                         {"ml", "milliliter"},
                                         {"ha", "hectare"},
                                         {"km\xC2\xB2", "square-kilometer"},
                                         {"m\xC2\xB2", "square-meter"},
                                         {"m\xC2\xB3", "cubic-meter"},
                                         {"\xC2\xB0", "degree"},
                                         {"\xC2\xB0"
                                          "C",
                                          "celsius"},
                                         {"km/h", "kilometer-per-hour"},
                                         {"h", "hour"},
                                         {"min", "minute"},
                                         {"kWh", "kilowatt-hour"}}};

template <std::size_t size>
std::string_view name_of(const std::array<Sign, size>& signs, std::string_view written) {
    for (const Sign& sign : signs) {
        if (sign.written == written) return sign.name;
    }
    return {};
}

}  // namespace

std::string_view currency_of(std::string_view written) {
    return name_of(currencies, written);
}

std::string_view unit_of(std::string_view written) {
    return name_of(units, written);
}

}  // namespace rawi::languages::cldr
