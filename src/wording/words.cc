// Operations on words that all languages share.
#include "wording/words.h"

#include <algorithm>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "wording/number_format.h"
#include "wording/segmentation.h"
#include "wording/token.h"

namespace rawi::wording {

namespace {

bool is_dropped(char32_t c) {
    return c == 0x0640 || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

char32_t as_arabic(char32_t c) {
    if (c == 0x06CC) return 0x064A;
    if (c == 0x06A9) return 0x0643;
    return c;
}

bool any_of_script(std::string_view word, UScriptCode wanted) {
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        UErrorCode status = U_ZERO_ERROR;
        if (uscript_getScript(static_cast<UChar32>(next.code), &status) == wanted) return true;
    }
    return false;
}

}  // namespace

Boundary boundary_of(std::string_view token) {
    const char32_t c = utf8::decode(token, 0).code;
    switch (c) {
        case '.':
        case 0x06D4:
        case 0x2026:
            return Boundary::sentence;
        case '?':
        case 0x061F:
            return Boundary::question;
        case '!':
            return Boundary::exclamation;
        case ',':
        case 0x060C:
        case ';':
        case 0x061B:
        case ':':
        case 0x2013:
        case 0x2014:
        case '(':
        case ')':
            return Boundary::comma;
        default:
            return Boundary::none;
    }
}

void add_words(std::vector<Word>& words, std::string_view text, Span source,
               SemioticClass semiotic_class, std::string_view rule) {
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view one = text.substr(0, space);
        if (!one.empty()) {
            Word word;
            word.spoken = one;
            word.source = source;
            word.semiotic_class = semiotic_class;
            word.rule = rule;
            words.push_back(std::move(word));
        }
        if (space == std::string_view::npos) return;
        text.remove_prefix(space + 1);
    }
}

void add_override(std::vector<Word>& words, const Override& given, std::vector<Skip>& skips) {
    words.insert(words.end(), given.words.begin(), given.words.end());
    if (given.words.empty() && given.reason) add_skip(skips, given.source, *given.reason);
}

void add_skip(std::vector<Skip>& skips, Span source, SkipReason reason) {
    Skip skip;
    skip.source = source;
    skip.reason = reason;
    skips.push_back(std::move(skip));
}

std::string normalize_word(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFKCInstance(status);
    std::string source(word);
    if (form != nullptr && form->isNormalizedUTF8(source, status) == 0) {
        const icu::UnicodeString wide =
            form->normalize(icu::UnicodeString::fromUTF8(source), status);
        source.clear();
        wide.toUTF8String(source);
    }
    std::string result;
    bool space = false;  // ligatures of whole phrases contain spaces
    for (std::size_t at = 0; at < source.size();) {
        const utf8::Decoded next = utf8::decode(source, at);
        at += next.size;
        if (u_isUWhiteSpace(static_cast<UChar32>(next.code)) != 0) {
            space = !result.empty();
        } else if (!is_dropped(next.code)) {
            if (std::exchange(space, false)) result += ' ';
            utf8::append(result, as_arabic(next.code));
        }
    }
    return result;
}

std::string fold_for_match(std::string_view word) {
    const std::string clean = normalize_word(word);
    std::string result;
    for (std::size_t at = 0; at < clean.size();) {
        const utf8::Decoded next = utf8::decode(clean, at);
        at += next.size;
        const char32_t c = next.code;
        const bool mark = (c >= 0x064B && c <= 0x0652) || c == 0x0670;
        if (mark) continue;
        const int digit = u_charDigitValue(static_cast<UChar32>(c));
        if (digit >= 0) {
            result += static_cast<char>('0' + digit);
        } else {
            utf8::append(result, c == 0x2019 ? U'\'' : c);
        }
    }
    return result;
}

std::vector<Word> say_text(const Language& language, std::string_view text,
                           const NumberFormat& number_format) {
    const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    std::vector<Skip> skips;
    std::vector<Token> tokens = tokenize(text, all);
    for (std::size_t i = tokens.size(); i-- > 1;)
        if (is_excess(tokens, i)) tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i));
    std::vector<Word> words =
        language.say({.text = text, .tokens = tokens, .number_format = number_format}, skips);
    for (Word& word : words)
        word.source = all;
    return words;
}

bool is_latin(std::string_view word) {
    return any_of_script(word, USCRIPT_LATIN);
}

bool has_arabic(std::string_view word) {
    return any_of_script(word, USCRIPT_ARABIC);
}

void raise_boundary(std::vector<Word>& words, Boundary boundary) {
    if (words.empty() || boundary == Boundary::none) return;
    Word& last = words.back();
    last.after = std::max(last.after, boundary);
}

}  // namespace rawi::wording
