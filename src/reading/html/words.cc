#include "reading/html/words.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/ascii.h"
#include "base/utf8.h"

namespace rawi::reading::html {

namespace {

bool is_white(char32_t c) {
    return c == 0xA0 || (c < 0x80 && ascii::is_white(static_cast<char>(c)));
}

}  // namespace

std::string collapsed(std::string_view text) {
    std::string result;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (is_white(next.code)) {
            space = !result.empty();
        } else {
            if (space) result += ' ';
            space = false;
            result += text.substr(at, next.size);
        }
        at += next.size;
    }
    return result;
}

std::string without_tags(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool opens = text[at] == '<' && at + 1 < text.size() && text[at + 1] != ' ';
        const std::size_t end = opens ? text.find('>', at) : std::string_view::npos;
        if (end != std::string_view::npos) {
            at = end;
        } else {
            result += text[at];
        }
    }
    return result;
}

}  // namespace rawi::reading::html
