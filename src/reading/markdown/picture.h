#pragma once

#include <string>
#include <string_view>

#include "reading/markdown/pieces.h"

namespace rawi::reading::markdown {

/// A picture: what it shows, and where it is.
struct Picture {
    Pieces alt;
    std::string address;
};

/// Whether the alternative text describes the picture: it is neither empty nor the name of a file.
bool has_description(const Picture& picture, std::string_view bytes);

}  // namespace rawi::reading::markdown
