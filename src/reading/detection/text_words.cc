// Words and their scripts.
#include "reading/detection/text_words.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace rawi::reading::detection {

namespace {

constexpr char32_t tatweel = 0x0640;

bool is_ascii_letter(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

bool is_apostrophe(char32_t code) {
    return code == '\'' || code == 0x2019 || code == 0x02BC;
}

/// Marks and joiners, which belong to the letter before them.
bool is_attached(char32_t code) {
    constexpr char32_t first_mark = 0x0300;
    if (code < first_mark) return false;
    return code == tatweel || code == 0x200C || code == 0x200D ||
           (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_M_MASK) != 0;
}

UScriptCode script_of(char32_t code) {
    if (is_ascii_letter(code)) return USCRIPT_LATIN;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
    if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return USCRIPT_JAPANESE;
    return script;
}

bool is_letter(char32_t code) {
    if (code < 0x80) return is_ascii_letter(code);
    return code != tatweel && u_isalpha(static_cast<UChar32>(code)) != 0;
}

/// Whether the text after a sign is in quotation marks, if it was `quoted` before.
bool is_quoted_after(char32_t code, bool quoted) {
    switch (code) {
        case '"':
            return !quoted;
        case 0x00AB:
        case 0x201C:
        case 0x201E:
            return true;
        case '\n':
        case 0x00BB:
        case 0x201D:
            return false;
        default:
            return quoted;
    }
}

}  // namespace

bool is_quotation_mark(char32_t code) {
    switch (code) {
        case '"':
        case 0x00AB:
        case 0x00BB:
        case 0x2018:
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x2039:
        case 0x203A:
            return true;
        default:
            return false;
    }
}

std::vector<TextWord> words_in(std::string_view text, Span span, std::size_t most) {
    std::vector<TextWord> words;
    bool open = false;
    bool quoted = false;
    char32_t before = 0;
    for (std::uint32_t at = span.begin; at < span.end;) {
        const utf8::Decoded next = utf8::decode(text, at);
        const std::uint32_t end = at + next.size;
        if (is_letter(next.code)) {
            const UScriptCode script = script_of(next.code);
            const bool same = open && (script == words.back().script || script == USCRIPT_COMMON ||
                                       script == USCRIPT_INHERITED);
            if (!same) {
                if (words.size() == most) break;
                const bool capital = u_isupper(static_cast<UChar32>(next.code)) != 0;
                words.push_back({.source = {.begin = at, .end = end},
                                 .script = script,
                                 .letters = 0,
                                 .capital = capital,
                                 .after_apostrophe = is_apostrophe(before),
                                 .quoted = quoted});
            }
            open = true;
            TextWord& word = words.back();
            const bool upper = u_isupper(static_cast<UChar32>(next.code)) != 0;
            word.all_capitals = upper && word.capital && (word.letters == 1 || word.all_capitals);
            ++word.letters;
            words.back().source.end = end;
        } else if (open && is_attached(next.code)) {
            words.back().source.end = end;
        } else {
            open = false;
            quoted = is_quoted_after(next.code, quoted);
        }
        before = next.code;
        at = end;
    }
    return words;
}

std::string key_of(std::string_view word) {
    std::string key;
    key.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        if (next.code < 0x80) {
            const bool capital = next.code >= 'A' && next.code <= 'Z';
            key += static_cast<char>(capital ? next.code - 'A' + 'a' : next.code);
        } else if (!is_attached(next.code)) {
            utf8::append(key, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next.code))));
        }
    }
    return key;
}

}  // namespace rawi::reading::detection
