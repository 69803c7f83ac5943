#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "wording/segmentation.h"
#include "wording/semiotic/pieces.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::wording::semiotic {

/// A sentence of no language: each token is a piece.
class ToySentence : public PieceSequence<Piece> {
  public:
    explicit ToySentence(std::string_view whole) : ToySentence(whole, cut(whole)) {}
    const WrittenNumber& number(std::size_t i) const { return numbers_[at(i).number]; }

  private:
    ToySentence(std::string_view whole, Pieces<Piece> cut)
        : PieceSequence(whole, std::move(cut.all)), numbers_(std::move(cut.numbers)) {}
    static Pieces<Piece> cut(std::string_view whole) {
        Pieces<Piece> pieces;
        const Span all{.begin = 0, .end = static_cast<std::uint32_t>(whole.size())};
        for (const Token& token : tokenize(whole, all)) {
            const std::string_view text = token.source.of(whole);
            if (token.kind == Token::Kind::number)
                pieces.add_number(token.source, text, read_number(text, {}));
            else
                pieces.add(token.kind == Token::Kind::space  ? PieceKind::space
                           : token.kind == Token::Kind::word ? PieceKind::word
                                                             : PieceKind::symbol,
                           token.source, text);
        }
        return pieces;
    }

    std::vector<WrittenNumber> numbers_;
};

}  // namespace rawi::wording::semiotic
