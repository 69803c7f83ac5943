// Converts tokens to pieces, the units that a reader of English perceives.
#include "languages/english/pieces.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/number_format.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

constexpr std::string_view ordinal_sign = "\xC2\xBA";  // U+00BA, sometimes used as a degree sign
constexpr std::string_view degree_sign = "\xC2\xB0";

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

/// Whether digits are grouped as 12,34,567: the last three, then two by two.
bool is_indian(std::string_view ascii) {
    constexpr std::size_t shortest = 8, group = 3, step = 3;
    if (ascii.size() < shortest || ascii.find('.') != std::string_view::npos) return false;
    std::size_t comma = ascii.size() - group - 1;
    for (; ascii[comma] == ','; comma -= step) {
        if (comma <= 2) return comma > 0 && comma + group + 1 < ascii.size();
    }
    return false;
}

class Cutter {
  public:
    Cutter(const Tables& tables, const wording::TokenizedSentence& line)
        : tables_(tables), line_(line) {
        pieces_.all.reserve(line.tokens.size());
    }

    Pieces cut() {
        for (const wording::Token& token : line_.tokens)
            add(token);
        return std::move(pieces_);
    }

  private:
    void add(const wording::Token& token) {
        const std::string_view text = token.source.of(line_.text);
        switch (token.kind) {
            case wording::Token::Kind::space:
                return add(Kind::space, token.source, text);
            case wording::Token::Kind::punctuation:
                return add(Kind::punctuation, token.source, text);
            case wording::Token::Kind::number:
                return add_number(token.source, semiotic::is_ascii(text)
                                                    ? text
                                                    : hold(wording::ascii_digits(text)));
            case wording::Token::Kind::symbol:
                return add_symbol(token.source, text);
            case wording::Token::Kind::word:
                return add_word(token.source, text);
        }
    }

    void add(Kind kind, Span source, std::string_view text) { pieces_.add(kind, source, text); }

    void add_number(Span source, std::string_view ascii) {
        pieces_.add_number(source, ascii, read_number_token(ascii, line_.number_format));
    }

    /// Adds a sign. One that represents letters or digits (a Roman numeral, a circled digit)
    /// becomes those.
    void add_symbol(Span source, std::string_view text) {
        const bool known =
            semiotic::is_ascii(text) || tables_.symbols.has(text) || tables_.fractions.has(text);
        if (known) return add(Kind::symbol, source, text);
        std::string plain = wording::normalize_word(text);
        if (!plain.empty() && std::all_of(plain.begin(), plain.end(), is_figure))
            return add_number(source, hold(std::move(plain)));
        const bool letters = plain.size() > 1 && semiotic::is_ascii(plain) &&
                             std::all_of(plain.begin(), plain.end(), [](char c) {
                                 return u_isalpha(static_cast<unsigned char>(c)) != 0;
                             });
        if (letters) return add_letters(source, hold(std::move(plain)));
        add(Kind::symbol, source, text);
    }

    void add_word(Span source, std::string_view text) {
        if (semiotic::is_ascii(text)) return add_letters(source, text);
        if (text.starts_with(ordinal_sign)) {
            const auto size = static_cast<std::uint32_t>(ordinal_sign.size());
            const Span sign{.begin = source.begin, .end = source.begin + size};
            add(Kind::symbol, sign, degree_sign);
            if (text.size() > size)
                add_word({.begin = sign.end, .end = source.end}, text.substr(size));
            return;
        }
        add_letters(source, hold(wording::normalize_word(text)));
    }

    void add_letters(Span source, std::string_view text) {
        Piece& piece = pieces_.add(Kind::word, source, text);
        piece.low = text;
        const bool capitals = std::any_of(text.begin(), text.end(), is_capital);
        if (!capitals) return;
        piece.capital = is_capital(text.front());
        const bool small =
            std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        piece.upper = text.size() > 1 && !small;
        std::string low(text);
        for (char& c : low)
            c = is_capital(c) ? static_cast<char>(c + ('a' - 'A')) : c;
        piece.low = hold(std::move(low));
    }

    std::string_view hold(std::string text) { return pieces_.hold(std::move(text)); }

    const Tables& tables_;
    const wording::TokenizedSentence& line_;
    Pieces pieces_;
};

}  // namespace

wording::WrittenNumber read_number_token(std::string_view ascii,
                                         const wording::NumberFormat& number_format) {
    if (is_indian(ascii)) {
        std::string digits(ascii);
        std::erase(digits, ',');
        wording::WrittenNumber figure = wording::read_number(digits, number_format);
        figure.grouped = true;
        return figure;
    }
    wording::WrittenNumber figure = wording::read_number(ascii, number_format);
    const bool comma = ascii.find(',') != std::string_view::npos;
    const bool stop = ascii.find('.') != std::string_view::npos;
    const bool decimal_comma = comma && !stop && !figure.fraction.empty();
    if (!decimal_comma || number_format.comma_is_decimal) return figure;
    figure.dotted = wording::split(ascii, ',');
    figure.fraction.clear();
    return figure;
}

Pieces cut_pieces(const Tables& tables, const wording::TokenizedSentence& line) {
    return Cutter(tables, line).cut();
}

}  // namespace rawi::languages::english
