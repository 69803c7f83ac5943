// Converts tokens to pieces, the units that a reader of Arabic perceives.
#include "languages/arabic/pieces.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

constexpr char32_t first_subscript = 0x2080;

UScriptCode script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status);
}

enum class Script { arabic, latin, other };

/// The script of a letter; nothing for one that belongs to the letter before it, such as tatweel.
std::optional<Script> script_of_letter(char32_t c) {
    if (u_isalpha(static_cast<UChar32>(c)) == 0) return {};
    if (c < 0x80) return Script::latin;
    switch (script_of(c)) {
        case USCRIPT_ARABIC:
            return Script::arabic;
        case USCRIPT_LATIN:
            return Script::latin;
        case USCRIPT_COMMON:
        case USCRIPT_INHERITED:
            return {};
        default:
            return Script::other;
    }
}

/// Splits a word token by script. Marks and joiners belong to the letter before them.
void add_word(Pieces& pieces, std::string_view text, Span source) {
    const auto close = [&](std::uint32_t begin, std::uint32_t end, Script script) {
        if (begin == end) return;
        const Span part{.begin = begin, .end = end};
        const bool latin = script == Script::latin;
        pieces.add(latin ? Kind::latin : Kind::word, part,
                   pieces.hold(wording::normalize_word(part.of(text)), part.of(text)));
    };
    std::uint32_t begin = source.begin;
    std::optional<Script> script;
    for (std::uint32_t at = source.begin; at < source.end;) {
        const utf8::Decoded next = utf8::decode(text, at);
        const std::optional<Script> own = script_of_letter(next.code);
        if (own && script && own != script) {
            close(begin, at, *script);
            begin = at;
        }
        if (own) script = own;
        at += next.size;
    }
    close(begin, source.end, script.value_or(Script::arabic));
}

/// The Arabic letter that is pronounced for a letter of Persian, Urdu, Kurdish, the Maghreb and so
/// on.
char32_t as_said(char32_t c) {
    switch (c) {
        case 0x0671:  // alif wasla
            return alphabet::alif;
        case 0x067E:  // peh
            return alphabet::ba;
        case 0x0686:  // tcheh
        case 0x0698:  // jeh
            return alphabet::jim;
        case 0x06A4:  // veh
            return alphabet::fa;
        case 0x06AD:  // ng
        case 0x06AF:  // gaf
        case 0x0763:  // keheh with three dots
            return alphabet::ghayn;
        case 0x06BE:  // heh doachashmee
        case 0x06C0:  // heh with yeh above
        case 0x06C1:
        case 0x06D5:
            return alphabet::ha;
        case 0x0679:  // tteh
            return alphabet::ta;
        case 0x0688:  // ddal
            return alphabet::dal;
        case 0x0691:  // rreh
        case 0x0695:  // reh with small v below
            return alphabet::ra;
        case 0x06A5:  // feh with three dots below
            return alphabet::fa;
        case 0x06A8:  // qaf with three dots
            return alphabet::qaf;
        case 0x06B5:  // lam with small v
            return alphabet::lam;
        case 0x06BA:  // noon ghunna
            return alphabet::nun;
        case 0x06C6:  // oe
        case 0x06C7:  // u
            return alphabet::waw;
        case 0x06CD:  // yeh with tail
        case 0x06CE:  // yeh with small v
        case 0x06D0:  // e
        case 0x06D2:  // yeh barree
            return alphabet::ya;
        default:
            return c;
    }
}

/// Takes clitics attached to a number ("bi", "wal" ...), and the space after them, from the pieces
/// before it. A space may follow a single letter or a letter with tatweel. The number's source
/// starts with theirs.
Prefix take_prefix(const Tables& tables, std::string_view text, std::vector<Piece>& pieces,
                   Span& number) {
    const bool spaced = pieces.size() > 1 && pieces.back().kind == Kind::space;
    const std::size_t before = pieces.size() - (spaced ? 2U : 1U);
    if (pieces.empty() || pieces[before].kind != Kind::word) return {};
    const Piece& word = pieces[before];
    if (word.given) return {};
    constexpr std::size_t letter = 2;
    const auto* const row = tables.prefixes.find(strip_diacritics(word.text));
    if (row == nullptr) return {};
    const bool alone = before == 0 || pieces[before - 1].kind == Kind::space;
    const bool open = (alone && word.text.size() == letter) || !row->article.empty() ||
                      word.source.of(text).ends_with(written::tatweel);
    if (spaced && !open) return {};
    number.begin = word.source.begin;
    pieces.resize(before);
    return {.conjunction = row->conjunction,
            .preposition = row->preposition,
            .article = !row->article.empty()};
}

