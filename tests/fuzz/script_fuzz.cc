// Every character of any article is spoken or skipped for a reason.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "languages/languages.h"
#include "model/document.h"
#include "wording/script/script_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (size == 0 || rawi::utf8::first_invalid(bytes)) return 0;
    static const auto arabic = rawi::languages::load_language(RAWI_SOURCE "/voices", "ar");
    static const auto english = rawi::languages::load_language(RAWI_SOURCE "/voices", "en");
    rawi::Document document;
    document.text = bytes;
    rawi::Block block;
    block.source = {.begin = 0, .end = static_cast<std::uint32_t>(size)};
    document.blocks.push_back(block);
    document.sections.push_back(rawi::Section{.title = {}, .first_block = 0, .block_count = 1});
    for (const auto* language : {&arabic, &english}) {
        if (!*language) std::abort();
        if (!rawi::wording::script::check_invariants(
                 document, rawi::wording::script::write_script(document, ***language))
                 .empty())
            std::abort();
    }
    return 0;
}
