#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "support/zip_of.h"

namespace rawi::support {

/// The members of an archive from a text that fuzzers can change: each is a line "== NAME" and what
/// follows it. At most 20, each name once.
inline std::vector<ZipMember> members_in(std::string_view text) {
    constexpr std::string_view mark = "== ";
    constexpr std::size_t most = 20;
    std::vector<ZipMember> members;
    while (text.starts_with(mark) && members.size() < most) {
        const std::size_t line = std::min(text.find('\n'), text.size());
        const std::size_t end = std::min(text.find("\n== ", line), text.size());
        const std::string name(text.substr(mark.size(), line - std::min(line, mark.size())));
        const std::string bytes(
            text.substr(std::min(line + 1, end), end - std::min(line + 1, end)));
        const auto known = [&](const auto& member) { return member.name == name; };
        if (!name.empty() && std::none_of(members.begin(), members.end(), known))
            members.push_back({.name = name, .bytes = bytes, .stored = true});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return members;
}

}  // namespace rawi::support
