// Any text in Markdown is read, or refused with its place; copied text is that of its bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/formats/formats.h"
#include "reading/markdown/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const rawi::reading::ReadingTables tables;
    rawi::reading::markdown::sniff(bytes);
    const auto article = rawi::reading::formats::read_document(
        "fuzz.md", bytes, {.charset = {.lossy = true}, .format = "markdown"}, tables);
    if (!article) {
        if (article.error().message.empty() || article.error().where.empty()) std::abort();
        return 0;
    }
    if (!check_invariants(article->document).empty()) std::abort();
    return 0;
}
