// Text that is safe for eSpeak NG 1.51. It crashes on ordinary text ("a . " 150 times, three
// Braille signs, words of 400 phonemes) and loses vowels that are written before a shadda; all of
// this is avoided here.
#include "speech/espeak/engine_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.h"

namespace rawi::speech::espeak {

namespace {

constexpr std::size_t longest_word = 60;       // characters
constexpr std::size_t longest_phonetic = 150;  // mnemonics; the engine's limit is 200
constexpr std::size_t longest_run = 3;         // of one character
constexpr char32_t shadda = 0x0651;
constexpr char32_t length_mark = 0x02D0;

struct Symbol {
    std::u32string_view ipa;
    std::string_view mnemonic;
    bool vowel = false;
};

/// Longer symbols first. Mnemonics: phsource/ph_arabic and its parents, eSpeak NG 1.51.
constexpr std::array<Symbol, 45> symbols = {{
    {U"t\u02E4", "t["},
    {U"d\u02E4", "dH"},
    {U"s\u02E4", "s["},
    {U"\u00F0\u02E4", "Z"},
    {U"z\u02E4", "Z"},
    {U"d\u0292", "dZ"},
    {U"t\u0283", "tS"},
    {U"b", "b"},
    {U"t", "t"},
    {U"d", "d"},
    {U"k", "k"},
    {U"\u0261", "g"},
    {U"g", "g"},
    {U"q", "q"},
    {U"\u0294", "?"},
    {U"p", "p"},
    {U"f", "f"},
    {U"v", "v"},
    {U"\u03B8", "T"},
    {U"\u00F0", "D"},
    {U"s", "s"},
    {U"z", "z"},
    {U"\u0283", "S"},
    {U"\u0292", "z;"},
    {U"\u03C7", "X"},
    {U"x", "X"},
    {U"\u0127", "H"},
    {U"\u0295", "A"},
    {U"\u0263", "Q"},
    {U"h", "h"},
    {U"m", "m"},
    {U"n", "n"},
    {U"l", "l"},
    {U"j", "j"},
    {U"w", "w"},
    {U"r", "R"},
    {U"a", "a", true},
    {U"i", "i", true},
    {U"u", "u", true},
    {U"\u0251", "a.", true},
    {U"e", "e", true},
    {U"o", "o", true},
    {U"\u0259", "@", true},
    {U"\u02C8", "'", true},
    {U"\u02CC", ",", true},
}};

const Symbol* symbol_at(std::u32string_view ipa) {
    const auto* const found = std::find_if(
        symbols.begin(), symbols.end(),
        [&](const Symbol& symbol) { return ipa.substr(0, symbol.ipa.size()) == symbol.ipa; });
    return found == symbols.end() ? nullptr : &*found;
}

std::u32string code_points(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        result.push_back(next.code);
        at += next.size;
    }
    return result;
}

bool between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

bool is_vowel_mark(char32_t c) {
    return between(c, 0x064B, 0x0650) || c == 0x0652;
}

/// Letters, digits and marks; hyphens and apostrophes inside a word.
bool may_be_heard(char32_t c) {
    if (c < 0x80) return between(c, '0', '9') || between(c | 0x20U, 'a', 'z') || c == '\'';
    if (between(c, 0x80, 0xBF)) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7 || c == 0x0640 || c == 0x061C) return false;
    if (between(c, 0x060C, 0x060D) || c == 0x061B || c == 0x061F || c == 0x06D4) return false;
    if (between(c, 0x2000, 0x2BFF) || between(c, 0x3000, 0x3003)) return false;
    if (between(c, 0x3008, 0x3020) || between(c, 0xD800, 0xF8FF)) return false;
    return !between(c, 0xFE00, 0xFE0F) && c != 0xFEFF && !between(c, 0xFFF0, 0xFFFF) && c < 0x1F000;
}

