// Web pages: elements that are read in a way of their own.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "read.h"

namespace rawi::reading {
namespace {

/// The blocks of a page whose article has this body between two paragraphs.
std::vector<std::string> blocks_within(std::string_view body, std::string_view before = {}) {
    const std::string filler =
        "The council said on Monday that the bridge, which was closed in March, will open again "
        "next week, after repairs that took longer than planned, and cost more than expected.";
    const Article article =
        read_as("html", fmt::format("<html><head><title>The bridge opens</title></head><body>"
                                    "<div><h1>The bridge opens</h1>{}<article><p>{}</p>{}<p>{}</p>"
                                    "</article></div></body></html>",
                                    before, filler, body, filler));
    EXPECT_EQ(check_invariants(article.document), "");
    std::vector<std::string> blocks;
    for (const Block& block : article.document.blocks) {
        const std::string_view text = block.source.of(article.document.text);
        if (text != filler && block.role != Role::headline)
            blocks.push_back(fmt::format("{}: {}", name_of(block.role), text));
    }
    return blocks;
}

using Blocks = std::vector<std::string>;

TEST(HtmlElements, APictureDoesNotDivideItsParagraph) {
    EXPECT_EQ(blocks_within("<p>One <img src='a.png' alt='A boat at sea'> two.</p>"),
              (Blocks{"paragraph: One two.", "image: A boat at sea"}));
    EXPECT_EQ(blocks_within("<img src='/2024/boat.png?w=3' alt='boat'><img alt='x_1.jpg'>"),
              Blocks{});
}

TEST(HtmlElements, ASignAsAPictureIsText) {
    EXPECT_EQ(blocks_within("<p>Well done <img class='emoji' alt='&#x1F44D;'> all.</p>"),
              (Blocks{"paragraph: Well done \xF0\x9F\x91\x8D all."}));
}

TEST(HtmlElements, TheTitleOfAnAbbreviationIsSaidIfItSpellsItOut) {
    const Article article =
        read_as("html",
                "<p>The <abbr title='World Health Organization'>WHO</abbr> said so on "
                "<abbr title='2024-05-01T10:00'>Monday</abbr> to <abbr title='UN'>the United "
                "Nations</abbr>."
                "</p>");
    const Document& document = article.document;
    ASSERT_EQ(document.controls.size(), 1U);
    EXPECT_EQ(document.controls[0].kind, Control::Kind::alias);
    EXPECT_EQ(document.controls[0].source.of(document.text), "WHO");
    EXPECT_EQ(document.controls[0].value, "World Health Organization");
}

TEST(HtmlElements, AFormulaIsReadByItsAlternativeText) {
    EXPECT_EQ(blocks_within("<p>So <math alttext='a equals b'><mi>a</mi><mo>=</mo><mi>b</mi></math>"
                            " holds.</p>"),
              (Blocks{"paragraph: So a equals b holds."}));
    EXPECT_EQ(blocks_within("<p>So <math alttext='\\frac{a}{b}'><mi>c</mi><annotation>"
                            "\\frac</annotation></math> holds.</p>"),
              (Blocks{"paragraph: So c holds."}));
}

TEST(HtmlElements, ACreditWithinACaptionIsABlockOfItsOwn) {
    EXPECT_EQ(blocks_within("<figure><figcaption>The bridge at night <span class='credit'>J. Doe"
                            "</span></figcaption></figure>"),
              (Blocks{"caption: The bridge at night", "credit: J. Doe"}));
}

TEST(HtmlElements, TheCaptionBetweenHeadlineAndTextIsRead) {
    EXPECT_EQ(blocks_within("",
                            "<div class='top'><figure><img src='a.jpg'><figcaption>Cars wait at "
                            "the bridge</figcaption></figure></div>"),
              (Blocks{"caption: Cars wait at the bridge"}));
}

TEST(HtmlElements, ASentenceInABoxOfItsOwnIsText) {
    EXPECT_EQ(
        blocks_within("<div><p>In May, it said that <a href='x'>boats may pass again</a>.</p></div>"
                      "<div><p>More: <a href='y'>Ten bridges that never opened</a></p></div>"),
        (Blocks{"paragraph: In May, it said that boats may pass again.",
                "related-link: More: Ten bridges that never opened"}));
}

TEST(HtmlElements, TheTextThatSubscribersPayForIsText) {
    EXPECT_EQ(blocks_within("<p class='paywall'>It will carry trams from June.</p>"),
              (Blocks{"paragraph: It will carry trams from June."}));
}

TEST(HtmlElements, CellsInArabicArePartedByAnArabicComma) {
    EXPECT_EQ(
        blocks_within("<table><tr><td>\xD9\x81\xD8\xA7\xD8\xB3 (1)<td>2<td>3</tr><tr><td>a<td>b"
                      "</tr></table>"),
        (Blocks{"table: \xD9\x81\xD8\xA7\xD8\xB3 (1)\xD8\x8C 2\xD8\x8C 3", "table: a, b"}));
}

TEST(HtmlElements, ACellOfATableHasNoNoteReferencesAndKeepsItsLines) {
    EXPECT_EQ(blocks_within("<table><tr><th>City<th>People</tr><tr><td>Rabat<sup>[1]</sup><td><p>"
                            "577,000</p><p>in 2014</p></tr><tr><td>Fes<td>1,112,000</tr></table>"),
              (Blocks{"table: City: Rabat, People: 577,000 in 2014",
                      "table: City: Fes, People: 1,112,000"}));
}

}  // namespace
}  // namespace rawi::reading
