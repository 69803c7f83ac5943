// Tokens, cleaned: what a reader of Arabic sees as one thing is one piece.
#include "wording/arabic/pieces.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "wording/words.h"

namespace rawi::arabic {

namespace {

constexpr std::size_t most_digits = 15;
constexpr char32_t decimal_sign = 0x066B;
constexpr char32_t group_sign = 0x066C;
constexpr char32_t first_subscript = 0x2080;

std::vector<std::string> parted(std::string_view text, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

bool are_groups(const std::vector<std::string>& parts) {
    return parts.front().size() <= 3 &&
           std::all_of(parts.begin() + 1, parts.end(),
                       [](const auto& part) { return part.size() == 3; });
}

void set_whole(Figure& figure, std::string digits) {
    figure.digits = std::move(digits);
    const std::size_t first = figure.digits.find_first_not_of('0');
    const std::string_view significant = first == std::string::npos
                                             ? std::string_view()
                                             : std::string_view(figure.digits).substr(first);
    figure.large = significant.size() > most_digits;
    figure.value = 0;
    if (figure.large) return;
    for (const char digit : significant)
        figure.value = figure.value * 10 + static_cast<std::uint64_t>(digit - '0');
}

std::string without(std::string_view text, char mark) {
    std::string result(text);
    result.erase(std::remove(result.begin(), result.end(), mark), result.end());
    return result;
}

/// The figures of a token in ASCII; the Arabic marks as "d" and "g".
std::string ascii_of(std::string_view token) {
    std::string result;
    for (std::size_t at = 0; at < token.size();) {
        const utf8::Decoded next = utf8::decode(token, at);
        at += next.size;
        if (next.code == decimal_sign) {
            result += 'd';
        } else if (next.code == group_sign) {
            result += 'g';
        } else if (const int digit = u_charDigitValue(static_cast<UChar32>(next.code));
                   digit >= 0) {
            result += static_cast<char>('0' + digit);
        } else if (next.code < 0x80) {
            result += static_cast<char>(next.code);
        }
    }
    return result;
}

UScriptCode script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status);
}

/// A word token by scripts; marks and joiners go with what stands before them.
void add_word(std::vector<Piece>& pieces, std::string_view text, Span source) {
    const auto close = [&](std::uint32_t begin, std::uint32_t end, bool latin) {
        if (begin == end) return;
        const Span part{.begin = begin, .end = end};
        pieces.push_back(Piece{.kind = latin ? Piece::Kind::latin : Piece::Kind::word,
                               .source = part,
                               .text = clean_word(part.of(text)),
                               .figure = {},
                               .prefix = {}});
    };
    std::uint32_t begin = source.begin;
    bool latin = false;
    bool any = false;
    for (std::uint32_t at = source.begin; at < source.end;) {
        const utf8::Decoded next = utf8::decode(text, at);
        const bool letter = u_isalpha(static_cast<UChar32>(next.code)) != 0;
        const bool is_latin_letter =
            letter && (next.code < 0x80 || script_of(next.code) == USCRIPT_LATIN);
        if (letter && any && is_latin_letter != latin) {
            close(begin, at, latin);
            begin = at;
        }
        if (letter) {
            latin = is_latin_letter;
            any = true;
        }
        at += next.size;
    }
    close(begin, source.end, latin);
}

/// "3 500 000": groups of three with spaces between, where nothing else can be meant.
std::size_t spaced_groups(std::string_view text, const std::vector<Token>& tokens, std::size_t at) {
    const auto digits = [&](std::size_t i) {
        const std::string_view token = tokens[i].source.of(text);
        const bool plain =
            std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
        return tokens[i].kind == Token::Kind::number && plain ? token.size() : 0;
    };
    if (digits(at) == 0 || digits(at) > 3) return at;
    std::size_t last = at;
    bool hard = true;
    while (last + 2 < tokens.size() && tokens[last + 1].kind == Token::Kind::space &&
           digits(last + 2) == 3) {
        const std::string_view space = tokens[last + 1].source.of(text);
        const bool soft = space == " ";
        if (!soft && utf8::length(space) != 1) break;
        hard = hard && !soft;
        last += 2;
    }
    const bool ends = tokens[last].source.of(text).ends_with("00");
    return hard || last >= at + 4 || ends ? last : at;
}

/// Letters of Persian and other languages as Arabs say them.
char32_t as_said(char32_t c) {
    switch (c) {
        case 0x0671:  // alif wasla
            return 0x0627;
        case 0x067E:  // peh
            return 0x0628;
        case 0x0686:  // tcheh
        case 0x0698:  // jeh
            return 0x062C;
        case 0x06A4:  // veh
            return 0x0641;
        case 0x06AD:  // ng
        case 0x06AF:  // gaf
            return 0x063A;
        case 0x06BE:  // heh doachashmee
        case 0x06C1:
        case 0x06D5:
            return 0x0647;
        default:
            return c;
    }
}

/// What is glued to a number goes into it: "bi", "wal" and the like. A single letter, or one with a
/// tatweel, may have a space behind it.
void take_prefix(const Tables& tables, std::string_view text, std::vector<Piece>& pieces,
                 Piece& number) {
    const bool spaced = pieces.size() > 1 && pieces.back().kind == Piece::Kind::space;
    const std::size_t before = pieces.size() - (spaced ? 2U : 1U);
    if (pieces.empty() || pieces[before].kind != Piece::Kind::word) return;
    const Piece& word = pieces[before];
    constexpr std::string_view tatweel = "\xD9\x80";
    constexpr std::size_t letter = 2;
    const auto* const row = tables.prefixes.find(bare(word.text));
    if (row == nullptr) return;
    const bool alone = before == 0 || pieces[before - 1].kind == Piece::Kind::space;
    const bool open = (alone && word.text.size() == letter) || row->columns[2] != "-" ||
                      word.source.of(text).ends_with(tatweel);
    if (spaced && !open) return;
    const auto part = [&](std::size_t column) {
        return row->columns[column] == "-" ? std::string() : row->columns[column];
    };
    number.prefix = {.conjunction = part(0), .preposition = part(1), .article = !part(2).empty()};
    number.source.begin = word.source.begin;
    pieces.resize(before);
}

/// "2.500 soldiers": a stop before three digits parts thousands where what follows is counted in
/// whole numbers, or the digits are noughts.
void count_in_thousands(const Tables& tables, std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
        Figure& figure = pieces[i].figure;
        if (!figure.ambiguous || figure.fraction.size() != 3) continue;
        if (pieces[i + 1].kind != Piece::Kind::space || pieces[i + 2].kind != Piece::Kind::word)
            continue;
        const std::string word = bare(pieces[i + 2].text);
        constexpr std::size_t shortest = 6;
        if (word.size() < shortest) continue;
        if (tables.scales.has(word) || tables.particles.has(word) || tables.units.has(word))
            continue;
        const std::string_view governor = tables.governors.at(word);
        if (word.starts_with("\xD8\xA7\xD9\x84") || governor == "-" || governor == "maybe")
            continue;
        const bool measured = !tables.noun_of(word).empty() && !tables.genders.has(word);
        if (measured && !figure.fraction.ends_with("00")) continue;
        set_whole(figure, figure.digits + figure.fraction);
        figure.fraction.clear();
        figure.grouped = true;
    }
}

}  // namespace

