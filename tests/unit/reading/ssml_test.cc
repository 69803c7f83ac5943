#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read.h"

namespace rawi::reading {
namespace {

Article read_ssml(const std::string& text, const std::string& format = {}) {
    return read_as(format, text);
}

Error error_of(const std::string& text) {
    const auto article = formats::read_document("a.txt", text, {}, tables());
    EXPECT_FALSE(article) << text;
    return article ? Error() : article.error();
}

std::string text_of(const Document& document, const Control& control) {
    return std::string(control.source.of(document.text));
}

TEST(Ssml, OnlyDocumentsThatBeginWithSpeakHaveMarkup) {
    EXPECT_EQ(read_ssml("A <b>bold</b> word & more.").document.text, "A <b>bold</b> word & more.");
    EXPECT_EQ(read_ssml(" <speak>One.</speak>").document.text, "One.");
    EXPECT_EQ(read_ssml("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a --><speak\n>One.</speak>")
                  .document.text,
              "One.");
    EXPECT_EQ(read_ssml("<speaker>One.</speaker>").document.text, "<speaker>One.</speaker>");
    EXPECT_EQ(read_ssml("<speak>One.</speak>", "text").document.text, "<speak>One.</speak>");
    EXPECT_EQ(read_ssml("One <break/>two.", "ssml").document.text, "One two.");
}

TEST(Ssml, TagsBecomeSpansOverTheText) {
    const Document document =
        read_ssml(
            "<speak>Now <sub alias=\"the &lt;U&gt; N\">UN</sub> and "
            "<say-as interpret-as=\"date\" format=\"dmy\"> 1/2/2020 </say-as>, "
            "<phoneme ph=\"a\">A</phoneme>.</speak>")
            .document;
    EXPECT_EQ(document.text, "Now UN and  1/2/2020 , A.");
    ASSERT_EQ(document.controls.size(), 3U);
    EXPECT_EQ(document.controls[0].kind, Control::Kind::alias);
    EXPECT_EQ(document.controls[0].value, "the <U> N");
    EXPECT_EQ(text_of(document, document.controls[0]), "UN");
    EXPECT_EQ(document.controls[1].kind, Control::Kind::say_as);
    EXPECT_EQ(document.controls[1].format, "dmy");
    EXPECT_EQ(text_of(document, document.controls[1]), "1/2/2020");
    EXPECT_EQ(document.controls[2].kind, Control::Kind::phoneme);
    EXPECT_EQ(where(document, document.controls[2].source), "a.txt:1:132");
}

TEST(Ssml, EntitiesAndCharacterDataMapBackToTheirBytes) {
    const Document document =
        read_ssml("<speak>a &amp; b&#x21; <![CDATA[<c>]]> <!-- d -->e</speak>").document;
    EXPECT_EQ(document.text, "a & b! <c> e");
    const auto sign = static_cast<std::uint32_t>(document.text.find('&'));
    EXPECT_EQ(origin_of(document, {.begin = sign, .end = sign + 1})->second,
              (Span{.begin = 9, .end = 14}));
    const auto data = static_cast<std::uint32_t>(document.text.find("<c>"));
    EXPECT_EQ(origin_of(document, {.begin = data, .end = data + 3})->second,
              (Span{.begin = 32, .end = 35}));
}

TEST(Ssml, LanguagesAreStretchesAroundWhatIsInThem) {
    const Document document =
        read_ssml(
            "<speak xml:lang=\"ar\">a <lang xml:lang=\"en\">b <sub alias=\"x\">c</sub> d "
            "<lang xml:lang=\"de-AT\">e</lang></lang> f</speak>")
            .document;
    EXPECT_EQ(document.metadata.language, "ar");
    std::string all;
    for (const Control& control : document.controls)
        all += control.language + ":" + text_of(document, control) + " ";
    EXPECT_EQ(all, "en:b en:c en:d de-AT:e ");
}

TEST(Ssml, SilencesFollowTheTextBeforeThem) {
    const Document document =
        read_ssml(
            "<speak><break time=\"1s\"/>One<break time=\"700ms\"/>two <break strength=\"none\"/>"
            "<break/>three.<break time=\"1.25s\"/></speak>")
            .document;
    EXPECT_EQ(document.text, "One two three.");
    std::vector<std::pair<std::uint32_t, int>> all;
    for (const Silence& silence : document.silences)
        all.emplace_back(silence.at, silence.milliseconds);
    EXPECT_EQ(all, (std::vector<std::pair<std::uint32_t, int>>{
                       {0, 1000}, {3, 700}, {8, 400}, {14, 1250}}));
}

TEST(Ssml, ParagraphsAndSentences) {
    const Document document = read_ssml(
                                  "<speak>\n<p>One\nparagraph <s>of A. "
                                  "two</s><s>parts</s></p>\n<p>Another.</p>\n</speak>")
                                  .document;
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.blocks[0].source.of(document.text), "One paragraph of A. two parts");
    ASSERT_EQ(document.sentences.size(), 2U);
    EXPECT_EQ(document.sentences[0].of(document.text), "of A. two");
    EXPECT_EQ(document.sentences[1].of(document.text), "parts");
}

TEST(Ssml, AParagraphIsAParagraphHoweverShort) {
    const Document document =
        read_ssml(
            "<speak><p>Heavy rain</p><p>Rivers rise</p><p>2. Schools close</p>"
            "<p>RIVERTON (AP) - Trains stop</p></speak>")
            .document;
    ASSERT_EQ(document.blocks.size(), 4U);
    for (const Block& block : document.blocks)
        EXPECT_EQ(block.role, Role::paragraph);
    EXPECT_EQ(document.sections.size(), 1U);
    EXPECT_EQ(document.metadata.title, "a");
}

TEST(Ssml, LinesOutsideParagraphsAreReadAsPlainText) {
    const Document document =
        read_ssml(
            "<speak>\nA title\n<p>Short</p>\nA first <break/>paragraph.\n2. A <sub "
            "alias=\"x\">heading</sub>\n<p>A second\none.</p></speak>")
            .document;
    std::vector<Role> roles;
    for (const Block& block : document.blocks)
        roles.push_back(block.role);
    EXPECT_EQ(roles, (std::vector<Role>{Role::headline, Role::paragraph, Role::paragraph,
                                        Role::subhead, Role::paragraph}));
    ASSERT_EQ(document.sections.size(), 2U);
    EXPECT_EQ(document.sections[1].title, "2. A heading");
    EXPECT_EQ(document.blocks[4].source.of(document.text), "A second one.");
}

TEST(Ssml, ANestedParagraphEndsTheOuterOne) {
    const Document document =
        read_ssml("<speak><p xml:lang=\"en\">One\n<p>Two</p> three\nfour</p>Five</speak>").document;
    EXPECT_EQ(document.text, "One\n\nTwo\n\nthree four\n\nFive");
    ASSERT_EQ(document.controls.size(), 3U);
    EXPECT_EQ(document.blocks[2].language, "en");
    EXPECT_EQ(document.blocks[3].language, "");
}

TEST(Ssml, NoLineEndDividesAParagraph) {
    const Document document =
        read_ssml("<speak><p>One&#10;two\xE2\x80\xA8three</p><s>four&#x2029;five</s></speak>")
            .document;
    EXPECT_EQ(document.text, "One two three\n\nfour five");
}

TEST(Ssml, UnknownTagsAreReportedAndTheirContentIsRead) {
    const Article reading = read_ssml(
        "<speak>One\n<prosody rate=\"slow\">two</prosody> <phoneme alphabet=\"x-sampa\" "
        "ph=\"t\">three</phoneme> <sub alias=\"s\">a <sub alias=\"t\">b</sub></sub> "
        "<say-as interpret-as=\"date\"/>.</speak>");
    EXPECT_NE(reading.document.text.find("two three a b"), std::string::npos);
    ASSERT_EQ(reading.notices.size(), 4U);
    EXPECT_EQ(where(reading.document, reading.notices[0]), "a.txt:2:1");
    EXPECT_NE(reading.notices[0].message.find("<prosody>"), std::string::npos);
    EXPECT_NE(reading.notices[1].message.find("x-sampa"), std::string::npos);
}

TEST(Ssml, AnEmptyTagHasItsAttributeAsText) {
    const Document document =
        read_ssml("<speak>One <sub alias=\"two three\"/> four.</speak>").document;
    EXPECT_EQ(document.text, "One two three four.");
    EXPECT_EQ(where(document, document.controls.at(0).source), "a.txt:1:12");
}

TEST(Ssml, ErrorsHaveTheirPlace) {
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"<speak>One\n<p>two</speak>", "a.txt:2:"},
        {"<speak>One <sub>two</sub></speak>", "a.txt:1:12"},
        {"<speak>One\n <break time=\"soon\"/></speak>", "a.txt:2:2"},
        {"<speak>One <break time=\"61s\"/></speak>", "a.txt:1:12"},
        {"<speak>One <break strength=\"huge\"/></speak>", "a.txt:1:12"},
        {"<speak>One & two</speak>", "a.txt:1:12"},
        {"<speak>One &nbsp; two</speak>", "a.txt:1:12"},
        {"<speak>One <lang>two</lang></speak>", "a.txt:1:12"},
        {"<speak>One <lang xml:lang=\"e n\">two</lang></speak>", "a.txt:1:12"},
        {"<speak>One <phoneme>two</phoneme></speak>", "a.txt:1:12"},
        {"<speak>One <say-as>two</say-as></speak>", "a.txt:1:12"},
        {"<speak>One</speak>\nTwo.", "a.txt:1:19"},
        {"<speak>One</speak><p>Two</p>", "a.txt:1:19"},
    };
    for (const auto& [text, place] : wrong) {
        const Error error = error_of(text);
        EXPECT_EQ(error.where.substr(0, place.size()), place) << text << ": " << error.message;
        EXPECT_FALSE(error.message.empty()) << text;
    }
    std::string deep = "<speak>";
    for (int i = 0; i < 200; ++i)
        deep += "<p>";
    deep += "x";
    for (int i = 0; i < 200; ++i)
        deep += "</p>";
    EXPECT_NE(error_of(deep + "</speak>").message.find("deep"), std::string::npos);
    EXPECT_FALSE(error_of("<speak> <break/> </speak>").message.empty());
}

