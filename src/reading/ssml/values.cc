// The values of attributes and entities in markup.
#include "reading/ssml/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace rawi::reading::ssml {

namespace {

struct Strength {
    std::string_view name;
    int milliseconds = 0;
};
constexpr std::array<Strength, 6> strengths = {{{"none", 0},
                                                {"x-weak", 100},
                                                {"weak", 200},
                                                {"medium", 400},
                                                {"strong", 700},
                                                {"x-strong", 1200}}};

}  // namespace

std::optional<int> duration_of(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double unit = 0;
    if (text.ends_with("ms")) {
        unit = 1;
        text.remove_suffix(2);
    } else if (text.ends_with("s")) {
        unit = 1000;
        text.remove_suffix(1);
    }
    double value = 0;
    const auto [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    if (unit == 0 || !whole || !(value >= 0) || value * unit > longest_silence) return {};
    return static_cast<int>(value * unit + 0.5);  // NOLINT(bugprone-incorrect-roundings)
}

std::optional<int> strength_of(std::string_view name) {
    const auto* const known =
        std::find_if(strengths.begin(), strengths.end(), [&](auto s) { return s.name == name; });
    return known == strengths.end() ? std::nullopt : std::optional(known->milliseconds);
}

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

}  // namespace rawi::reading::ssml
