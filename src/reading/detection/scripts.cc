// Scripts of languages, from ICU's data.
#include "reading/detection/scripts.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uloc.h>

#include "base/language_tag.h"

namespace rawi::reading::detection {

namespace {

bool is_same(UScriptCode given, UScriptCode script) {
    const auto kana = [](UScriptCode code) {
        return code == USCRIPT_HIRAGANA || code == USCRIPT_KATAKANA || code == USCRIPT_JAPANESE;
    };
    return given == script || (kana(given) && kana(script));
}

/// Whether CLDR has data for a language in a script other than its usual one.
bool is_locale(std::string_view language, UScriptCode script) {
    const std::string name = fmt::format("{}_{}", language, uscript_getShortName(script));
    for (std::int32_t i = 0; i < uloc_countAvailable(); ++i)
        if (std::string_view(uloc_getAvailable(i)).starts_with(name)) return true;
    return false;
}

}  // namespace

std::string language_of_script(UScriptCode script) {
    const std::string unknown = fmt::format("und_{}", uscript_getShortName(script));
    std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_addLikelySubtags(unknown.c_str(), likely.data(), likely.size(), &status);
    const std::string_view found(likely.data());
    const std::string_view language = found.substr(0, found.find('_'));
    return U_FAILURE(status) != 0 || language == "und" ? std::string() : std::string(language);
}

bool is_written_in(std::string_view language, UScriptCode script) {
    if (language.empty()) return false;
    std::array<UScriptCode, 8> scripts{};
    UErrorCode status = U_ZERO_ERROR;
    const std::string tag(language);
    const std::int32_t count = uscript_getCode(tag.c_str(), scripts.data(),
                                               static_cast<std::int32_t>(scripts.size()), &status);
    if (U_FAILURE(status) != 0 || status == U_USING_DEFAULT_WARNING || count <= 0) {
        return language_of_script(script) == primary_language(language);
    }
    return std::any_of(scripts.begin(), scripts.begin() + count,
                       [&](UScriptCode one) { return is_same(one, script); }) ||
           is_locale(primary_language(language), script);
}

}  // namespace rawi::reading::detection