/// "2.500 soldiers": a full stop before three digits separates thousands if a countable noun
/// follows or the digits are zeros.
void count_in_thousands(const Tables& tables, Pieces& all) {
    const std::vector<Piece>& pieces = all.all;
    for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
        if (pieces[i].kind != Kind::number) continue;
        wording::WrittenNumber& figure = all.numbers[pieces[i].number];
        if (!figure.ambiguous || figure.fraction.size() != 3) continue;
        if (pieces[i + 1].kind != Kind::space || pieces[i + 2].kind != Kind::word) continue;
        const std::string word = strip_diacritics(pieces[i + 2].text);
        constexpr std::size_t shortest = 6;
        if (word.size() < shortest) continue;
        if (tables.scales.has(word) || tables.particles.has(word) || tables.units.has(word))
            continue;
        const std::optional<Governs> governs = tables.governed_by(word);
        if (word.starts_with(written::article) || governs == Governs::genitive ||
            governs == Governs::maybe)
            continue;
        const bool measured = !tables.noun_of(word).empty() && !tables.genders.has(word);
        if (measured && !figure.fraction.ends_with("00")) continue;
        wording::set_whole(figure, figure.digits + figure.fraction);
        figure.fraction.clear();
        figure.grouped = true;
    }
}

}  // namespace

std::string keep_arabic_letters(std::string_view word) {
    std::string result;
    bool any = false;
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        const char32_t c = as_said(next.code);
        const bool letter = alphabet::is_letter(c);
        const bool mark = alphabet::is_mark(c) || c == alphabet::dagger_alif;
        if (letter || mark || c == ' ') utf8::append(result, c);
        any = any || letter;
    }
    return any ? result : std::string();
}

std::string strip_diacritics(std::string_view word) {
    std::string result;
    result.reserve(word.size());
    std::size_t kept = 0;  // from where on letters are not yet in the result
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        if (alphabet::is_mark(next.code) || next.code == alphabet::dagger_alif) {
            result += word.substr(kept, at - kept);
            kept = at + next.size;
        }
        at += next.size;
    }
    result += word.substr(kept);
    return result;
}

namespace {

/// Adds the number that starts with token `i`, with spaces between its groups if no override holds
/// it (`held`), and with the clitics attached to it if they are `free`. Returns its last token.
std::size_t add_number(const Tables& tables, const wording::TokenizedSentence& line, std::size_t i,
                       bool held, bool free, Pieces& pieces) {
    const std::size_t last = held ? i : wording::spaced_groups(line, i);
    Span source{.begin = line.tokens[i].source.begin, .end = line.tokens[last].source.end};
    std::string digits = wording::ascii_digits(source.of(line.text));
    std::erase(digits, ' ');
    const std::string_view text = pieces.hold(std::move(digits), source.of(line.text));
    wording::WrittenNumber number = wording::read_number(text, line.number_format);
    number.grouped = number.grouped || last > i;
    pieces.prefixes.push_back(free ? take_prefix(tables, line.text, pieces.all, source) : Prefix());
    pieces.add_number(source, text, std::move(number));
    return last;
}

/// Adds a space or a sign. A subscript digit is a number.
void add_sign(const wording::Token& token, const wording::TokenizedSentence& line, Pieces& pieces) {
    const std::string_view text = token.source.of(line.text);
    const bool symbol = token.kind == wording::Token::Kind::symbol;
    const char32_t c = utf8::decode(text, 0).code;
    constexpr char32_t last_subscript = first_subscript + 9;
    if (symbol && c >= first_subscript && c <= last_subscript) {
        const auto digit = static_cast<char>('0' + static_cast<int>(c - first_subscript));
        const std::string_view one = pieces.hold(std::string(1, digit), text);
        pieces.prefixes.emplace_back();
        pieces.add_number(token.source, one, wording::read_number(one, line.number_format));
        return;
    }
    const bool punctuation = token.kind == wording::Token::Kind::punctuation;
    pieces.add(symbol        ? Kind::symbol
               : punctuation ? Kind::punctuation
                             : Kind::space,
               token.source, text);
}

}  // namespace

Pieces cut_pieces(const Tables& tables, const wording::TokenizedSentence& line) {
    Pieces pieces;
    pieces.all.reserve(line.tokens.size() + 1);
    auto given = line.overrides.begin();
    for (std::size_t i = 0; i < line.tokens.size(); ++i) {
        const wording::Token& token = line.tokens[i];
        while (given != line.overrides.end() && given->source.end <= token.source.begin)
            ++given;
        const bool within = given != line.overrides.end() && given->source.contains(token.source);
        // What is attached to a text that markup requests stays outside it.
        const bool request = within && given->request;
        const bool held = within && (!request || given->request->source.contains(token.source));
        const bool free = !held || (request && given->request->source.begin == token.source.begin &&
                                    given->source.begin < token.source.begin);
        const std::size_t first = pieces.all.size();
        if (token.kind == wording::Token::Kind::word)
            add_word(pieces, line.text, token.source);
        else if (token.kind == wording::Token::Kind::number)
            i = add_number(tables, line, i, held, free, pieces);
        else
            add_sign(token, line, pieces);
        for (std::size_t k = first; held && k < pieces.all.size(); ++k)
            pieces.all[k].given = true;
    }
    count_in_thousands(tables, pieces);
    return pieces;
}

}  // namespace rawi::languages::arabic
