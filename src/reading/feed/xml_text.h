#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "reading/feed/entry.h"

namespace rawi::reading::feed {

/// The text of an element: of RSS, where it is a fragment of a page, or of Atom, where attributes
/// say what it is. `bytes`: the file. Not text (a picture, a text elsewhere): empty.
Text text_of(const pugi::xml_node& node, std::string_view bytes, bool atom);

}  // namespace rawi::reading::feed