std::string_view mark_of(Boundary boundary) {
    switch (boundary) {
        case Boundary::none:
            return "";
        case Boundary::comma:
            return ",";
        case Boundary::sentence:
            return ".";
        case Boundary::question:
            return "?";
        case Boundary::exclamation:
            return "!";
    }
    return "";
}

/// Whether the long vowel at `at`, if there is one, must be marked to stay long: it has no stress
/// while its word has one elsewhere, and it does not end the word. The engine makes it shorter (110
/// ms at 160 words a minute) than a short vowel with stress (138 ms); with a secondary stress it is
/// the longer one (165 ms).
bool wants_length(std::u32string_view text, std::size_t at) {
    constexpr std::u32string_view stresses = U"\u02C8\u02CC";
    const Symbol* const vowel = symbol_at(text.substr(at));
    if (vowel == nullptr || !vowel->vowel) return false;
    const std::size_t after = at + vowel->ipa.size() + 1;
    const bool is_long = after < text.size() && text[after - 1] == length_mark;
    const bool stressed = at > 0 && stresses.find(text[at - 1]) != std::u32string_view::npos;
    return is_long && !stressed && text.find(stresses.front()) != std::u32string_view::npos;
}

}  // namespace

Result<std::string> mnemonics_of(std::string_view ipa) {
    const std::u32string text = code_points(ipa);
    std::string result;
    std::size_t count = 0;
    const Symbol* last = nullptr;
    for (std::size_t at = 0; at < text.size() && count < longest_phonetic; ++count) {
        if (text[at] == length_mark && last != nullptr) {
            // A long vowel has this mark; a long consonant is written twice.
            result += last->vowel ? ":" : std::string("|").append(last->mnemonic);
            ++at;
            continue;
        }
        const Symbol* const symbol = symbol_at(std::u32string_view(text).substr(at));
        if (symbol == nullptr) {
            std::string name;
            utf8::append(name, text[at]);
            return fail(Error::Kind::engine,
                        fmt::format(R"(no phoneme for "{}" in "{}")", name, ipa));
        }
        // "|" prevents two mnemonics from being read as one ("s|H"); it is not allowed between
        // vowels.
        if (last != nullptr && !last->vowel && !symbol->vowel) result += '|';
        if (wants_length(text, at)) result += ',';
        result += symbol->mnemonic;
        last = symbol;
        at += symbol->ipa.size();
    }
    return result;
}

std::string harmless(std::string_view word) {
    std::u32string kept;
    for (const char32_t written : code_points(word)) {
        const char32_t c = written == 0x2019 ? U'\'' : written;  // don't
        if (!may_be_heard(c) || kept.size() >= longest_word) continue;
        const bool run =
            kept.size() >= longest_run && std::all_of(kept.end() - longest_run, kept.end(),
                                                      [c](char32_t other) { return other == c; });
        if (run) continue;
        kept.push_back(c);
        const std::size_t size = kept.size();
        if (c == shadda && size > 1 && is_vowel_mark(kept[size - 2])) {
            std::swap(kept[size - 1], kept[size - 2]);
        }
    }
    while (!kept.empty() && kept.back() == U'\'')
        kept.pop_back();
    std::string result;
    for (const char32_t c : kept)
        utf8::append(result, c);
    return result;
}

Result<EngineText> engine_text(std::span<const SpokenWord> words, bool phonetic) {
    EngineText out;
    std::uint32_t at = 0;
    const auto add = [&](std::string_view piece) {
        out.text += piece;
        at += static_cast<std::uint32_t>(utf8::length(piece));
    };
    for (const SpokenWord& word : words) {
        out.begin.push_back(at);
        if (phonetic && !word.pronunciation.empty()) {
            RAWI_TRY(const std::string mnemonics, mnemonics_of(word.pronunciation));
            add(fmt::format("[[{}]]", mnemonics));
        } else {
            add(harmless(word.text));
        }
        out.end.push_back(at);
        if (out.begin.back() == at) continue;
        add(mark_of(word.after));
        add(" ");
    }
    return out;
}

}  // namespace rawi::speech::espeak
