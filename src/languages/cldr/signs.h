#pragma once

#include <string_view>

namespace rawi::languages::cldr {

/// The code (ISO 4217) of a currency whose sign, or code, means the same in every language; empty
/// if `written` is not one.
std::string_view currency_of(std::string_view written);

/// ICU's name of a unit whose symbol means the same in every language; empty if `written` is not
/// one.
std::string_view unit_of(std::string_view written);

}  // namespace rawi::languages::cldr
