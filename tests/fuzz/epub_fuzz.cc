// An archive of any members is read as a book or refused with a place. The input is a list of
// members, so that mutations reach the XML in them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "reading/formats/formats.h"
#include "support/member_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto members = rawi::support::members_in(text);
    if (members.empty()) return 0;
    const std::string bytes = rawi::support::zip_of(members);
    static const rawi::reading::ReadingTables tables;
    const auto article =
        rawi::reading::formats::read_document("fuzz", bytes, {.format = "epub"}, tables);
    if (!article) {
        if (article.error().message.empty() || article.error().where.empty()) std::abort();
        return 0;
    }
    if (!check_invariants(article->document).empty()) std::abort();
    return 0;
}
