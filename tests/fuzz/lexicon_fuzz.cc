// Any bytes are a lexicon, or have flaws with their places; what it says can be found.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/utf8.h"
#include "languages/languages.h"
#include "wording/lexicon/lexicon.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"
#include "wording/segmentation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const auto arabic = rawi::languages::load_language(RAWI_SOURCE "/voices", "ar");
    static const auto phonemes =
        rawi::wording::lexicon::Phonemes::load(RAWI_SOURCE "/voices", "ar");
    if (!arabic || !phonemes) std::abort();
    for (const char* const name : {"fuzz.tsv", "fuzz.pls"}) {
        const auto file = std::make_shared<rawi::wording::lexicon::LexiconFile>(
            rawi::wording::lexicon::read_lexicon(name, bytes));
        rawi::wording::lexicon::check_lexicon(*file, **arabic, *phonemes);
        for (const rawi::wording::lexicon::LexiconFlaw& flaw : file->flaws) {
            if (flaw.error.where.empty() || flaw.error.message.empty()) std::abort();
        }
        file->language = "ar";
        rawi::wording::lexicon::Lexicon lexicon;
        lexicon.add(file, "ar");
        static_cast<void>(lexicon.duplicates());
        for (const rawi::wording::lexicon::LexiconEntry& entry : file->entries) {
            const std::string& text = entry.written;
            if (rawi::utf8::first_invalid(text)) std::abort();
            const auto tokens = rawi::wording::tokenize(
                text, {.begin = 0, .end = static_cast<std::uint32_t>(text.size())});
            const auto match = lexicon.match(**arabic, text, tokens, 0);
            if (match && match->end > tokens.size()) std::abort();
        }
    }
    return 0;
}
