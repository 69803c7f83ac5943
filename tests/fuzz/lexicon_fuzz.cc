// Any bytes are a lexicon, or have flaws with their places; what it says can be found.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/utf8.h"
#include "wording/lexicon.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const auto arabic = rawi::load_language(RAWI_SOURCE "/voices", "ar");
    static const auto phonemes = rawi::Phonemes::load(RAWI_SOURCE "/voices", "ar");
    if (!arabic || !phonemes) std::abort();
    for (const char* const name : {"fuzz.tsv", "fuzz.pls"}) {
        const auto file = std::make_shared<rawi::LexiconFile>(rawi::read_lexicon(name, bytes));
        check_lexicon(*file, **arabic, *phonemes);
        for (const rawi::LexiconFlaw& flaw : file->flaws) {
            if (flaw.error.where.empty() || flaw.error.message.empty()) std::abort();
        }
        file->language = "ar";
        rawi::Lexicon lexicon;
        lexicon.add(file, "ar");
        static_cast<void>(lexicon.twins());
        for (const rawi::LexiconEntry& entry : file->entries) {
            const std::string& text = entry.written;
            if (rawi::utf8::first_invalid(text)) std::abort();
            const auto tokens = rawi::find_tokens(
                text, {.begin = 0, .end = static_cast<std::uint32_t>(text.size())});
            const auto match = lexicon.match(**arabic, text, tokens, 0);
            if (match && match->end > tokens.size()) std::abort();
        }
    }
    return 0;
}
