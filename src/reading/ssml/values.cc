// The values of attributes in markup.
#include "reading/ssml/values.h"

#include <algorithm>
#include <array>
#include <charconv>

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

}  // namespace rawi::reading::ssml
