#include "reading/markdown/markdown.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "read.h"
#include "reading/markdown/front_matter.h"
#include "reading/policies.h"

namespace rawi::reading::markdown {
namespace {

Article read_markdown(std::string_view text) {
    return read_as("markdown", text);
}

/// Each block as "role: text", with its policy if it is not spoken.
std::vector<std::string> blocks_in(std::string_view text) {
    Document document = read_markdown(text).document;
    apply_policies(document, {}, {});
    std::vector<std::string> blocks;
    for (const Block& block : document.blocks) {
        std::string line(name_of(block.role));
        if (block.level > 0) line += std::to_string(block.level);
        if (block.policy != Policy::speak) line += " (" + std::string(name_of(block.policy)) + ")";
        blocks.push_back(line + ": " + std::string(block.source.of(document.text)));
    }
    return blocks;
}

using Blocks = std::vector<std::string>;

/// The bytes of the file that a passage of the document comes from.
std::string origin_in(const Document& document, std::string_view passage) {
    const auto begin = static_cast<std::uint32_t>(document.text.find(passage));
    const auto size = static_cast<std::uint32_t>(passage.size());
    const auto origin = origin_of(document, {.begin = begin, .end = begin + size});
    return origin ? std::string(origin->second.of(document.parts[origin->first].bytes)) : "nothing";
}

std::string error_in(const std::string& text) {
    const auto article = formats::read_document("a.md", text, {}, tables());
    EXPECT_FALSE(article);
    return article ? "" : article.error().where + ": " + article.error().message;
}

TEST(Markdown, BlocksHaveTheirRoles) {
    EXPECT_EQ(blocks_in("Intro.\n\n# Title\n\n> Quoted\n> text.\n\n- one\n- two\n\n  three\n\n"
                        "## Part *two*\n\n```c\nint x;\n```\n\n1. four\n   > five\n\n# Last\n"),
              (Blocks{"paragraph: Intro.", "headline1: Title", "quote: Quoted text.",
                      "list-item: one", "list-item: two", "list-item: three", "subhead2: Part two",
                      "code (skip): int x;", "list-item: four", "quote: five", "subhead1: Last"}));
}

TEST(Markdown, MarksAreNotText) {
    EXPECT_EQ(
        blocks_in("A *b* **c** `d` ~~e~~ f\\\ng  \nh [i](http://j \"k\") <http://l.m>[^n] \\*o\\*"),
        (Blocks{"paragraph: A b c d  f g h i http://l.m *o*"}));
    EXPECT_EQ(blocks_in("- [x] done\n- [ ] open"), (Blocks{"list-item: done", "list-item: open"}));
    EXPECT_EQ(blocks_in("[a][b]\n\n[b]: http://c 'd'"), (Blocks{"paragraph: a"}));
}

TEST(Markdown, WordsThatOnlyTouchAreApart) {
    EXPECT_EQ(blocks_in("[one](a)[two](b), see<http://c.d>e, __f_ and [g](h)'s *i*s"),
              (Blocks{"paragraph: one two, see http://c.d e, _ f and g's is"}));
}

TEST(Markdown, EntitiesAreDecodedAndMapBackToTheirBytes) {
    const Document document =
        read_markdown("Caf&eacute; &#38; &lt;b&gt; &nope; AT&T &#10; end").document;
    EXPECT_EQ(document.text, "Caf\xC3\xA9 & <b> &nope; AT&T  end");
    EXPECT_EQ(origin_in(document, "\xC3\xA9"), "&eacute;");
    EXPECT_EQ(origin_in(document, "&nope;"), "&nope;");
}

TEST(Markdown, WordsMapBackToTheirBytes) {
    const std::string text =
        "---\ntitle: \"The title\"\n---\n> Some **bold**\n> words[^1] here\n\n| Head |\n|---|\n| "
        "cell "
        "|\n\n<p>raw\nhtml</p>\n\n[^1]: A note.\n";
    const Document document = read_markdown(text).document;
    for (const std::string_view word :
         {"The title", "bold", "words", "here", "Head", "cell", "raw", "html", "A note."}) {
        EXPECT_EQ(origin_in(document, word), word);
    }
    EXPECT_EQ(where(document, document.blocks[0].source), "a.txt:2:9");
    EXPECT_EQ(where(document, document.blocks[1].source), "a.txt:4:3");
}

TEST(Markdown, TablesAreReadRowByRowWithTheirHeadings) {
    EXPECT_EQ(
        blocks_in("| City | *Height:* | |\n|---|:-:|---|\n| Ta'if | 1,879 m | x |\n| Jeddah | |"),
        (Blocks{"table: City: Ta'if, Height: 1,879 m, x", "table: City: Jeddah"}));
    EXPECT_EQ(blocks_in("| a | b |\n|---|---|\n"), (Blocks{"table: a, b"}));
}

TEST(Markdown, TheHeadingsOfATableAreRepeatedWithinLimits) {
    std::string text = "|" + std::string(2000, 'h') + "|\n|---|\n";
    for (int row = 0; row < 2000; ++row)
        text += "|c|\n";
    const Article article = read_markdown(text);
    EXPECT_LT(article.document.text.size(), 1'100'000U);
    EXPECT_EQ(article.document.blocks.size(), 2000U);
    ASSERT_EQ(article.notices.size(), 1U);
    EXPECT_NE(article.notices[0].message.find("headings"), std::string::npos);
}

TEST(Markdown, PicturesComeAfterTheirParagraphs) {
    EXPECT_EQ(blocks_in("Before ![Boats at *sea*](a.jpg) after.\n\nMore."),
              (Blocks{"paragraph: Before  after.", "image: Boats at sea", "paragraph: More."}));
    EXPECT_EQ(blocks_in("[![A map](a.jpg)](b)\n\n# Title"),
              (Blocks{"image: A map", "headline1: Title"}));
    EXPECT_EQ(blocks_in("A ![](b.jpg) ![c d.PNG](e) ![IMG_7](f/IMG_7.jpg?g=h)"),
              (Blocks{"paragraph: A"}));
}

TEST(Markdown, EmphasizedTextBelowAPictureIsItsCaption) {
    EXPECT_EQ(blocks_in("![A boat](a.jpg)\n*The boat, in May*"),
              (Blocks{"caption: The boat, in May", "image: A boat"}));
    EXPECT_EQ(blocks_in("![The boat](a.jpg)\n\n*The boat.*\n\n*No picture.*"),
              (Blocks{"caption: The boat.", "paragraph: No picture."}));
}

TEST(Markdown, FootnotesAreBlocksOfTheirOwnAndReferencesAreNotText) {
    EXPECT_EQ(
        blocks_in("One[^1], **two**[^note-2]; `[^1]` \\[^1].\n\n[^1]: First.\n    Still.\n\n"
                  "    Second *paragraph*.\n[^note-2]: http://a.b\n\nAfter. [2](#fn2) [3](#three)"),
        (Blocks{"paragraph: One, two; [^1] [^1].", "note (skip): First. Still.",
                "note (skip): Second paragraph.", "note (skip): http://a.b",
                "paragraph: After.  3"}));
}

TEST(Markdown, RawHtmlIsReadWithoutItsTags) {
    EXPECT_EQ(blocks_in("A<br>b <!-- c -- d --> <b title=\"<x>\">e</b> <script>f()</script>g"),
              (Blocks{"paragraph: A b  e g"}));
    EXPECT_EQ(blocks_in("<div align=\"center\">\n<h2>One &amp;\ntwo</h2>\nThree<ul><li>four</ul>\n"
                        "<img src=x alt='A &lt;map&gt;'><table><tr><td>a<td>b</table></div>"),
              (Blocks{"subhead2: One & two", "paragraph: Three", "list-item: four",
                      "image: A <map>", "table: a, b"}));
    EXPECT_EQ(
        blocks_in("<style>\np {}\n\nq {}\n</style>\n\nText.\n\n<!-- a\n\nb -->\n\n<?php c ?>\n"),
        (Blocks{"code (skip): p {} q {}", "paragraph: Text."}));
    EXPECT_EQ(blocks_in("<div\nnever closed"), (Blocks{"paragraph: <div never closed"}));
}

TEST(Markdown, AScriptMayContainBlankLines) {
    EXPECT_EQ(blocks_in("<div><script>\na\n\nb\n\n</script>c</div>\n\nd"),
              (Blocks{"code (skip): a", "paragraph: c", "paragraph: d"}));
    EXPECT_EQ(blocks_in("<div><script>\na\n\nb"), (Blocks{"code (skip): a", "paragraph: b"}));
}

TEST(Markdown, FrontMatterIsMetadata) {
    const Article article = read_markdown(
        "---\n# a comment\ntitle: 'It''s: a title'  # not this\ndescription: >\n  Not said,\n  at "
        "all\n"
        "authors:\n  - name: Jane Doe\n    url: x\n  - \"John \\u0052oe\"\ndate: 2026-05-01\n"
        "lang: en_gb\ncanonical: https://a.b/c\ntags: [d, e]\n---\n\nText.\n");
    const Metadata& metadata = article.document.metadata;
    EXPECT_EQ(metadata.title, "It's: a title");
    EXPECT_EQ(metadata.author, "Jane Doe, John Roe");
    EXPECT_EQ(metadata.date, "2026-05-01");
    EXPECT_EQ(metadata.language, "en-GB");
    EXPECT_EQ(metadata.address, "https://a.b/c");
    EXPECT_EQ(article.document.text, "It's: a title\n\nText.");
    EXPECT_EQ(article.document.blocks[0].role, Role::headline);
}

TEST(Markdown, FrontMatterMayBeToml) {
    const Article article = read_markdown(
        "+++\ntitle = \"A title\"\nauthors = [\n  \"Jane, Doe\", # first\n  'John Roe',\n]\n"
        "language = \"ar\"\n[extra]\ntitle = \"No\"\n+++\nText.\n");
    const Metadata& metadata = article.document.metadata;
    EXPECT_EQ(metadata.title, "A title");
    EXPECT_EQ(metadata.author, "Jane, Doe, John Roe");
    EXPECT_EQ(metadata.language, "ar");
    EXPECT_EQ(article.document.text, "A title\n\nText.");
}

TEST(Markdown, LinesThatOnlyLookLikeFrontMatterAreText) {
    EXPECT_EQ(front_matter_of("---\nOne\n---\nTwo\n").end, 0U);
    EXPECT_EQ(front_matter_of("---\nThe day: rain\n---\n").end, 0U);
    EXPECT_EQ(front_matter_of("---\ntitle: never closed\n").end, 0U);
    EXPECT_EQ(front_matter_of("--- x\ntitle: a\n---\n").end, 0U);
    EXPECT_EQ(front_matter_of("\n---\ntitle: a\n---\n").end, 0U);
    EXPECT_EQ(front_matter_of("---\r\ntitle: a\r\n...\r\nText").end, 20U);
    EXPECT_EQ(blocks_in("---\nOne\n---\nTwo"), (Blocks{"subhead2: One", "paragraph: Two"}));
}

TEST(Markdown, AnInvalidLanguageIsReported) {
    const Article article = read_markdown("---\ntitle: a\nlang: not a language\n---\nText.");
    EXPECT_EQ(article.document.metadata.language, "");
    ASSERT_EQ(article.notices.size(), 1U);
    EXPECT_EQ(article.notices[0].place, "a.txt:3:7");
}

TEST(Markdown, TheTitleIsSaidOnce) {
    EXPECT_EQ(blocks_in("---\ntitle: One Title\n---\nText.\n\n# One *title*\n\nText."),
              (Blocks{"paragraph: Text.", "headline1: One title", "paragraph: Text."}));
    EXPECT_EQ(blocks_in("---\ntitle: Short\n---\n# A long headline\n\nText."),
              (Blocks{"headline1: A long headline", "paragraph: Text."}));
    EXPECT_EQ(blocks_in("---\ntitle: Whole\n---\nText.\n\n# Part"),
              (Blocks{"headline1: Whole", "paragraph: Text.", "subhead1: Part"}));
    EXPECT_EQ(read_markdown("Text.\n\n#  A &amp; b #").document.metadata.title, "A & b");
}

TEST(Markdown, IsRecognizedByItsContent) {
    for (const std::string_view text : {
             "---\ntitle: A\n---\nText.\n",
             "+++\ndate = 2026-01-01\n+++\nText.\n",
             "## Rain\n\nSome **bold** text and [a link](https://a.b/).\n",
             "# Rain\n\nIt is **wet** and **cold**, [they say](http://a.b).\n",
             "# Storm\n\nIt rained.\n\n## Part two\n\nIt stopped.\n",
             "## 3. Results\n\nSales rose.\n",
             "Text.\n\n## One\n\nText.\n\n### Two\n\nText.\n",
             "Run:\n\n```\nls\n```\n\n| a | b |\n|---|---|\n| c | d |\n",
         }) {
        EXPECT_TRUE(sniff(text)) << text;
    }
    EXPECT_EQ(read_as("", "## Rain\n\nA **bold** [link](https://a.b/).").document.text,
              "Rain\n\nA bold link.");
}

TEST(Markdown, PlainTextIsNotMistakenForIt) {
    for (const std::string_view text : {
             "",
             "A title\n\nA paragraph - with dashes -- and *stars*.\n\n- a list\n- of things\n",
             "#Breaking: f**k and s**t, 2**3**4. **Really** good. **Very**.\n",
             "# 1 in the charts\n\nText.\n\n# 2 in the charts\n",
             "---\nOne\n---\nTwo\n---\n",
             "---\nNote: an aside\n---\nText.\n",
             "He said [sic] (twice) that [this](is not a link) or [that] (http://a.b).\n",
             "1. Iran\nText.\n\n2. Iraq\n_____\n**** stars ****\n=====\n| a bar | another |\n",
             "See http://a.b/c_d_e and [1](note).\n```unclosed\n## x",
         }) {
        EXPECT_FALSE(sniff(text)) << text;
    }
}

TEST(Markdown, CodesOfSiteGeneratorsAreNotText) {
    EXPECT_EQ(
        blocks_in("## Rain {#rain .big}\n\n{% include a.html %}\nIt {{< b c >}}rains `{{ d }}`.\n"
                  "{: .e}\n\n> [!NOTE]\n> Mind {the} {gap}.\n\n# A {\n"),
        (Blocks{"subhead2: Rain", "paragraph: It rains {{ d }}.", "quote: Mind {the} {gap}.",
                "headline1: A {"}));
}

TEST(Markdown, WordsGiveParagraphsTheirRoles) {
    const std::string text =
        "# Rain\n\nBy Jane Doe\n\nIt rained.\n\nRead also: [Snow](/snow)\n\n"
        "Read also:\n\n- [Ice](/ice)\n- [Hail](/hail)\n\nIt rained on.\n";
    EXPECT_EQ(blocks_in(text),
              (Blocks{"headline1: Rain", "byline: By Jane Doe", "paragraph: It rained.",
                      "related-link (skip): Read also: Snow",
                      "related-link (skip): Read also:", "related-link (skip): Ice",
                      "related-link (skip): Hail", "paragraph: It rained on."}));
    EXPECT_EQ(read_markdown(text).document.metadata.author, "Jane Doe");
}

TEST(Markdown, ADatelineIsABlockOfItsOwn) {
    const std::string body =
        " The river rose by two metres overnight, the town's engineers said on Monday.";
    EXPECT_EQ(blocks_in("# Flood\n\n**RIVERTON** (AP) -" + body),
              (Blocks{"headline1: Flood", "dateline: RIVERTON (AP) -", "paragraph:" + body}));
    EXPECT_EQ(blocks_in("# Flood\n\n*RIVERTON &mdash;*" + body),
              (Blocks{"headline1: Flood", "dateline: RIVERTON \xE2\x80\x94", "paragraph:" + body}));
}

TEST(Markdown, DeepNestingIsFlattenedAndReported) {
    std::string text;
    for (int level = 0; level < 1000; ++level)
        text += "> ";
    const Article article =
        read_markdown("Text.\n\n" + text + "quoted\n\n" + std::string(500, ' ') + "- x");
    EXPECT_EQ(article.document.blocks[1].source.of(article.document.text), "quoted");
    ASSERT_EQ(article.notices.size(), 1U);
    EXPECT_EQ(article.notices[0].place, "a.txt:3:65");
    EXPECT_NE(article.notices[0].message.find("32"), std::string::npos);
}

TEST(Markdown, LimitsAreNamed) {
    EXPECT_NE(error_in(std::string(17 << 20, '\n')).find("16 MiB"), std::string::npos);
    const std::string paragraph = error_in("a\n\n" + std::string(1100000, 'b'));
    EXPECT_TRUE(paragraph.starts_with("a.md:3:1")) << paragraph;
    EXPECT_NE(paragraph.find("1 MiB"), std::string::npos);
    std::string links = "[a]: " + std::string(500000, 'b') + "\n\n";
    for (int i = 0; i < 1000; ++i)
        links += "[a] ";
    EXPECT_NE(error_in(links).find("256 MiB"), std::string::npos);
}

TEST(Markdown, AFileNamedSoIsMarkdown) {
    for (const std::string name : {"a.md", "b.MARKDOWN", "c.mkd"}) {
        const auto article = formats::read_document(name, "Some *text*.", {}, tables());
        ASSERT_TRUE(article);
        EXPECT_EQ(article->document.text, "Some text.");
    }
    EXPECT_NE(error_in("<!-- nothing -->").find("a.md"), std::string::npos);
}

}  // namespace
}  // namespace rawi::reading::markdown
