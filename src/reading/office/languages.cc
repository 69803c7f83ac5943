// Which language the text of an office file is in, according to its markup.
#include "reading/office/languages.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/language_tag.h"
#include "base/utf8.h"

namespace rawi::reading::office {

namespace {

enum class Group : std::uint8_t { latin, asian, complex };

Group group_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_YI:
            return Group::asian;
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_CYRILLIC:
        case USCRIPT_ARMENIAN:
        case USCRIPT_GEORGIAN:
            return Group::latin;
        default:
            return Group::complex;
    }
}

/// The letters of a text in each group.
std::array<std::size_t, 3> letters_in(std::string_view text) {
    std::array<std::size_t, 3> letters = {};
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        if (u_isalpha(static_cast<UChar32>(next.code)) != 0)
            ++letters.at(static_cast<std::size_t>(group_of(next.code)));
    }
    return letters;
}

}  // namespace

void Languages::update(const Languages& inner) {
    for (auto member : {&Languages::latin, &Languages::asian, &Languages::complex})
        if (!(inner.*member).empty()) this->*member = inner.*member;
}

void Languages::remove(const Languages& same) {
    for (auto member : {&Languages::latin, &Languages::asian, &Languages::complex})
        if (this->*member == same.*member) (this->*member).clear();
}

const std::string* Languages::of(std::string_view text) const {
    const std::array<std::size_t, 3> letters = letters_in(text);
    const auto* const most = std::max_element(letters.begin(), letters.end());
    if (*most == 0) return nullptr;
    switch (static_cast<Group>(most - letters.begin())) {
        case Group::latin:
            return &latin;
        case Group::asian:
            return &asian;
        default:
            return &complex;
    }
}

std::string language_tag(std::string_view language, std::string_view country) {
    std::string tag(language);
    if (!country.empty() && country != "none") tag += "-" + std::string(country);
    if (tag == "none" || tag == "zxx") return {};
    return canonical_language_tag(tag).value_or("");
}

void LanguageCount::add(std::string_view text, const Languages& languages) {
    const std::array<std::size_t, 3> letters = letters_in(text);
    letters_[languages.latin] += letters[0];
    letters_[languages.asian] += letters[1];
    letters_[languages.complex] += letters[2];
}

std::string LanguageCount::most_frequent() const {
    const auto most =
        std::max_element(letters_.begin(), letters_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters_.end() || most->second == 0 ? std::string() : most->first;
}

}  // namespace rawi::reading::office