/// Any text, however it is cut up by tags, is read as it stands.
RC_GTEST_PROP(Ssml, TagsTakeNothingOutOfTheText, (const std::vector<std::uint8_t>& seeds)) {
    std::string marked = "<speak>x";
    std::string plain = "x";
    int open = 0;
    for (const std::uint8_t seed : seeds) {
        constexpr std::uint8_t choices = 8;
        switch (seed % choices) {
            case 0:
                marked += "<lang xml:lang=\"en\">";
                ++open;
                break;
            case 1:
                if (open > 0) marked += "</lang>";
                open = std::max(0, open - 1);
                break;
            case 2:
                marked += "&lt;";
                plain += "<";
                break;
            case 3:
                marked += "<sub alias=\"x\">b c</sub>";
                plain += "b c";
                break;
            case 4:
                marked += "<!-- x -->";
                break;
            default:
                marked += static_cast<char>('a' + seed % 26);
                plain += static_cast<char>('a' + seed % 26);
        }
    }
    for (; open > 0; --open)
        marked += "</lang>";
    const auto reading = formats::read_document("a.txt", marked + "</speak>", {}, tables());
    if (!reading) {  // deeper than is allowed
        RC_ASSERT(reading.error().message.find("deep") != std::string::npos);
        return;
    }
    RC_ASSERT(check_invariants(reading->document).empty());
    RC_ASSERT(reading->document.text == plain);
}

}  // namespace
}  // namespace rawi::reading
