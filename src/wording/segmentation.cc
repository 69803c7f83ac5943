// Sentence and token boundaries. Everything here is linear in the length of the text.
#include "wording/segmentation.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/utf8.h"
#include "wording/language.h"

namespace rawi::wording {

namespace {

Token::Kind kind_of(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    if (u_isUWhiteSpace(code) != 0) return Token::Kind::space;
    if (u_isdigit(code) != 0) return Token::Kind::number;
    const bool joiner = c == 0x200C || c == 0x200D || c == 0x0640 || (c >= 0x202A && c <= 0x202E) ||
                        c == 0x200E || c == 0x200F || (c >= 0x2066 && c <= 0x2069) || c == 0xAD;
    if (u_isalpha(code) != 0 || u_charType(code) == U_NON_SPACING_MARK || joiner) {
        return Token::Kind::word;
    }
    return u_ispunct(code) != 0 && c != '%' && c != 0x066A && c != '@' && c != '&' && c != '#'
               ? Token::Kind::punctuation
               : Token::Kind::symbol;
}

/// Whether `c` between two digits belongs to the number: 3.5, 1,250, and the Arabic marks.
bool joins_digits(char32_t c) {
    return c == '.' || c == ',' || c == 0x066B || c == 0x066C;
}

/// Whether `c` between two letters belongs to the word: "don't".
bool joins_letters(char32_t c) {
    return c == '\'' || c == 0x2019;
}

/// The kind of the character at byte `at`; nothing at the end.
std::optional<Token::Kind> kind_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
    if (at >= end) return std::nullopt;
    return kind_of(utf8::decode(text, at).code);
}

bool continues(Token::Kind kind, const utf8::Decoded& next, std::optional<Token::Kind> after) {
    if (kind == Token::Kind::number && joins_digits(next.code)) return after == kind;
    if (kind == Token::Kind::word && joins_letters(next.code)) return after == kind;
    const bool runs = kind != Token::Kind::punctuation && kind != Token::Kind::symbol;
    return runs && kind_of(next.code) == kind;
}

/// Whether a token that comes after `tokens` is what follows the first digits of a number.
bool is_excess(std::span<const Token> tokens, const Token& token) {
    if (token.kind != Token::Kind::number || tokens.empty()) return false;
    const Token& before = tokens.back();
    return before.kind == Token::Kind::number && before.source.end == token.source.begin &&
           before.source.size() >= most_digits;
}

/// Whether a sentence has letters, unlike the "2." that opens a heading.
bool has_letters(std::string_view part) {
    for (std::size_t at = 0; at < part.size();) {
        const utf8::Decoded next = utf8::decode(part, at);
        if (u_isalpha(static_cast<UChar32>(next.code)) != 0) return true;
        at += next.size;
    }
    return false;
}

bool is_ascii_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

using TextHandle = std::unique_ptr<UText, decltype(&utext_close)>;

/// ICU's rules for sentences of a language. They are loaded once for each language, and copies
/// share them.
std::unique_ptr<icu::BreakIterator> sentence_breaks(std::string_view tag) {
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>, std::less<>> loaded;
    auto found = loaded.find(tag);
    if (found == loaded.end()) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale(std::string(tag).c_str());
        found = loaded
                    .emplace(tag, std::unique_ptr<icu::BreakIterator>(
                                      icu::BreakIterator::createSentenceInstance(locale, status)))
                    .first;
    }
    return std::unique_ptr<icu::BreakIterator>(found->second->clone());
}

/// Whether `part` ends with an abbreviation that is a separate word, after which no sentence
/// ends. ICU's filtered iterator would also match the last letters of longer words.
bool ends_abbreviated(std::string_view part, const std::vector<std::string>& abbreviations) {
    while (!part.empty() && (part.back() == ' ' || part.back() == '\n'))
        part.remove_suffix(1);
    return std::any_of(
        abbreviations.begin(), abbreviations.end(), [&](const std::string& abbreviation) {
            if (!part.ends_with(abbreviation)) return false;
            const std::string_view before = part.substr(0, part.size() - abbreviation.size());
            const char32_t last = utf8::last(before);
            const bool figures = u_isdigit(static_cast<UChar32>(last)) != 0 &&
                                 u_isdigit(static_cast<unsigned char>(abbreviation.front())) != 0;
            if (figures) return false;
            return before.empty() || (last != '.' && u_isalpha(static_cast<UChar32>(last)) == 0);
        });
}

