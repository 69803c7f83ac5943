#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rawi::wording {

/// What markup may say that a stretch is (`interpret-as`).
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

/// "cardinal", "spell-out" ...; nothing for what is not supported.
std::optional<SayAs> say_as_named(std::string_view name);

}  // namespace rawi::wording
