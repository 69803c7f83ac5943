// The pieces of a sentence.
#include "languages/cldr/sentence.h"

#include <utility>

#include "wording/words.h"

namespace rawi::languages::cldr {

namespace {

using Kind = Piece::Kind;

Kind kind_of(wording::Token::Kind kind) {
    switch (kind) {
        case wording::Token::Kind::word:
            return Kind::word;
        case wording::Token::Kind::number:
            return Kind::number;
        case wording::Token::Kind::symbol:
            return Kind::symbol;
        case wording::Token::Kind::punctuation:
            return Kind::punctuation;
        case wording::Token::Kind::space:
            break;
    }
    return Kind::space;
}

/// Adds the number that starts with token `i`.
void add_number(const wording::TokenizedSentence& line, std::size_t i,
                const wording::NumberFormat& number_format, semiotic::Pieces<Piece>& pieces) {
    const std::size_t last = wording::spaced_groups(line, i);
    const Span source = line.tokens[i].source;
    const std::string_view own = pieces.hold(wording::ascii_digits(source.of(line.text)));
    std::string digits(own);
    for (std::size_t next = i + 2; next <= last; next += 2)
        digits += line.tokens[next].source.of(line.text);
    pieces.add_number(source, own, wording::read_number(digits, number_format)).more =
        static_cast<std::uint32_t>(last - i);
}

semiotic::Pieces<Piece> cut_pieces(const wording::TokenizedSentence& line,
                                   const wording::NumberFormat& number_format) {
    semiotic::Pieces<Piece> pieces;
    pieces.all.reserve(line.tokens.size());
    for (std::size_t i = 0; i < line.tokens.size(); ++i) {
        const wording::Token& token = line.tokens[i];
        const std::string_view text = token.source.of(line.text);
        const Kind kind = kind_of(token.kind);
        if (kind == Kind::number)
            add_number(line, i, number_format, pieces);
        else if (kind == Kind::word && !semiotic::is_ascii(text))
            pieces.add(kind, token.source, pieces.hold(wording::normalize_word(text)));
        else
            pieces.add(kind, token.source, text);
    }
    return pieces;
}

}  // namespace

Sentence::Sentence(const LanguageData& data, const wording::TokenizedSentence& line)
    : Sentence(data, line.text, cut_pieces(line, data.words.number_format())) {}

Sentence::Sentence(const LanguageData& data, std::string_view whole, semiotic::Pieces<Piece> cut)
    : PieceSequence(whole, std::move(cut.all)),
      shared(data),
      numbers_(std::move(cut.numbers)),
      held_(std::move(cut.held)) {}

Sentence Sentence::part(std::size_t first, std::uint32_t end) const {
    semiotic::Pieces<Piece> cut;
    for (std::size_t i = first; i < size() && at(i).source.end <= end; ++i) {
        const Piece& piece = at(i);
        if (piece.kind == Kind::number)
            cut.add_number(piece.source, piece.text, number(i)).more = piece.more;
        else
            cut.add(piece.kind, piece.source, piece.text);
    }
    return {shared, text, std::move(cut)};
}

}  // namespace rawi::languages::cldr
