// Compact Language Detector 2.
#include "reading/detection/cld.h"

#include <array>
#include <cstdio>  // which compact_lang_det.h needs

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "base/language_tag.h"

namespace rawi::reading::detection {

namespace {

/// Codes that BCP 47 has replaced (IANA's registry of language subtags: Preferred-Value), or that
/// are more general than what is written.
constexpr std::array<std::array<std::string_view, 2>, 4> replaced = {
    {{"iw", "he"}, {"in", "id"}, {"jw", "jv"}, {"no", "nb"}}};

std::string tag_of(CLD2::Language language) {
    const std::string_view code = primary_language(CLD2::LanguageCode(language));
    for (const auto& [old, tag] : replaced)
        if (code == old) return std::string(tag);
    return code == "un" || code.starts_with("xx") ? std::string() : std::string(code);
}

}  // namespace

CldGuess ask_cld(std::string_view text) {
    const CLD2::CLDHints hints{.content_language_hint = nullptr,
                               .tld_hint = nullptr,
                               .encoding_hint = CLD2::UNKNOWN_ENCODING,
                               .language_hint = CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int size = 0;
    bool reliable = false;
    const CLD2::Language best = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
        percents.data(), scores.data(), nullptr, &size, &reliable);
    return {.language = tag_of(best), .reliable = reliable, .percent = percents[0]};
}

}  // namespace rawi::reading::detection
