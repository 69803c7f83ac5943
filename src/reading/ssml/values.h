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

/// The XML entity that begins at an ampersand, without "&" and ";"; empty if there is none.
std::string_view entity_at(std::string_view raw, std::size_t at);

/// The character of an entity ("amp", "#x41"); 0 if the entity is unknown.
char32_t character_of(std::string_view entity);

}  // namespace rawi::reading::ssml
