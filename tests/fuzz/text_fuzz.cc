// Any bytes are an article or a clear error, whatever format the table finds for them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/formats/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const rawi::reading::ReadingTables tables =
        rawi::reading::load_reading_tables(RAWI_SOURCE "/voices")
            .value_or(rawi::reading::ReadingTables());
    for (const bool lossy : {false, true}) {
        const auto article = rawi::reading::formats::read_document(
            "fuzz.txt", bytes, {.charset = {.lossy = lossy}}, tables);
        if (article && !check_invariants(article->document).empty()) std::abort();
        if (!article && article.error().message.empty()) std::abort();
    }
    return 0;
}
