// Says web and e-mail addresses.
#include <string>

#include "languages/arabic/latin.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace {

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What is said for a sign in an address; empty if the sign is not said.
std::string_view sign_words(const Tables& tables, char c) {
    switch (c) {
        case '.':
            return tables.word("dot");
        case '@':
            return tables.word("at");
        case '/':
            return tables.word("slash");
        case '-':
            return tables.word("dash");
        case '_':
            return tables.word("underscore");
        default:
            return {};
    }
}

/// The words for digits in an address: a short number as a cardinal, a longer one digit by digit.
std::string figure_words(const Sentence& s, std::string_view figures) {
    constexpr std::size_t short_number = 4;
    if (figures.size() > short_number || figures[0] == '0') return s.numerals.digits(figures);
    return s.numerals.cardinal(wording::read_number(figures, {}).value, {});
}

std::size_t run_from(std::string_view text, std::size_t at, bool (*is)(char)) {
    std::size_t end = at;
    while (end < text.size() && is(text[end]))
        ++end;
    return end - at;
}

}  // namespace

std::string address_words(const Sentence& s, std::string_view address) {
    std::string said;
    for (std::size_t at = 0; at < address.size();) {
        std::string words;
        std::size_t size = 1;
        if (const std::size_t letters = run_from(address, at, is_ascii_letter); letters > 0) {
            const std::string_view label = address.substr(at, letters);
            words = letters <= 2 ? latin_letters(s.tables, label) : latin_words(s.tables, label);
            size = letters;
        } else if (const std::size_t digits = run_from(address, at, is_ascii_digit); digits > 0) {
            words = figure_words(s, address.substr(at, digits));
            size = digits;
        } else {
            words = sign_words(s.tables, address[at]);
        }
        at += size;
        if (words.empty()) continue;
        if (!said.empty()) said += ' ';
        said += words;
    }
    return said;
}

}  // namespace rawi::languages::arabic
