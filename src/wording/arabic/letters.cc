// Letters and their marks.
#include "wording/arabic/letters.h"

#include "base/utf8.h"

namespace rawi::arabic {

namespace {

bool is_letter(char32_t c) {
    return (c >= code::hamza && c <= 0x063A) || (c >= code::fa && c <= code::ya);
}

}  // namespace

std::vector<Letter> letters_of(std::string_view word) {
    std::vector<Letter> letters;
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        if (is_letter(next.code)) {
            letters.push_back({.code = next.code, .vowel = 0, .doubled = false, .dagger = false});
        } else if (letters.empty()) {
            continue;
        } else if (next.code == code::shadda) {
            letters.back().doubled = true;
        } else if (next.code == code::dagger) {
            letters.back().dagger = true;
        } else if (next.code >= code::fathatan && next.code <= code::sukun) {
            letters.back().vowel = next.code;
        }
    }
    for (std::size_t i = 1; i < letters.size(); ++i) {
        const bool carries = letters[i].code == code::alif || letters[i].code == code::alif_maqsura;
        if (carries && letters[i].vowel == code::fathatan && letters[i - 1].vowel == 0) {
            letters[i - 1].vowel = code::fathatan;
            letters[i].vowel = 0;
        }
    }
    return letters;
}

std::string spelled(const std::vector<Letter>& letters) {
    std::string text;
    for (const Letter& letter : letters) {
        utf8::append(text, letter.code);
        if (letter.doubled) utf8::append(text, code::shadda);
        if (letter.vowel != 0) utf8::append(text, letter.vowel);
        if (letter.dagger) utf8::append(text, code::dagger);
    }
    return text;
}

}  // namespace rawi::arabic
