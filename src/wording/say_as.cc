// The names of what markup may specify (`interpret-as`).
#include "wording/say_as.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rawi::wording {

namespace {

constexpr std::array<std::pair<std::string_view, SayAs>, 13> say_as_names = {{
    {"cardinal", SayAs::cardinal},
    {"number", SayAs::cardinal},
    {"ordinal", SayAs::ordinal},
    {"digits", SayAs::digits},
    {"characters", SayAs::characters},
    {"spell-out", SayAs::characters},
    {"verbatim", SayAs::characters},
    {"date", SayAs::date},
    {"time", SayAs::time},
    {"telephone", SayAs::telephone},
    {"fraction", SayAs::fraction},
    {"unit", SayAs::unit},
    {"currency", SayAs::currency},
}};

}  // namespace

std::optional<SayAs> say_as_named(std::string_view name) {
    const auto* const found = std::find_if(say_as_names.begin(), say_as_names.end(),
                                           [&](const auto& known) { return known.first == name; });
    return found == say_as_names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace rawi::wording
