// A vowels' lexicon of any bytes is refused or can be asked.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "languages/arabic/diacritizer/diacritic_lexicon.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto lexicon =
        rawi::languages::arabic::diacritizer::DiacriticLexicon::parse(std::string(bytes));
    if (!lexicon) return 0;
    // Words that are likely to be in it: what stands in the file itself.
    constexpr std::size_t longest = 6;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (std::size_t letters = 1; letters <= longest; ++letters) {
            const rawi::languages::arabic::diacritizer::Known known =
                lexicon->find(bytes.substr(at, letters));
            for (const rawi::languages::arabic::diacritizer::Candidate& candidate :
                 known.candidates) {
                if (candidate.classes.size() != known.end - known.begin) __builtin_trap();
            }
        }
    }
    return 0;
}
