// Which language a text is in.
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "reading/detection/document_language.h"
#include "reading/detection/scripts.h"
#include "reading/document_builder.h"
#include "unit/reading/read.h"

namespace rawi::reading::detection {
namespace {

const Detector& detector() {
    static const Detector loaded = [] {
        auto all = Detector::load(RAWI_SOURCE "/voices");
        EXPECT_TRUE(all);
        return *std::move(all);
    }();
    return loaded;
}

std::string language_of(std::string_view text) {
    return detector().guess(text).language;
}

/// The language of an HTML page, and whether a notice says why it is not the declared one.
std::pair<std::string, bool> language_of_page(std::string_view attribute, std::string_view text) {
    std::string page = "<html lang=\"";
    page.append(attribute).append("\"><body><article><p>").append(text).append("</p></article>");
    const Article article = read_as("html", page);
    std::vector<Notice> notices;
    std::string language = document_language(article.document, detector(), notices);
    return {std::move(language), !notices.empty()};
}

TEST(ADetector, KnowsLanguagesByTheirFunctionWords) {
    EXPECT_EQ(language_of("La situation reste critique en M\u00E9diterran\u00E9e"), "fr");
    EXPECT_EQ(language_of("Die Lage im Mittelmeer bleibt angespannt"), "de");
    EXPECT_EQ(language_of("Lo ha detto il ministro dopo la riunione"), "it");
    EXPECT_EQ(language_of("La gente no sabe lo que pasa en su pueblo"), "es");
    EXPECT_EQ(language_of("O presidente n\u00E3o quis comentar o caso"), "pt");
    EXPECT_EQ(language_of("De minister wilde niet op de vragen reageren"), "nl");
    EXPECT_EQ(language_of("Li Kurdistan\u00EA berf hat \u00FB r\u00EA hatin girtin"), "ku");
    EXPECT_EQ(language_of("The people in the street did not know what it was"), "en");
}

TEST(ADetector, KnowsLanguagesOfOneScriptByTheirLetters) {
    // "What did he say?" and the like, with letters that only this language has.
    EXPECT_EQ(language_of("\u067E\u0631\u0648\u0698\u0647 \u0628\u0632\u0631\u06AF \u06AF\u0627"
                          "\u0632"),
              "fa");
    EXPECT_EQ(language_of("\u0644\u0691\u06A9\u06CC \u06A9\u06D2 \u06AF\u06BE\u0631"), "ur");
    EXPECT_EQ(
        language_of("\u062D\u06A9\u0648\u0648\u0645\u06D5\u062A\u06CC \u0647\u06D5\u0631\u06CE"
                    "\u0645"),
        "ckb");
    EXPECT_EQ(language_of("\u0643\u0631\u0629 \u0627\u0644\u0642\u062F\u0645"), "ar");
    EXPECT_EQ(language_of("\u041A\u0438\u0457\u0432 \u0456 \u0425\u0430\u0440\u043A\u0456\u0432"),
              "uk");
    EXPECT_EQ(language_of("\u0141\u00F3d\u017A, pi\u0119\u0107 g\u0142os\u00F3w"), "pl");
}

TEST(ADetector, KnowsALanguageThatHasItsOwnScript) {
    EXPECT_EQ(language_of("\u05E9\u05DC\u05D5\u05DD"), "he");
    EXPECT_EQ(language_of("\u03BA\u03B1\u03BB\u03B7\u03BC\u03AD\u03C1\u03B1"), "el");
    EXPECT_EQ(language_of("\uC548\uB155\uD558\uC138\uC694"), "ko");
    EXPECT_EQ(language_of("\u65E5\u672C\u3067\u306F\u653F\u5E9C\u304C"), "ja");
    EXPECT_EQ(language_of("\u653F\u5E9C\u5BA3\u5E03\u65B0\u653F\u7B56"), "zh");
}

TEST(ADetector, AsksCldForALanguageWithoutATable) {
    EXPECT_EQ(language_of("Hallitus hyv\u00E4ksyi uuden budjetin eilen illalla"), "fi");
    EXPECT_EQ(language_of("Ch\u00EDnh ph\u1EE7 c\u00F4ng b\u1ED1 ch\u00EDnh s\u00E1ch m\u1EDBi "
                          "v\u1EC1 thu\u1EBF"),
              "vi");
}

TEST(ADetector, TakesAnArabicTextWithLatinNamesForArabic) {
    EXPECT_EQ(language_of("\u0647\u0627\u062A\u0641 iPhone 16 Pro Max \u0645\u0646 Apple"), "ar");
}

TEST(ADetector, TakesTheUsualLanguageIfNothingDecides) {
    EXPECT_EQ(language_of(""), "en");
    EXPECT_EQ(language_of("1, 2, 3"), "en");
    EXPECT_EQ(language_of("Madrid"), "en");
    const std::string text = "Madrid 2026";
    const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    EXPECT_EQ(detector().guess(text, all, "es-MX").language, "es-MX");
    EXPECT_EQ(detector().guess("2026", {.begin = 0, .end = 4}, "ar").language, "ar");
}

TEST(ADetector, SurvivesAnyText) {
    EXPECT_EQ(language_of(std::string("\0\x01 \uFFFD\uFFFF\U0010FFFF", 12)), "en");
    EXPECT_EQ(language_of("\u0301\u0302\u200D"), "en");
    EXPECT_EQ(language_of(std::string(100'000, 'x')), "en");
}

TEST(ScriptsOfLanguages, AreThoseOfCldr) {
    EXPECT_TRUE(is_written_in("ar-EG", USCRIPT_ARABIC));
    EXPECT_FALSE(is_written_in("en-GB", USCRIPT_ARABIC));
    EXPECT_TRUE(is_written_in("sr", USCRIPT_CYRILLIC));
    EXPECT_TRUE(is_written_in("sr", USCRIPT_LATIN));
    EXPECT_TRUE(is_written_in("ja", USCRIPT_JAPANESE));
    EXPECT_TRUE(is_written_in("ja", USCRIPT_HAN));
    EXPECT_FALSE(is_written_in("", USCRIPT_LATIN));
    EXPECT_EQ(language_of_script(USCRIPT_CYRILLIC), "ru");
}

constexpr std::string_view arabic =
    "\u0642\u0627\u0644\u062A \u0627\u0644\u0648\u0632\u0627\u0631\u0629 \u0625\u0646 "
    "\u0627\u0644\u0648\u0632\u064A\u0631 \u0633\u064A\u0632\u0648\u0631 "
    "\u0627\u0644\u0642\u0627\u0647\u0631\u0629 \u063A\u062F\u0627.";

TEST(TheLanguageOfADocument, IsTheDeclaredOne) {
    EXPECT_EQ(language_of_page("ar-SA", arabic), std::pair(std::string("ar-SA"), false));
    EXPECT_EQ(language_of_page("fr", "Paris 2026"), std::pair(std::string("fr"), false));
}

TEST(TheLanguageOfADocument, IsNotOneInWhichItsTextCannotBe) {
    EXPECT_EQ(language_of_page("en", arabic), std::pair(std::string("ar"), true));
    std::string french;
    for (int i = 0; i < 5; ++i)
        french += "Nous ne savons pas encore ce que le ministre leur a dit dans cette lettre. ";
    EXPECT_EQ(language_of_page("en", french), std::pair(std::string("fr"), true));
}

TEST(TheLanguageOfADocument, IsThatOfItsTextIfNoneIsDeclared) {
    EXPECT_EQ(language_of_page("", arabic), std::pair(std::string("ar"), false));
    // What surrounds an article does not count.
    DocumentBuilder builder("a.txt");
    builder.open_block(Role::furniture);
    builder.insert("Subscribe to our letter, and get all of the news that you want to read");
    builder.open_block(Role::paragraph);
    builder.insert(arabic);
    const Document document = builder.finish();
    std::vector<Notice> notices;
    EXPECT_EQ(document_language(document, detector(), notices), "ar");
}

}  // namespace
}  // namespace rawi::reading::detection
