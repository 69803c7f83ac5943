// Any bytes are an article or a clear error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const rawi::StructureWords words =
        rawi::load_structure_words(RAWI_SOURCE "/voices").value_or(rawi::StructureWords());
    for (const bool lossy : {false, true}) {
        const auto reading =
            rawi::read_document("fuzz.txt", bytes, {.charset = {}, .lossy = lossy, .words = words});
        if (reading && !rawi::flaw_in(reading->document).empty()) std::abort();
        if (!reading && reading.error().message.empty()) std::abort();
    }
    return 0;
}
