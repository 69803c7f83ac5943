// Any message is read as a saved page or refused with a place; its document keeps its invariants.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/formats/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const rawi::reading::ReadingTables tables;
    const auto article =
        rawi::reading::formats::read_document("fuzz.mhtml", bytes, {.format = "mhtml"}, tables);
    if (!article) {
        if (article.error().message.empty() || article.error().where.empty()) std::abort();
        return 0;
    }
    if (!check_invariants(article->document).empty()) std::abort();
    return 0;
}
