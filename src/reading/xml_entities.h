#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rawi::reading {

/// The XML entity that begins at an ampersand, without "&" and ";"; empty if there is none.
std::string_view entity_at(std::string_view raw, std::size_t at);

/// The character of an entity ("amp", "#x41"); 0 if the entity is unknown.
char32_t character_of(std::string_view entity);

/// The value of an attribute: its five entities and character references resolved (XML 1.0, 4.6).
/// Whatever else begins with an ampersand stays as it is, so that no text grows.
std::string without_entities(std::string_view raw);

}  // namespace rawi::reading
