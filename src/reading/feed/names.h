#pragma once

#include <cstdint>
#include <string>

#include <pugixml.hpp>

namespace rawi::reading::feed {

/// The vocabulary of an element: those of feeds themselves (RSS, Atom, none) and of their modules.
enum class Space : std::uint8_t { core, content, dc, media, itunes, xhtml, other };

/// An element's name in lower case, without its prefix, and its vocabulary.
struct Name {
    Space space = Space::core;
    std::string local;

    friend bool operator==(const Name&, const Name&) = default;
};

/// Resolves the prefix; one that is not declared stands for the vocabulary that it customarily
/// stands for.
Name name_of(const pugi::xml_node& node);

}  // namespace rawi::reading::feed
