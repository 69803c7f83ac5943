// Web pages: the article without what is around it, its roles, and where its words come from.
#include "reading/html/html.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "read.h"

namespace rawi::reading {
namespace {

/// A paragraph that is long enough to be an article's.
std::string prose(std::string_view begin) {
    return fmt::format(
        "{} the council said on Monday that the bridge, which was closed in March, will open again "
        "next week, after repairs that took longer than planned, and cost more than expected.",
        begin);
}

/// The same about something else.
std::string sport(std::string_view begin) {
    return fmt::format(
        "{} Riverton United won their third match in a row on Sunday, with two goals in the last "
        "minutes, and "
        "are now, to the surprise of most of their own supporters, second in the table.",
        begin);
}

std::string page_of(std::string_view body, std::string_view head = {}) {
    return fmt::format("<!DOCTYPE html><html><head>{}</head><body>{}</body></html>", head, body);
}

Article read_page(const std::string& page) {
    return read_as("html", page);
}

std::vector<std::string> blocks_of(const Document& document) {
    std::vector<std::string> blocks;
    for (const Block& block : document.blocks)
        blocks.push_back(
            fmt::format("{}: {}", name_of(block.role), block.source.of(document.text)));
    return blocks;
}

std::vector<std::string> blocks_of(const std::string& page) {
    return blocks_of(read_page(page).document);
}

bool holds(const std::vector<std::string>& blocks, std::string_view part) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const std::string& block) {
        return block.find(part) != std::string::npos;
    });
}

TEST(Html, IsRecognizedByItsStart) {
    EXPECT_TRUE(html::sniff("<!doctype HTML><p>x"));
    EXPECT_TRUE(html::sniff("\n <!-- saved --> <html lang=ar>"));
    EXPECT_TRUE(html::sniff("<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\">"));
    EXPECT_FALSE(html::sniff("One < two."));
    EXPECT_FALSE(html::sniff("<speak>One.</speak>"));
    EXPECT_EQ(blocks_of(read_as("", page_of("<p>" + prose("One,") + "</p>")).document).size(), 1U);
}

TEST(Html, FurnitureAroundTheArticleIsLeftOut) {
    const std::string page = page_of(
        "<header><a href='/'>Home</a></header><nav><ul><li><a href='a'>News</a></ul></nav>"
        "<article><h1>The bridge opens</h1><p>" +
            prose("First,") + "</p><p>" + prose("Then,") +
            "</p></article><aside><h2>Most read</h2><a href='b'>Another story</a></aside>"
            "<footer>All rights reserved</footer>",
        "<title>The bridge opens | The Paper</title>");
    const auto blocks = blocks_of(page);
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[0], "headline: The bridge opens");
    EXPECT_EQ(blocks[1], "paragraph: " + prose("First,"));
    EXPECT_EQ(blocks[2], "paragraph: " + prose("Then,"));
}

TEST(Html, JsonLdLocatesTheArticleAndDescribesIt) {
    const std::string text = prose("First,") + " " + prose("Then,");
    const Article article = read_page(
        page_of("<div class=x><p>" + sport("Another story:") + "</p><p>" + sport("And one more:") +
                    "</p><p>" + sport("And the last:") + "</p></div><div class=y><div>" +
                    prose("First,") + "</div><div>" + prose("Then,") + "</div></div>",
                "<script "
                "type='application/"
                "ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"The bridge\","
                "\"author\":[{\"name\":\"A. "
                "Writer\"}],\"datePublished\":\"2024-05-14\",\"articleBody\":\"" +
                    text + "\"}]}</script>"));
    EXPECT_EQ(article.document.metadata.title, "The bridge");
    EXPECT_EQ(article.document.metadata.author, "A. Writer");
    EXPECT_EQ(article.document.metadata.date, "2024-05-14");
    const auto blocks = blocks_of(article.document);
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0], "paragraph: " + prose("First,"));
}

TEST(Html, BrokenJsonLdIsIgnored) {
    const Article article =
        read_page(page_of("<article><p>" + prose("One,") + "</p></article>",
                          "<meta property='og:title' content='A &amp; B'><script "
                          "type='application/ld+json'>{\"a\": [</script>"));
    EXPECT_EQ(article.document.metadata.title, "A & B");
}

