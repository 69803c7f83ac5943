#include "reading/html/words.h"

#include <algorithm>
#include <array>

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

std::string without_site(std::string_view title, std::string_view site) {
    constexpr std::array<std::string_view, 7> marks = {
        " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ", " \xC2\xB7 "};
    std::size_t last = std::string_view::npos, size = 0;
    for (const std::string_view mark : marks) {
        const std::size_t found = title.rfind(mark);
        if (found != std::string_view::npos && (last == std::string_view::npos || found > last)) {
            last = found;
            size = mark.size();
        }
    }
    if (last == std::string_view::npos) return std::string(title);
    const std::string_view before = title.substr(0, last);
    const std::string_view after = title.substr(last + size);
    if (!site.empty() && before == site) return std::string(after);
    if (!site.empty() && ascii::lower(after).find(ascii::lower(site)) != std::string::npos)
        return std::string(before);
    const auto words = std::count(before.begin(), before.end(), ' ') + 1;
    constexpr int least_words = 3;
    return std::string(
        site.empty() && before.size() > after.size() && words >= least_words ? before : title);
}

}  // namespace rawi::reading::html
