#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/document.h"

namespace rawi::reading {

/// When the notes of an article are heard.
enum class Notes : std::uint8_t {
    skip,      ///< never: they have the role `note`, which is skipped by default
    in_place,  ///< after the paragraph that refers to them first
    end        ///< after the article
};
/// As in --notes.
inline constexpr std::array<std::string_view, 3> notes_names = {"skip", "inline", "end"};

/// Moves the notes of a document to where they are heard. Notes that nothing refers to stay where
/// they are, unless they go to the end. The document stays as it is for Notes::skip.
void place_notes(Document& document, Notes place);

}  // namespace rawi::reading
