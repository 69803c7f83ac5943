// Splits words into letters with their marks.
#include "languages/arabic/alphabet/alphabet.h"

#include "base/utf8.h"

namespace rawi::languages::arabic::alphabet {

std::vector<Letter> letters_of(std::string_view word) {
    std::vector<Letter> letters;
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        if (is_letter(next.code)) {
            letters.push_back({.code = next.code, .vowel = 0, .doubled = false, .dagger = false});
        } else if (letters.empty()) {
            continue;
        } else if (next.code == shadda) {
            letters.back().doubled = true;
        } else if (next.code == dagger_alif) {
            letters.back().dagger = true;
        } else if (is_mark(next.code)) {
            letters.back().vowel = next.code;
        }
    }
    for (std::size_t i = 1; i < letters.size(); ++i) {
        const bool carries = letters[i].code == alif || letters[i].code == alif_maqsura;
        if (carries && letters[i].vowel == fathatan && letters[i - 1].vowel == 0) {
            letters[i - 1].vowel = fathatan;
            letters[i].vowel = 0;
        }
    }
    return letters;
}

std::string spelled(const std::vector<Letter>& letters) {
    std::string text;
    for (const Letter& letter : letters) {
        utf8::append(text, letter.code);
        if (letter.doubled) utf8::append(text, shadda);
        if (letter.vowel != 0) utf8::append(text, letter.vowel);
        if (letter.dagger) utf8::append(text, dagger_alif);
    }
    return text;
}

}  // namespace rawi::languages::arabic::alphabet
