// Books: spine, titles, roles, metadata, and what is wrong with archives from unknown sources.
#include "reading/epub/epub.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "read.h"
#include "support/zip_of.h"

namespace rawi::reading::epub {
namespace {

using support::zip_of;
using support::ZipMember;

constexpr std::string_view container =
    R"(<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>)";

/// A content document.
std::string xhtml(std::string_view body, std::string_view head = "<title/>") {
    return fmt::format(
        R"(<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="e">)"
        "<head>{}</head><body>{}</body></html>",
        head, body);
}

std::string item(std::string_view id, std::string_view href, std::string_view more = "",
                 std::string_view type = "application/xhtml+xml") {
    return fmt::format(R"(<item id="{}" href="{}" media-type="{}" {}/>)", id, href, type, more);
}

constexpr std::string_view title = "<dc:title>The Book</dc:title><dc:language>en</dc:language>";

std::string opf(std::string_view manifest, std::string_view spine,
                std::string_view metadata = title, std::string_view more = "") {
    return fmt::format(R"(<package xmlns:dc="dc" unique-identifier="uid"><metadata>{}</metadata>)"
                       R"(<manifest>{}</manifest><spine toc="ncx">{}</spine>{}</package>)",
                       metadata, manifest, spine, more);
}

std::string nav(std::string_view links) {
    return xhtml(fmt::format(R"(<nav epub:type="toc"><ol>{}</ol></nav>)", links));
}

/// A book with these members in OEBPS/, of which the first is the package document.
std::string book(std::string_view package, std::vector<ZipMember> members) {
    std::vector<ZipMember> all = {
        {.name = "mimetype", .bytes = "application/epub+zip", .stored = true},
        {.name = "META-INF/container.xml", .bytes = std::string(container)},
        {.name = "OEBPS/book.opf", .bytes = std::string(package)}};
    for (ZipMember& member : members) {
        if (!member.name.starts_with("META-INF")) member.name.insert(0, "OEBPS/");
        all.push_back(std::move(member));
    }
    return zip_of(all);
}

/// A book of one document with this body.
std::string book_of(std::string_view body) {
    return book(opf(item("a", "a.xhtml"), R"(<itemref idref="a"/>)"),
                {{.name = "a.xhtml", .bytes = xhtml(body)}});
}

std::vector<std::string> blocks_in(const Document& document) {
    std::vector<std::string> blocks;
    for (const Block& block : document.blocks)
        blocks.push_back(
            fmt::format("{}: {}", name_of(block.role), block.source.of(document.text)));
    return blocks;
}

std::vector<std::string> blocks_of(const std::string& bytes) {
    return blocks_in(read_as("epub", bytes).document);
}

std::vector<std::string> titles_of(const std::string& bytes) {
    std::vector<std::string> titles;
    for (const Section& section : read_as("epub", bytes).document.sections)
        titles.push_back(section.title);
    return titles;
}

Error error_of(const std::string& bytes) {
    const auto article = formats::read_document("a.epub", bytes, {}, tables());
    EXPECT_FALSE(article);
    return article ? Error{} : article.error();
}

using Strings = std::vector<std::string>;

TEST(Epub, IsRecognizedByItsMembersWhateverItsName) {
    EXPECT_TRUE(sniff(book_of("<p>x</p>")));
    EXPECT_TRUE(sniff(zip_of({{.name = "a", .bytes = "b"},
                              {.name = "META-INF/container.xml", .bytes = "<container/>"}})));
    EXPECT_FALSE(sniff(zip_of({{.name = "word/document.xml", .bytes = "<w/>"}})));
    EXPECT_FALSE(sniff("application/epub+zip"));
    const auto article = formats::read_document("a.txt", book_of("<p>Words.</p>"), {}, tables());
    ASSERT_TRUE(article) << article.error().message;
    EXPECT_EQ(article->document.text, "Words.");
}

TEST(Epub, ReadsTheSpineInItsOrderAndNonlinearDocumentsApart) {
    const std::string bytes =
        book(opf(item("a", "a.xhtml") + item("b", "b.xhtml") + item("n", "n.xhtml"),
                 R"(<itemref idref="n" linear="no"/><itemref idref="b"/><itemref idref="a"/>)"),
             {{.name = "a.xhtml", .bytes = xhtml("<p>Second.</p>")},
              {.name = "b.xhtml", .bytes = xhtml("<p>First.</p>")},
              {.name = "n.xhtml",
               .bytes = xhtml("<h1>Apart</h1><div epub:type='footnotes'><p>A note.</p></div>")}});
    EXPECT_EQ(blocks_of(bytes), (Strings{"paragraph: First.", "paragraph: Second.",
                                         "furniture: Apart", "furniture: A note."}));
}

TEST(Epub, WhatIsEmptyInXmlHoldsNoText) {
    EXPECT_EQ(blocks_of(book_of("<a id='x'/><p>One <i/>word.</p><script/><div/><p>Two "
                                "<![CDATA[<b> & c]]></p><p>Three&nbsp;&eacute;&#233;&lt;</p>")),
              (Strings{"paragraph: One word.", "paragraph: Two <b> & c",
                       "paragraph: Three \xC3\xA9\xC3\xA9<"}));
}

TEST(Epub, WhatIsNotWellFormedIsReadAsHtml) {
    const std::string bytes =
        book(opf(item("a", "a.html", "", "text/html"), R"(<itemref idref="a"/>)"),
             {{.name = "a.html", .bytes = "<p>One<br>line<p>Two &amp; three"}});
    EXPECT_EQ(blocks_of(bytes), (Strings{"paragraph: One line", "paragraph: Two & three"}));
}

TEST(Epub, AMistakeDoesNotLetAnEmptyElementSwallowTheText) {
    const std::string page =
        "<?xml version='1.0'?><html><head><title/><script src='a>b'/></head><body><a id='x'/>"
        "<p>One w<i/>ord</b></p><br/><p title='a>b'>Two, 1 <2 <br/>three</p></body></html>";
    const std::string bytes = book(opf(item("a", "a.xhtml"), R"(<itemref idref="a"/>)"),
                                   {{.name = "a.xhtml", .bytes = page}});
    EXPECT_EQ(blocks_of(bytes), (Strings{"paragraph: One word", "paragraph: Two, 1 <2 three"}));
}

TEST(Epub, EachWordHasItsPlaceInItsMember) {
    const Article article = read_as("epub", book_of("<p>caf&eacute; au lait</p>"));
    const Document& document = article.document;
    const auto begin = static_cast<std::uint32_t>(document.text.find("lait"));
    const auto origin = origin_of(document, {.begin = begin, .end = begin + 4});
    ASSERT_TRUE(origin);
    const Part& part = document.parts[origin->first];
    EXPECT_EQ(part.name, "a.txt/OEBPS/a.xhtml");
    EXPECT_EQ(origin->second.of(part.bytes), "lait");
    const auto accent = static_cast<std::uint32_t>(document.text.find("\xC3\xA9"));
    const auto entity = origin_of(document, {.begin = accent, .end = accent + 2});
    ASSERT_TRUE(entity);
    EXPECT_EQ(entity->second.of(part.bytes), "&eacute;");
}

TEST(Epub, NoteReferencesAndPageBreaksAreNeverSpokenNorCutAWord) {
    EXPECT_EQ(blocks_of(book_of(R"(<p>A word<a epub:type="noteref" href="#n1">1</a>,
        an<span epub:type="pagebreak" id="p7">7</span>other<sup><a href="#x">2</a></sup>
        and<a href="b.xhtml#fn3"><sup>[3]</sup></a> last<span role="doc-noteref">x</span>.
        <a href="#sec">Chapter 2</a></p>)")),
              (Strings{"paragraph: A word, another and last. Chapter 2"}));
}

TEST(Epub, MarksOfNotesInOldBooksAreNotSpokenEither) {
    EXPECT_EQ(
        blocks_of(book_of(R"(<p>One<a href="notes.html#fn1">1</a> two<a href="#x">*</a>
        three<a class="noteref" href="#y">&#x661;</a> four<a href="#z">[12]</a>
        <span class="pagenum">[Pg 12]</span>five, page <a href="#page7">7</a>, x<sup>2</sup> and
        <a href="#note">abc</a>.</p><p class="footnote"><a href="#r1">1</a> A note.</p>)")),
        (Strings{"paragraph: One two three four five, page 7, x2 and abc.", "note: A note."}));
}

TEST(Epub, NotesStandAfterTheParagraphTheyAreIn) {
    EXPECT_EQ(blocks_of(book_of(R"(<p>Text <span epub:type="footnote">A <b>note</b>.</span>goes
        on.</p><aside role="doc-footnote"><p><a role="doc-backlink" href="#r">1</a> Two.</p>
        <blockquote>Said.</blockquote></aside><section epub:type="rearnotes"><h2>Notes</h2>
        <p>Three.</p></section>)")),
              (Strings{"paragraph: Text goes on.", "note: A note.", "note: Two.", "note: Said.",
                       "note: Notes", "note: Three."}));
}

TEST(Epub, APictureNeverCutsAParagraph) {
    EXPECT_EQ(
        blocks_of(book_of(R"(<p>Before <img src="a.png" alt="A tree"/> and after.</p>
        <p><img alt="O"/>nce upon a time.</p><h2><img alt="Chapter One"/></h2>
        <h2>Two <img alt="A leaf"/></h2><p>End.</p>)")),
        (Strings{"paragraph: Before and after.", "image: A tree", "paragraph: Once upon a time.",
                 "subhead: Chapter One", "subhead: Two", "image: A leaf", "paragraph: End."}));
}

TEST(Epub, ThePicturesTextIsNotSaidWhereItsCaptionSaysTheSame) {
    EXPECT_EQ(blocks_of(book_of(R"(<figure><img alt="A brown dog"/><figcaption>A brown dog, in
        May</figcaption></figure><figure><img alt="A cat"/><figcaption>Our neighbour</figcaption>
        </figure>)")),
              (Strings{"caption: A brown dog, in May", "image: A cat", "caption: Our neighbour"}));
}

TEST(Epub, ManyPicturesInOneFigureTakeLinearTime) {
    std::string body = "<figure><figcaption>A caption of four words</figcaption>";
    for (int i = 0; i < 20'000; ++i)
        body += "<img alt='A dog'/>";
    EXPECT_EQ(blocks_of(book_of(body + "</figure>")).size(), 20'001U);
}

TEST(Epub, ListsOfLinksAreFurniture) {
    EXPECT_EQ(
        blocks_of(book_of(R"(<nav epub:type="page-list"><a href="#p1">1</a></nav>
        <section epub:type="toc"><h2>Contents</h2><p><a href="b.xhtml">One</a></p></section>
        <p>Text.</p>)")),
        (Strings{"furniture: 1", "furniture: Contents", "furniture: One", "paragraph: Text."}));
}

TEST(Epub, OnlyTheDefaultOfASwitchIsRead) {
    EXPECT_EQ(blocks_of(book_of("<epub:switch><epub:case><chem>H2O</chem></epub:case>"
                                "<epub:default><p>Water</p></epub:default></epub:switch>")),
              (Strings{"paragraph: Water"}));
}

TEST(Epub, MetadataIsThatOfThePackage) {
    const Article article = read_as(
        "epub", book(opf(item("a", "a.xhtml"), R"(<itemref idref="a"/>)",
                         R"(<dc:title id="s">A Series</dc:title><dc:title id="t">The &amp;
                 Book</dc:title><meta refines="#t" property="title-type">main</meta>
                 <dc:creator>Ann</dc:creator><dc:creator xmlns:opf="o" opf:role="ill">Ben</dc:creator>
                 <dc:creator>Cy</dc:creator><dc:language>ar_eg</dc:language>
                 <dc:date opf:event="modification">2022</dc:date><dc:date>1999</dc:date>
                 <dc:identifier>isbn</dc:identifier><dc:identifier id="uid">urn:x</dc:identifier>)"),
                     {{.name = "a.xhtml", .bytes = xhtml("<h1>The &amp; Book</h1><p>Text</p>")}}));
    const Metadata& metadata = article.document.metadata;
    EXPECT_EQ(metadata.title, "The & Book");
    EXPECT_EQ(metadata.author, "Ann, Cy");
    EXPECT_EQ(metadata.language, "ar-EG");
    EXPECT_EQ(metadata.date, "1999");
    EXPECT_EQ(metadata.address, "urn:x");
    EXPECT_EQ(metadata.id, "urn:x");
    EXPECT_EQ(article.document.blocks.front().role, Role::headline);
}

TEST(Epub, TheLanguageOfADocumentIsNotRepeatedInItsBlocks) {
    const Article article =
        read_as("epub", book(opf(item("a", "a.xhtml"), R"(<itemref idref="a"/>)"),
                             {{.name = "a.xhtml",
                               .bytes = "<html xml:lang='en-US'><body><p>Text</p><p lang='fr'>Un"
                                        "</p></body></html>"}}));
    ASSERT_EQ(article.document.blocks.size(), 2U);
    EXPECT_EQ(article.document.blocks[0].language, "");
    EXPECT_EQ(article.document.blocks[1].language, "fr");
}

TEST(Epub, ChaptersAreNamedByTheirHeadingsElseByTheTableOfContents) {
    const std::string bytes = book(
        opf(item("n", "nav.xhtml", "properties='nav'") + item("a", "a.xhtml") +
                item("b", "b.xhtml") + item("c", "c.xhtml") + item("d", "d.xhtml"),
            R"(<itemref idref="a"/><itemref idref="b"/><itemref idref="c"/><itemref idref="d"/>)"),
        {{.name = "nav.xhtml", .bytes = nav(R"(<li><a href="a.xhtml">In the nav</a></li>
            <li><a href="b.xhtml">Number Two</a></li><li><a href="d.xhtml#%D8%B3">Half way</a></li>)")},
         {.name = "a.xhtml", .bytes = xhtml("<p>No heading.</p>")},
         {.name = "b.xhtml",
          .bytes = xhtml("<p>To my cat</p><h1>Two</h1><p>Text.</p><h2>Part</h2><p>More.</p>")},
         {.name = "c.xhtml", .bytes = xhtml("<p>It goes on.</p>")},
         {.name = "d.xhtml",
          .bytes = xhtml("<h1>Three</h1><h2>The End</h2><p>A.</p><p id='\xD8\xB3'>B.</p>")}});
    EXPECT_EQ(titles_of(bytes),
              (Strings{"In the nav", "Two", "Part", "Three: The End", "Half way"}));
    const Document document = read_as("epub", bytes).document;
    EXPECT_EQ(document.text.find("In the nav"), std::string::npos) << "it is not spoken";
    ASSERT_EQ(document.sections.size(), 5U);
    EXPECT_EQ(document.sections[2].block_count, 3U) << "a document without a title goes on";
}

TEST(Epub, AnOldBookHasItsTitlesInItsNcx) {
    const std::string bytes =
        book(opf(item("ncx", "toc.ncx", "", "application/x-dtbncx+xml") + item("a", "a%20b.html") +
                     item("c", "c.html"),
                 R"(<itemref idref="c"/><itemref idref="a"/>)", title,
                 R"(<guide><reference type="toc" href="c.html"/></guide>)"),
             {{.name = "toc.ncx",
               .bytes = "<ncx><navMap><navPoint><navLabel><text>Called so</text></navLabel>"
                        "<content src='a%20b.html'/></navPoint></navMap></ncx>"},
              {.name = "c.html", .bytes = xhtml("<p><a href='a%20b.html'>Called so</a></p>")},
              {.name = "a b.html", .bytes = xhtml("<p>Text.</p>")}});
    EXPECT_EQ(blocks_of(bytes), (Strings{"furniture: Called so", "paragraph: Text."}));
    EXPECT_EQ(titles_of(bytes), (Strings{"The Book", "Called so"}));
}

TEST(Epub, WhatIsMissingIsANoticeAndLosesNothingElse) {
    const Article article = read_as(
        "epub", book(opf(item("a", "a.xhtml") + item("b", "b.xhtml") + item("o", "../../x.xhtml"),
                         R"(<itemref idref="b"/><itemref idref="none"/><itemref idref="o"/>
                         <itemref idref="a"/>)"),
                     {{.name = "a.xhtml", .bytes = xhtml("<p>Here.</p>")}}));
    EXPECT_EQ(article.document.text, "Here.");
    ASSERT_EQ(article.notices.size(), 3U);
    EXPECT_EQ(article.notices[2].place, "a.txt/OEBPS/b.xhtml");
}

TEST(Epub, ADocumentThatTheSpineRepeatsIsReadSeveralTimesButNotEndlessly) {
    std::string spine;
    for (int i = 0; i < 100; ++i)
        spine += R"(<itemref idref="a"/>)";
    const Article article = read_as(
        "epub",
        book(opf(item("a", "a.xhtml"), spine), {{.name = "a.xhtml", .bytes = xhtml("<p>X</p>")}}));
    EXPECT_EQ(article.document.blocks.size(), 8U);
    EXPECT_EQ(article.document.parts.size(), 1U);
    EXPECT_FALSE(article.notices.empty());
}

TEST(Epub, AChainOfFallbacksMayBeACircle) {
    const std::string manifest = item("a", "a.png", "fallback='b'", "image/png") +
                                 item("b", "b.png", "fallback='a'", "image/png") +
                                 item("c", "c.png", "fallback='d'", "image/png") +
                                 item("d", "d.xhtml");
    const std::string bytes = book(opf(manifest, R"(<itemref idref="a"/><itemref idref="c"/>)"),
                                   {{.name = "d.xhtml", .bytes = xhtml("<p>Instead.</p>")}});
    EXPECT_EQ(blocks_of(bytes), (Strings{"paragraph: Instead."}));
}

TEST(Epub, EntitiesOfADocumentTypeAreNotExpanded) {
    const std::string bytes = book(
        opf(item("a", "a.xhtml"), R"(<itemref idref="a"/>)"),
        {{.name = "a.xhtml",
          .bytes = "<!DOCTYPE html [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;'><!ENTITY c "
                   "SYSTEM 'file:///etc/passwd'>]><html><body><p>T &b; &c;</p></body></html>"}});
    EXPECT_EQ(blocks_of(bytes), (Strings{"paragraph: T &b; &c;"}));
}

TEST(Epub, DeepNestingIsReadWithinLimits) {
    std::string deep, closing;
    for (int i = 0; i < 2000; ++i) {
        deep += "<div>";
        closing += "</div>";
    }
    const Article article = read_as("epub", book_of(deep + "<p>Deep.</p>" + closing));
    EXPECT_EQ(article.document.text, "Deep.");
    EXPECT_EQ(article.notices.size(), 1U);
}

TEST(Epub, ABookOfPicturesIsSaidToBeOne) {
    const Error error = error_of(book_of("<p><img src='1.png' alt=''/></p>"));
    EXPECT_NE(error.message.find("pictures only"), std::string::npos) << error.message;
    EXPECT_EQ(error.where, "a.epub");
    const Article described = read_as("epub", book_of("<p><img src='1.png' alt='A dog'/></p>"));
    ASSERT_EQ(described.notices.size(), 1U);
    EXPECT_NE(described.notices[0].message.find("pictures"), std::string::npos);
}

TEST(Epub, AnEncryptedBookIsSaidToBeOneButObfuscatedFontsDoNotCount) {
    const auto with = [](std::string_view algorithm) {
        return book(
            opf(item("a", "a.xhtml"), R"(<itemref idref="a"/>)"),
            {{.name = "a.xhtml", .bytes = xhtml("<p>Text</p>")},
             {.name = "META-INF/encryption.xml",
              .bytes = fmt::format(
                  R"(<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/>)"
                  R"(<enc:CipherData><enc:CipherReference URI="OEBPS/a.xhtml"/></enc:CipherData>)"
                  "</enc:EncryptedData></encryption>",
                  algorithm)}});
    };
    const Error error = error_of(with("http://www.w3.org/2001/04/xmlenc#aes128-cbc"));
    EXPECT_NE(error.message.find("DRM"), std::string::npos) << error.message;
    EXPECT_EQ(error.where, "a.epub/OEBPS/a.xhtml");
    EXPECT_EQ(blocks_of(with("http://www.idpf.org/2008/embedding")), (Strings{"paragraph: Text"}));
}

TEST(Epub, ABookWithoutAnythingToReadSaysWhy) {
    EXPECT_EQ(error_of(zip_of({{.name = "mimetype", .bytes = "application/epub+zip"}})).where,
              "a.epub/META-INF/container.xml");
    EXPECT_EQ(error_of(book("<nothing/>", {})).where, "a.epub/OEBPS/book.opf");
    EXPECT_EQ(error_of(book(opf(item("a", "a.xhtml"), R"(<itemref idref="a"/>)"), {})).where,
              "a.epub/OEBPS/a.xhtml");
    EXPECT_EQ(error_of("PK\x03\x04 not an archive").where, "a.epub");
}

}  // namespace
}  // namespace rawi::reading::epub
