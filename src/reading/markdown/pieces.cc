// Blocks whose text is collected before it becomes part of the document.
#include "reading/markdown/pieces.h"

#include <algorithm>

#include "base/ascii.h"
#include "reading/markdown/lines.h"

namespace rawi::reading::markdown {

namespace {

/// Letters and digits; everything outside ASCII counts as a letter.
std::string words_of(std::string_view text) {
    std::string words;
    for (const char c : text)
        if (ascii::is_letter(c) || ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0x80)
            words += ascii::lower(c);
    return words;
}

}  // namespace

std::string text_of(const Pieces& pieces, std::string_view bytes) {
    std::string text;
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::copied)
            text += piece.origin.of(bytes);
        else if (piece.kind != Piece::Kind::reference)
            text += piece.kind == Piece::Kind::space   ? " "
                    : piece.kind == Piece::Kind::comma ? ", "
                                                       : piece.text;
    }
    return text;
}

Pieces take_front(Pieces& pieces, std::string_view bytes, std::uint32_t size) {
    Pieces front;
    auto next = pieces.begin();
    for (std::uint32_t taken = 0; taken < size && next != pieces.end(); ++next) {
        const auto length = static_cast<std::uint32_t>(text_of({*next}, bytes).size());
        front.push_back(*next);
        taken += length;
        if (next->kind != Piece::Kind::copied || taken <= size) continue;
        next->origin.begin += length - (taken - size);
        front.back().origin.end = next->origin.begin;
        break;
    }
    pieces.erase(pieces.begin(), next);
    return front;
}

bool is_blank(const Pieces& pieces, std::string_view bytes) {
    return std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        if (piece.kind == Piece::Kind::reference) return true;
        const std::string_view text =
            piece.kind == Piece::Kind::copied ? piece.origin.of(bytes) : piece.text;
        return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    });
}

bool have_same_words(std::string_view a, std::string_view b) {
    return words_of(a) == words_of(b);
}

void write(const Draft& draft, std::uint32_t part, DocumentBuilder& builder) {
    if (draft.level > 0)
        builder.open_heading(draft.role, draft.level);
    else
        builder.open_block(draft.role);
    for (const Piece& piece : draft.pieces) {
        switch (piece.kind) {
            case Piece::Kind::copied:
                builder.copy(part, piece.origin);
                break;
            case Piece::Kind::decoded:
                builder.decoded(part, piece.origin, piece.text);
                break;
            case Piece::Kind::inserted:
                builder.insert(piece.text);
                break;
            case Piece::Kind::space:
                builder.space();
                break;
            case Piece::Kind::comma:
                builder.comma();
                break;
            case Piece::Kind::reference:
                builder.refer_to_note(piece.text);
                break;
        }
    }
    builder.name_note(draft.note);
    builder.close_block();
}

}  // namespace rawi::reading::markdown
