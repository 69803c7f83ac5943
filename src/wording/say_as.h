#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rawi::wording {

/// The classes that markup can specify (`interpret-as`).
enum class SayAs : std::uint8_t {
    cardinal,
    ordinal,
    digits,
    characters,
    date,
    time,
    telephone,
    fraction,
    unit,
    currency
};

/// The class with a name such as "cardinal" or "spell-out"; nothing if it is not supported.
std::optional<SayAs> say_as_named(std::string_view name);

}  // namespace rawi::wording
