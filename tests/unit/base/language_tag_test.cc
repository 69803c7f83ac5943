#include "base/language_tag.h"

#include <gtest/gtest.h>

namespace rawi {
namespace {

TEST(LanguageTag, HasACanonicalCase) {
    for (const auto& [given, wanted] :
         std::initializer_list<std::pair<const char*, const char*>>{{"ar", "ar"},
                                                                    {"AR", "ar"},
                                                                    {"ar_eg", "ar-EG"},
                                                                    {"EN-gb", "en-GB"},
                                                                    {"ZH-hant-tw", "zh-Hant-TW"},
                                                                    {"en-us-nyc", "en-US-nyc"},
                                                                    {"sr-latn", "sr-Latn"},
                                                                    {"en-GB-X-RP", "en-GB-x-rp"},
                                                                    {"de-1996", "de-1996"},
                                                                    {"es-419", "es-419"}})
        EXPECT_EQ(canonical_language_tag(given), wanted) << given;
}

TEST(LanguageTag, HasItsForm) {
    for (const char* const given : {"", "a", "1a", "ar-", "-ar", "ar--EG", "../../etc", "ar/EG",
                                    "ar EG", "esperantos", "ar-unreasonable", "عربي"})
        EXPECT_FALSE(canonical_language_tag(given)) << given;
}

TEST(LanguageTag, ThePrimaryLanguageIsTheFirstSubtag) {
    EXPECT_EQ(primary_language("zh-Hant-TW"), "zh");
    EXPECT_EQ(primary_language("ar"), "ar");
    EXPECT_EQ(primary_language(""), "");
}

}  // namespace
}  // namespace rawi
