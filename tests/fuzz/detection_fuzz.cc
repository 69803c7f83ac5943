// Any text: its language, and passages in other languages.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "reading/detection/document_language.h"
#include "reading/detection/mark_languages.h"
#include "reading/document_builder.h"

namespace {

const rawi::reading::detection::Detector& detector() {
    static const auto loaded = rawi::reading::detection::Detector::load(RAWI_SOURCE "/voices");
    if (!loaded) std::abort();
    return *loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rawi;
    reading::DocumentBuilder builder("fuzz.txt");
    const std::uint32_t part =
        builder.add_part("fuzz.txt", std::string(reinterpret_cast<const char*>(data), size));
    builder.open_lines();
    builder.copy(part,
                 {.begin = 0, .end = static_cast<std::uint32_t>(builder.part(part).bytes.size())});
    Document document = builder.finish();
    std::vector<Notice> notices;
    const std::string tag = reading::detection::document_language(document, detector(), notices);
    for (const std::string& language : {tag, std::string("ar"), std::string("en")}) {
        reading::detection::mark_languages(document, language, detector(), notices);
        if (!check_invariants(document).empty()) std::abort();
    }
    return 0;
}
