// Any markup is read or refused with its place, and every character of what is read is spoken or
// skipped for a reason.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "languages/languages.h"
#include "reading/formats/formats.h"
#include "wording/lexicon/lexicon.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/script/script_writer.h"

namespace {

/// Languages and a lexicon, as an article with markup has them.
struct Setting {
    rawi::languages::Languages languages{RAWI_SOURCE "/voices", {}};
    rawi::wording::lexicon::Lexicon lexicon;

    Setting() {
        constexpr std::string_view entries =
            "word\tother word\nfive dogs\tcats\n\xD8\xB1\xD8\xAC\xD9\x84\t\xD9\x81\xD8\xAA\xD9\x89";
        const auto file = std::make_shared<rawi::wording::lexicon::LexiconFile>(
            rawi::wording::lexicon::read_lexicon("fuzz.tsv", entries));
        for (const char* const tag : {"ar", "en"}) {
            if (!languages.load(tag)) std::abort();
            lexicon.add(file, tag);
        }
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const Setting setting;
    static const rawi::reading::ReadingTables tables;
    const auto article = rawi::reading::formats::read_document(
        "fuzz.txt", bytes, {.charset = {.lossy = true}, .format = "ssml"}, tables);
    if (!article) {
        if (article.error().message.empty() || article.error().where.empty()) std::abort();
        return 0;
    }
    const rawi::Document& document = article->document;
    if (!check_invariants(document).empty()) std::abort();
    for (const char* const tag : {"ar", "en"}) {
        const rawi::Script script = rawi::wording::script::write_script(
            document, *setting.languages.find(tag), rawi::wording::script::Depth::spoken,
            {.lexicon = &setting.lexicon, .languages = &setting.languages});
        if (!rawi::wording::script::check_invariants(document, script).empty()) std::abort();
    }
    return 0;
}
