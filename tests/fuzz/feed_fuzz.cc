// Any feed is read, or refused with a place; the documents of its items keep their invariants.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/formats/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const rawi::reading::ReadingTables tables;
    const auto articles =
        rawi::reading::formats::read_documents("fuzz.xml", bytes, {.format = "feed"}, tables);
    if (!articles) {
        if (articles.error().message.empty() || articles.error().where.empty()) std::abort();
        return 0;
    }
    if (articles->items.empty()) std::abort();
    for (const auto& article : articles->items) {
        if (!article && article.error().where.empty()) std::abort();
        if (article && !check_invariants(article->document).empty()) std::abort();
    }
    return 0;
}
