#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "wording/semiotic/digits.h"

namespace rawi::wording::semiotic {

/// The names of the characters of a text, separated by spaces: `name_of(character, digit)` for each
/// of them, where `digit` is what a digit of any script is in ASCII, else empty. Characters whose
/// name is empty are left out.
template <class NameOf>
std::string spelled_out(std::string_view text, NameOf name_of) {
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        const std::string_view one = text.substr(at, next.size);
        at += next.size;
        const std::string name(name_of(one, digits_in(one)));
        if (name.empty()) continue;
        if (!words.empty()) words += ' ';
        words += name;
    }
    return words;
}

/// Whether a text starts with a letter.
bool starts_with_letter(std::string_view text);

}  // namespace rawi::wording::semiotic