std::string sayable(std::string_view word) {
    std::string result;
    bool any = false;
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        const char32_t c = as_said(next.code);
        const bool letter = (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A);
        const bool mark = (c >= 0x064B && c <= 0x0652) || c == 0x0670;
        if (letter || mark || c == ' ') utf8::append(result, c);
        any = any || letter;
    }
    return any ? result : std::string();
}

std::string bare(std::string_view word) {
    std::string result;
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        if (next.code < 0x064B || (next.code > 0x0652 && next.code != 0x0670)) {
            result += word.substr(at, next.size);
        }
        at += next.size;
    }
    return result;
}

Figure read_figure(std::string_view ascii, const Habits& habits) {
    Figure figure;
    std::string text = without(ascii, 'g');
    figure.grouped = text.size() != ascii.size();
    std::replace(text.begin(), text.end(), 'd', 'D');
    const auto split_at = [&](std::size_t mark) {
        figure.fraction = text.substr(mark + 1);
        std::string whole = without(without(text.substr(0, mark), ','), '.');
        figure.grouped = figure.grouped || whole.size() != mark;
        set_whole(figure, std::move(whole));
    };
    if (const std::size_t sign = text.find('D'); sign != std::string::npos) {
        split_at(sign);
        figure.fraction = without(without(figure.fraction, ','), '.');
        return figure;
    }
    const bool comma = text.find(',') != std::string::npos;
    const bool stop = text.find('.') != std::string::npos;
    if (comma && stop) {
        split_at(text.find_last_of(",."));
        return figure;
    }
    if (!comma && !stop) {
        set_whole(figure, text);
        return figure;
    }
    const std::vector<std::string> parts = parted(text, comma ? ',' : '.');
    const bool usual = comma ? !habits.comma_is_decimal : habits.stop_parts_thousands;
    figure.ambiguous = are_groups(parts) && parts.size() == 2 && parts.front() != "0";
    const bool groups = are_groups(parts) && parts.front() != "0" && (parts.size() > 2 || usual);
    if (groups) {
        figure.grouped = true;
        set_whole(figure, without(without(text, ','), '.'));
    } else if (parts.size() == 2) {
        split_at(parts.front().size());
    } else {
        figure.dotted = parts;
        set_whole(figure, parts.front());
    }
    return figure;
}

std::vector<Piece> cut_pieces(const Tables& tables, std::string_view text,
                              const std::vector<Token>& tokens, const Habits& habits) {
    std::vector<Piece> pieces;
    pieces.reserve(tokens.size() + 1);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == Token::Kind::word) {
            add_word(pieces, text, token.source);
            continue;
        }
        Piece piece;
        piece.source = token.source;
        piece.text = token.source.of(text);
        if (token.kind == Token::Kind::punctuation) piece.kind = Piece::Kind::punctuation;
        if (token.kind == Token::Kind::symbol) piece.kind = Piece::Kind::symbol;
        if (token.kind == Token::Kind::number) {
            piece.kind = Piece::Kind::number;
            const std::size_t last = spaced_groups(text, tokens, i);
            const bool spaces = last > i;
            piece.source.end = tokens[last].source.end;
            piece.text = ascii_of(piece.source.of(text));
            piece.text = without(piece.text, ' ');
            i = last;
            piece.figure = read_figure(piece.text, habits);
            piece.figure.grouped = piece.figure.grouped || spaces;
            take_prefix(tables, text, pieces, piece);
        }
        if (const char32_t c = utf8::decode(piece.text, 0).code;
            token.kind == Token::Kind::symbol && c >= first_subscript && c <= first_subscript + 9) {
            piece.kind = Piece::Kind::number;  // "CO2" with a small 2
            piece.text = static_cast<char>('0' + static_cast<int>(c - first_subscript));
            piece.figure = read_figure(piece.text, habits);
        }
        pieces.push_back(std::move(piece));
    }
    count_in_thousands(tables, pieces);
    return pieces;
}

}  // namespace rawi::arabic