/// Where to cut a sentence that is too long for one breath and for the engine's buffers: at the
/// last comma before the limit, else at the last space before it, else at the first space after it.
/// Returns the end of the sentence if it needs no cut.
std::uint32_t place_to_cut(std::string_view text, Span sentence) {
    constexpr std::uint32_t longest_sentence = 2400;  // bytes
    std::uint32_t space = sentence.end;
    std::uint32_t comma = sentence.end;
    for (std::uint32_t at = sentence.begin + 1; at < sentence.end; ++at) {
        const bool far = at - sentence.begin > longest_sentence;
        if (far && space != sentence.end) break;
        if (text[at] != ' ') continue;
        space = at;
        const char32_t before = utf8::last(text.substr(sentence.begin, at - sentence.begin));
        const bool parts = before == ',' || before == ';' || before == 0x060C || before == 0x061B;
        if (parts && at - sentence.begin > longest_sentence / 2) comma = at;
    }
    if (sentence.size() <= longest_sentence) return sentence.end;
    return comma != sentence.end ? comma : space;
}

std::vector<Span> pieces_of(std::string_view text, Span sentence) {
    std::vector<Span> pieces;
    while (!sentence.empty()) {
        const std::uint32_t end = place_to_cut(text, sentence);
        pieces.push_back({.begin = sentence.begin, .end = end});
        sentence.begin = end;
        while (!sentence.empty() && text[sentence.begin] == ' ')
            ++sentence.begin;
    }
    return pieces;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, Span sentence) {
    std::vector<Token> tokens;
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
        const utf8::Decoded first = utf8::decode(text, at);
        Token token{.kind = kind_of(first.code), .source = {.begin = at, .end = at + first.size}};
        at += first.size;
        std::size_t digits = 1;
        while (at < sentence.end) {
            const utf8::Decoded next = utf8::decode(text, at);
            if (!continues(token.kind, next, kind_at(text, at + next.size, sentence.end))) break;
            const bool digit = kind_of(next.code) == Token::Kind::number;
            if (digit && digits == most_digits && !is_excess(tokens, token)) break;
            digits += digit ? 1 : 0;
            at += next.size;
        }
        token.source.end = at;
        tokens.push_back(token);
    }
    return tokens;
}

bool is_excess(const std::vector<Token>& tokens, std::size_t at) {
    return is_excess(std::span(tokens).first(at), tokens[at]);
}

std::vector<Span> split_sentences(std::string_view text, Span block, const Language& language,
                                  const std::vector<std::string>& more) {
    const std::string_view part = block.of(text);
    UErrorCode status = U_ZERO_ERROR;
    const TextHandle handle(
        utext_openUTF8(nullptr, part.data(), static_cast<std::int64_t>(part.size()), &status),
        &utext_close);
    const std::unique_ptr<icu::BreakIterator> breaks = sentence_breaks(language.tag());
    std::vector<Span> sentences;
    breaks->setText(handle.get(), status);
    const auto keep = [&](std::uint32_t first, std::uint32_t last) {
        const Span whole{.begin = block.begin + first, .end = block.begin + last};
        for (const Span piece : pieces_of(text, whole))
            sentences.push_back(piece);
    };
    std::uint32_t begin = 0;
    const auto add = [&](std::uint32_t end) {
        while (end > begin && u_isUWhiteSpace(static_cast<unsigned char>(part[end - 1])) != 0 &&
               static_cast<unsigned char>(part[end - 1]) < 0x80) {
            --end;
        }
        while (begin < end && (part[begin] == ' ' || part[begin] == '\t'))
            ++begin;
        if (begin < end) {
            keep(begin, end);
        }
    };
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
        // A full stop directly before a letter belongs to an abbreviation, and a question mark
        // there to a web address; neither ends a sentence.
        const auto stop = static_cast<std::uint32_t>(end);
        if (stop < part.size() && part[stop - 1] == '.') continue;
        if (stop < part.size() && part[stop - 1] == '?' && is_ascii_name(part[stop])) continue;
        const std::string_view sentence = part.substr(begin, stop - begin);
        if (!has_letters(sentence) || ends_abbreviated(sentence, language.abbreviations()) ||
            ends_abbreviated(sentence, more))
            continue;
        add(static_cast<std::uint32_t>(end));
        begin = static_cast<std::uint32_t>(end);
    }
    add(static_cast<std::uint32_t>(part.size()));
    return sentences;
}

}  // namespace rawi::wording