TEST(Html, ScriptsStylesAndHiddenElementsAreNotRead) {
    const auto blocks = blocks_of(
        page_of("<article><p>" + prose("One,") +
                "</p><script>var x = 'secret';</script><style>p{}</style><p hidden>secret</p>"
                "<p aria-hidden=true>secret</p><p style='display: "
                "none'>secret</p><template>secret</template>"
                "<span class='sr-only'>secret</span></article>"));
    EXPECT_FALSE(holds(blocks, "secret"));
    EXPECT_FALSE(holds(blocks, "p{}"));
}

TEST(Html, ATextThatAScriptWillShowIsRead) {
    const auto blocks = blocks_of(page_of("<p>Loading</p><div hidden id='S:1'><p>" + prose("One,") +
                                          "</p><p>" + prose("Two,") + "</p></div>"));
    EXPECT_TRUE(holds(blocks, prose("Two,")));
}

TEST(Html, ElementsHaveTheirRoles) {
    const auto blocks =
        blocks_of(page_of("<article><h1>The bridge</h1><p>" + prose("One,") +
                          "</p><h2>A subhead</h2><ul><li>An item</ul>"
                          "<blockquote><p>A quotation</p></blockquote><pre>code  here</pre>"
                          "<figure><img src=a.jpg alt='A bridge at night'><figcaption>The "
                          "bridge</figcaption></figure>"
                          "<p>" +
                          prose("Two,") + "</p></article>"));
    const std::vector<std::string> expected = {
        "headline: The bridge",     "paragraph: " + prose("One,"), "subhead: A subhead",
        "list-item: An item",       "quote: A quotation",          "code: code  here",
        "image: A bridge at night", "caption: The bridge",         "paragraph: " + prose("Two,")};
    EXPECT_EQ(blocks, expected);
}

TEST(Html, TablesAreReadRowByRowWithTheirHeadings) {
    const auto blocks = blocks_of(page_of(
        "<article><p>" + prose("One,") +
        "</p><table><tr><th>Country<th>Votes<tr><td>Norway<td>5<tr><td>Sweden<td>7</table><p>" +
        prose("Two,") + "</p></article>"));
    EXPECT_TRUE(holds(blocks, "table: Country: Norway, Votes: 5"));
    EXPECT_TRUE(holds(blocks, "table: Country: Sweden, Votes: 7"));
}

TEST(Html, NoteReferencesAndFileNamesArePassedOver) {
    const auto blocks = blocks_of(page_of("<article><p>" + prose("One,") +
                                          "<sup><a href='#n'>[12]</a></sup> x<sup>2</sup></p>"
                                          "<img src=a alt='IMG_2024.jpg'><img src=b alt=''><p>" +
                                          prose("Two,") + "</p></article>"));
    EXPECT_FALSE(holds(blocks, "[12]"));
    EXPECT_TRUE(holds(blocks, "x2"));
    EXPECT_FALSE(holds(blocks, "IMG"));
}

TEST(Html, WhiteSpaceIsOneSpaceAndTwoBreaksEndAParagraph) {
    const auto blocks = blocks_of(page_of("<div>" + prose("One,") + "<br>\n  next\t line<br><br>" +
                                          prose("Two,") + "</div>"));
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0], "paragraph: " + prose("One,") + " next line");
    EXPECT_EQ(blocks[1], "paragraph: " + prose("Two,"));
}

TEST(Html, EveryWordHasItsPlaceInThePage) {
    const std::string page =
        page_of("<article><p>" + prose("One,") +
                " caf&eacute; &amp; R&D &copy2020 &#8220;q&#8221;</p></article>");
    const Document document = read_page(page).document;
    const std::string text = document.text;
    for (const auto& [word, written] :
         std::vector<std::pair<std::string, std::string>>{{"council", "council"},
                                                          {"\xC3\xA9", "&eacute;"},
                                                          {"R&D", "R&D"},
                                                          {"\xC2\xA9", "&copy"},
                                                          {"2020", "2020"},
                                                          {"\xE2\x80\x9C", "&#8220;"}}) {
        const std::size_t at = text.find(word);
        ASSERT_NE(at, std::string::npos) << word;
        const auto origin =
            origin_of(document, {.begin = static_cast<std::uint32_t>(at),
                                 .end = static_cast<std::uint32_t>(at + word.size())});
        ASSERT_TRUE(origin) << word;
        EXPECT_EQ(origin->second.of(document.parts[0].bytes), written);
    }
}

