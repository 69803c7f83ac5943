// File names that every system accepts and people recognize.
#include "base/file_names.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace rawi {

namespace {

bool between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// Whether a file name keeps a code point: ASCII letters and digits, "_", and every code point
/// after the signs of Latin-1 that is not a space, punctuation, a format character or the
/// replacement character.
bool may_stay(char32_t c) {
    if (c < 0x80) return between(c, '0', '9') || between(c | 0x20U, 'a', 'z') || c == '_';
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
    if (between(c, 0x2000, 0x2BFF) || between(c, 0x3000, 0x3004) || between(c, 0x3008, 0x3020)) {
        return false;
    }
    if (between(c, 0x0600, 0x061F) || between(c, 0x066A, 0x066D) || c == 0x06D4) return false;
    if (c == 0x1680 || between(c, 0xE000, 0xF8FF) || between(c, 0xFE00, 0xFE6F)) return false;
    return !(c == 0xFEFF || between(c, 0xFFF0, 0xFFFF) || c >= 0xE0000);
}

}  // namespace

std::string safe_name(std::string_view title, std::size_t limit) {
    std::string name;
    for (std::size_t at = 0; at < title.size();) {
        const utf8::Decoded next = utf8::decode(title, at);
        at += next.size;
        const bool stays = may_stay(next.code);
        if (!stays && (name.empty() || name.back() == '-')) continue;
        std::string piece;
        utf8::append(piece, stays ? next.code : U'-');
        if (name.size() + piece.size() > limit) break;
        name += piece;
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name.empty() ? "article" : name;
}

std::string chapter_file(std::size_t number, std::string_view title, std::string_view extension) {
    return fmt::format("{:02}-{}{}", number, safe_name(title), extension);
}

}  // namespace rawi
