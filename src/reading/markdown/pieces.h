#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"
#include "reading/document_builder.h"

namespace rawi::reading::markdown {

/// A piece of the text of a block.
struct Piece {
    enum class Kind : std::uint8_t {
        copied,    ///< `origin` as it is
        decoded,   ///< `text`, which corresponds to `origin`
        inserted,  ///< `text`, without an origin
        space,     ///< a space, unless there is white space before it
        comma,     ///< between two cells of a table
        reference  ///< to the note with the id `text`
    };
    Kind kind = Kind::copied;
    Span origin;
    std::string text;
};
using Pieces = std::vector<Piece>;

/// The text of pieces whose origins are in `bytes`.
std::string text_of(const Pieces& pieces, std::string_view bytes);

/// Cuts off the first `size` bytes of the text, up to the end of a piece that was not copied.
Pieces take_front(Pieces& pieces, std::string_view bytes, std::uint32_t size);

/// Whether pieces consist of white space.
bool is_blank(const Pieces& pieces, std::string_view bytes);

/// Whether two texts have the same letters and digits; ASCII letters may differ in case.
bool have_same_words(std::string_view a, std::string_view b);

/// A block of the article.
struct Draft {
    Role role = Role::paragraph;
    int level = 0;  ///< 1 to 6 for a heading, else 0
    Pieces pieces;
    std::string note{};  ///< the id of the note that it belongs to
};

/// Adds a block to a document; the origins of its pieces are in `part`.
void write(const Draft& draft, std::uint32_t part, DocumentBuilder& builder);

}  // namespace rawi::reading::markdown
