// The entities that XML defines itself.
#include "reading/xml_entities.h"

#include <charconv>
#include <cstdint>

#include "base/utf8.h"

namespace rawi::reading {

char32_t character_of(std::string_view entity) {
    if (entity == "amp") return '&';
    if (entity == "lt") return '<';
    if (entity == "gt") return '>';
    if (entity == "quot") return '"';
    if (entity == "apos") return '\'';
    if (!entity.starts_with('#')) return 0;
    entity.remove_prefix(1);
    const bool hex = entity.starts_with('x');
    if (hex) entity.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, problem] =
        std::from_chars(entity.data(), entity.data() + entity.size(), code, hex ? 16 : 10);
    const bool whole = problem == std::errc() && end == entity.data() + entity.size();
    const bool allowed = code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xD800) ||
                         (code >= 0xE000 && code < 0xFFFE) || (code > 0xFFFF && code <= 0x10FFFF);
    return whole && allowed ? code : 0;
}

std::string_view entity_at(std::string_view raw, std::size_t at) {
    constexpr std::size_t longest = 12;
    const std::size_t end = raw.substr(at, longest).find(';');
    return end == std::string_view::npos ? std::string_view() : raw.substr(at + 1, end - 1);
}

std::string without_entities(std::string_view raw) {
    std::string text;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        const std::string_view name = raw[at] == '&' ? entity_at(raw, at) : std::string_view();
        if (const char32_t c = character_of(name); c != 0) {
            utf8::append(text, c);
            at += name.size() + 1;
        } else {
            text += raw[at];
        }
    }
    return text;
}

}  // namespace rawi::reading