TEST(Html, LanguagesOfElementsAreKept) {
    const Document document =
        read_page("<html lang='ar-EG'><body><article><p>" + prose("One,") + "</p><p lang='en'>" +
                  prose("Two,") + "</p><p>" + prose("Three,") +
                  " <span lang=fr>bonjour</span> x</p></article>")
            .document;
    EXPECT_EQ(document.metadata.language, "ar-EG");
    ASSERT_EQ(document.blocks.size(), 3U);
    EXPECT_EQ(document.blocks[1].language, "en");
    ASSERT_EQ(document.controls.size(), 2U);
    EXPECT_EQ(document.controls[0].language, "en");
    EXPECT_EQ(document.controls[1].language, "fr");
    EXPECT_EQ(document.controls[1].source.of(document.text), "bonjour");
}

TEST(Html, CharsetsAreDeclaredOrFound) {
    const std::string arabic = "\xC7\xE1\xD3\xE1\xC7\xE3 \xDA\xE1\xED\xDF\xE3";
    EXPECT_EQ(html::declared_charset("<meta charset='windows-1256'>"), "windows-1256");
    EXPECT_EQ(html::declared_charset(
                  "<META http-equiv=Content-Type content=\"text/html; charset=UTF-8\">"),
              "utf-8");
    EXPECT_EQ(html::declared_charset("<p>charset=x"), "");
    for (const char* const declared :
         {"", "<meta charset=iso-8859-1>", "<meta charset=utf-8>", "<meta charset=windows-1256>"}) {
        const Article article = read_page(page_of("<p>" + arabic + "</p>", declared));
        EXPECT_EQ(article.document.text, "السلام عليكم") << declared;
    }
    EXPECT_EQ(read_page(page_of("<p>caf\xE9</p>", "<meta charset=iso-8859-1>")).document.text,
              "café");
    EXPECT_EQ(read_page(page_of("<p>Übergröße für alle: gut \xFF so</p>")).document.text,
              "Übergröße für alle: gut \xEF\xBF\xBD so");
}

TEST(Html, WhatIsBeyondTheLimitsIsReported) {
    std::string deep = "<div>";
    for (int i = 0; i < 600; ++i)
        deep += "<section>";
    const Article article = read_page(page_of(deep + "<p>" + prose("One,") + "</p>"));
    EXPECT_TRUE(holds(blocks_of(article.document), prose("One,")));
    ASSERT_FALSE(article.notices.empty());
    EXPECT_NE(article.notices[0].message.find("nested more than 512 deep"), std::string::npos);
    std::string attributes;
    for (int i = 0; i < 500; ++i)
        attributes += fmt::format(" a{}='x'", i);
    const Article wide = read_page(page_of("<p" + attributes + ">" + prose("One,") + "</p>"));
    ASSERT_FALSE(wide.notices.empty());
    EXPECT_EQ(wide.notices[0].message,
              "100 attributes were ignored, since their tags have more than 400");
    EXPECT_EQ(blocks_of(wide.document), std::vector<std::string>{"paragraph: " + prose("One,")});
}

TEST(Html, ListsWithoutEndTagsAreNotDeep) {
    std::string items;
    for (int i = 0; i < 600; ++i)
        items += fmt::format("<li>Item {}, with text that is long enough to count", i);
    const Article article = read_page(page_of("<article><ul>" + items + "</ul></article>"));
    EXPECT_TRUE(article.notices.empty());
    EXPECT_EQ(article.document.blocks.size(), 600U);
}

TEST(Html, APageForSubscribersIsReported) {
    const Article article = read_page(
        page_of("<article><p>" + prose("One,") + "</p></article>",
                "<script "
                "type='application/"
                "ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>"));
    ASSERT_EQ(article.notices.size(), 1U);
    EXPECT_NE(article.notices[0].message.find("subscribers"), std::string::npos);
}

}  // namespace
}  // namespace rawi::reading
