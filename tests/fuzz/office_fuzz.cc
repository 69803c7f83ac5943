// An archive of any members is read as an office file or refused with a place. The input is a list
// of members, each a line "== NAME" and what follows it, so that mutations reach the XML in them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "reading/formats/formats.h"
#include "support/zip_of.h"

namespace {

std::vector<rawi::support::ZipMember> members_in(std::string_view text) {
    constexpr std::string_view mark = "== ";
    constexpr std::size_t most = 20;
    std::vector<rawi::support::ZipMember> members;
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto members = members_in(text);
    if (members.empty()) return 0;
    const std::string bytes = rawi::support::zip_of(members);
    static const rawi::reading::ReadingTables tables;
    for (const char* const format : {"docx", "odt"}) {
        const auto article =
            rawi::reading::formats::read_document("fuzz", bytes, {.format = format}, tables);
        if (!article) {
            if (article.error().message.empty() || article.error().where.empty()) std::abort();
            continue;
        }
        if (!check_invariants(article->document).empty()) std::abort();
    }
    return 0;
}
