#pragma once

#include <optional>
#include <string_view>

namespace rawi::reading::ssml {

/// The longest <break>, in milliseconds.
inline constexpr int longest_silence = 60'000;

/// Milliseconds of "700ms" or "1.5s"; nothing if it is neither, or too long.
std::optional<int> duration_of(std::string_view text);

/// Milliseconds of a strength of <break>, "none" to "x-strong"; nothing for another name.
std::optional<int> strength_of(std::string_view name);

}  // namespace rawi::reading::ssml
