// Passages in other languages than their article's. tests/languages/ has hundreds of sentences.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reading/detection/mark_languages.h"
#include "reading/document_builder.h"
#include "unit/reading/read.h"

namespace rawi::reading::detection {
namespace {

const Detector& passage_detector() {
    static const Detector loaded = [] {
        auto all = Detector::load(RAWI_SOURCE "/voices");
        EXPECT_TRUE(all);
        return *std::move(all);
    }();
    return loaded;
}

/// The passages of a document in the language `tag`: "en: I am here".
std::vector<std::string> marked(Document& document, const std::string& tag,
                                std::vector<Notice>* notices = nullptr) {
    std::vector<Notice> found;
    mark_languages(document, tag, passage_detector(), notices == nullptr ? found : *notices);
    EXPECT_EQ(check_invariants(document), "");
    std::vector<std::string> passages;
    for (const Control& control : document.controls)
        passages.push_back(control.language + ": " + std::string(control.source.of(document.text)));
    return passages;
}

std::vector<std::string> passages_of(const std::string& tag, const std::string& text) {
    Document document = read_as("text", text).document;
    return marked(document, tag);
}

using Passages = std::vector<std::string>;

TEST(APassage, IsAClauseInAnotherScript) {
    EXPECT_EQ(passages_of("ar",
                          "\u0642\u0627\u0644: \"I am very happy to be here\" \u062B\u0645 "
                          "\u063A\u0627\u062F\u0631."),
              Passages{"en: I am very happy to be here"});
    EXPECT_EQ(passages_of("ar", "\u0642\u0627\u0644: \"20 years is not enough\"."),
              Passages{"en: 20 years is not enough"});
}

TEST(APassage, IsNoNameOrTitleInLatinLetters) {
    for (const char* const name : {"FIFA World Cup 2026", "Google News", "Lord of the Rings",
                                   "La casa de papel", "M\u00E9decins Sans Fronti\u00E8res",
                                   "Ursula von der Leyen", "info@is-it-this.com", "US$ 20 million"})
        EXPECT_EQ(passages_of("ar", std::string("\u0642\u0627\u0644 \"") + name + "\"."),
                  Passages())
            << name;
}

TEST(APassage, IsAnythingInAScriptThatTheVoiceCannotRead) {
    EXPECT_EQ(passages_of("ar", "\u0642\u0627\u0644 \u05E9\u05DC\u05D5\u05DD \u0623\u0645\u0633."),
              Passages{"he: \u05E9\u05DC\u05D5\u05DD"});
    EXPECT_EQ(passages_of("en", "The word \u0633\u0644\u0627\u0645 means peace."),
              Passages{"ar: \u0633\u0644\u0627\u0645"});
    EXPECT_EQ(passages_of("en", "The city of \u041A\u0438\u0457\u0432 is old."),
              Passages{"uk: \u041A\u0438\u0457\u0432"});
}

TEST(APassage, IsNoSymbolOrPartOfAWord) {
    EXPECT_EQ(passages_of("en", "The angle \u03B1 is 5 \u03BCm, said the \u0410sia desk."),
              Passages());
}

TEST(APassage, IsAQuotationInTheSameScript) {
    EXPECT_EQ(passages_of("en", "\"Nous ne savons pas ce qu'il veut\", she said."),
              Passages{"fr: Nous ne savons pas ce qu'il veut"});
    EXPECT_EQ(passages_of("fr", "Il a dit : \u00AB We do not know what they want \u00BB, hier."),
              Passages{"en: We do not know what they want"});
    EXPECT_EQ(passages_of("en",
                          "He works for M\u00E9decins Sans Fronti\u00E8res in Rio de "
                          "Janeiro, and old men sin."),
              Passages());
}

TEST(ABlock, ThatIsMostlyAPassageHasItsLanguage) {
    Document document = read_as("text",
                                "The minister said that he did not know what they had told him "
                                "about it.\n\n"
                                "Nous ne savons pas encore ce que le ministre leur a dit dans "
                                "cette lettre de la semaine.\n")
                            .document;
    marked(document, "en");
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.blocks[0].language, "");
    EXPECT_EQ(document.blocks[1].language, "fr");
}

TEST(ADeclaredLanguageOfAPassage, StaysUnlessItsTextIsInAnotherScript) {
    Document document =
        read_as("html",
                "<html lang=\"en\"><body><article><p>He said <span lang=\"de\">we must wait</span> "
                "and <span lang=\"fr\">\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645"
                "</span> to all of us.</p></article>")
            .document;
    std::vector<Notice> notices;
    EXPECT_EQ(marked(document, "en", &notices),
              (Passages{"de: we must wait",
                        "ar: \u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645"}));
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_NE(notices[0].message.find("\"fr\""), std::string::npos) << notices[0].message;
}

TEST(ADeclaredLanguageOfAPassage, IsDividedByAWordInAnotherScript) {
    Document document =
        read_as("ssml",
                "<speak xml:lang=\"ar\"><p>\u0642\u0627\u0644 <lang xml:lang=\"en\">the "
                "word \u05E9\u05DC\u05D5\u05DD is old</lang></p></speak>")
            .document;
    EXPECT_EQ(marked(document, "ar"),
              (Passages{"en: the word", "he: \u05E9\u05DC\u05D5\u05DD", "en: is old"}));
}

TEST(APassage, IsLookedForInLinearTime) {
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += "\"we, ";
    EXPECT_EQ(passages_of("de", text + "end.").size(), 1U);
}

TEST(MarkupsControls, AreKept) {
    Document document =
        read_as("ssml",
                "<speak xml:lang=\"ar\"><p>\u0642\u0627\u0644 <sub alias=\"x\">we are here "
                "and \u05E9\u05DC\u05D5\u05DD</sub></p></speak>")
            .document;
    marked(document, "ar");
    ASSERT_EQ(document.controls.size(), 1U);
    EXPECT_EQ(document.controls[0].kind, Control::Kind::alias);
}

}  // namespace
}  // namespace rawi::reading::detection
