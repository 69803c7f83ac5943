// Verbalizes text as the class that markup specifies, in Arabic.
#include "languages/arabic/say_as.h"

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "languages/arabic/latin.h"
#include "languages/arabic/numerals.h"
#include "wording/say_as.h"
#include "wording/words.h"

namespace rawi::languages::arabic {

namespace {

/// Digits of any script in ASCII; nothing else.
std::string digits_in(std::string_view text) {
    std::string digits;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        const int digit = u_charDigitValue(static_cast<UChar32>(next.code));
        if (digit >= 0) digits += static_cast<char>('0' + digit);
    }
    return digits;
}

/// The names of all letters, digits and signs.
std::string spelled_out(const Tables& tables, std::string_view text) {
    const Numerals numerals(tables.numbers);
    const std::string clean = wording::normalize_word(text);
    std::string said;
    for (std::size_t at = 0; at < clean.size();) {
        const utf8::Decoded next = utf8::decode(clean, at);
        const std::string_view one = std::string_view(clean).substr(at, next.size);
        at += next.size;
        const std::string digit = digits_in(one);
        std::string name = !digit.empty()           ? numerals.digits(digit)
                           : wording::is_latin(one) ? latin_letters(tables, one)
                                                    : tables.alphabet.at(one).said;
        if (name.empty()) name = tables.symbols.at(one).said;
        if (name.empty()) continue;
        if (!said.empty()) said += ' ';
        said += name;
    }
    return said;
}

}  // namespace

std::pair<std::string, SemioticClass> words_as(const Tables& tables, std::string_view text,
                                               wording::SayAs what, std::string_view format) {
    const std::string digits = digits_in(text);
    constexpr std::size_t most_digits = 15;
    if (what == wording::SayAs::characters)
        return {spelled_out(tables, text), SemioticClass::characters};
    if (what == wording::SayAs::digits)
        return {Numerals(tables.numbers).digits(digits), SemioticClass::digits};
    if (what == wording::SayAs::ordinal && !digits.empty() && digits.size() <= most_digits) {
        const Case in = format.find("genitive") != std::string_view::npos     ? Case::genitive
                        : format.find("accusative") != std::string_view::npos ? Case::accusative
                                                                              : Case::nominative;
        const bool feminine = format.find("feminine") != std::string_view::npos;
        return {Numerals(tables.numbers).ordinal(std::stoull(digits), feminine, in),
                SemioticClass::ordinal};
    }
    return {};
}

}  // namespace rawi::languages::arabic
