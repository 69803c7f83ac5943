#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "read.h"
#include "reading/policies.h"
#include "support/zip_of.h"

namespace rawi::reading::office {
namespace {

using support::zip_of;
using support::ZipMember;

constexpr std::string_view word_styles = R"xml(<w:styles>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="My Own"/>
<w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/>
<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="a"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="paragraph" w:styleId="Author"><w:name w:val="Author"/></w:style>
<w:style w:type="paragraph" w:styleId="Date"><w:name w:val="Date"/></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="secret"/>
<w:rPr><w:vanish/></w:rPr></w:style></w:styles>)xml";

constexpr std::string_view word_lists = R"xml(<w:numbering>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>
</w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="*"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>
</w:lvlOverride></w:num></w:numbering>)xml";

constexpr std::string_view word_relations = R"xml(<Relationships>
<Relationship Id="1" Type="http://x/styles" Target="styles.xml"/>
<Relationship Id="2" Type="http://x/numbering" Target="/word/numbering.xml"/>
<Relationship Id="3" Type="http://x/footnotes" Target="footnotes.xml"/>
<Relationship Id="4" Type="http://x/endnotes" Target="endnotes.xml"/></Relationships>)xml";

constexpr std::string_view package_relations = R"xml(<Relationships>
<Relationship Id="1" Type="http://x/officeDocument" Target="word/document.xml"/>
<Relationship Id="2" Type="http://x/core-properties" Target="docProps/core.xml"/></Relationships>)xml";

std::string docx(std::string_view body, std::vector<ZipMember> more = {}) {
    std::vector<ZipMember> members = {
        {.name = "[Content_Types].xml", .bytes = "<Types/>"},
        {.name = "_rels/.rels", .bytes = std::string(package_relations)},
        {.name = "word/_rels/document.xml.rels", .bytes = std::string(word_relations)},
        {.name = "word/styles.xml", .bytes = std::string(word_styles)},
        {.name = "word/numbering.xml", .bytes = std::string(word_lists)},
        {.name = "word/document.xml",
         .bytes = "<w:document><w:body>\n" + std::string(body) + "</w:body></w:document>"}};
    members.insert(members.end(), more.begin(), more.end());
    return zip_of(members);
}

std::string run(std::string_view text, std::string_view properties = "") {
    return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" +
           std::string(text) + "</w:t></w:r>";
}

/// A paragraph of runs.
std::string p(std::string_view runs, std::string_view style = "",
              std::string_view properties = "") {
    std::string text = "<w:p><w:pPr>";
    if (!style.empty()) text += "<w:pStyle w:val=\"" + std::string(style) + "\"/>";
    return text + std::string(properties) + "</w:pPr>" + std::string(runs) + "</w:p>";
}

std::string numbered(std::string_view text, std::string_view list, std::string_view level = "0") {
    return p(run(text), "",
             "<w:numPr><w:ilvl w:val=\"" + std::string(level) + "\"/><w:numId w:val=\"" +
                 std::string(list) + "\"/></w:numPr>");
}

Document read(std::string_view bytes) {
    return read_as("", bytes).document;
}

/// "role: text" for each block, a line each.
std::string shown(const Document& document) {
    std::string lines;
    for (const Block& block : document.blocks) {
        lines += name_of(block.role);
        lines += ": ";
        lines += block.source.of(document.text);
        lines += '\n';
    }
    return lines;
}

std::string shown_word(std::string_view body, std::vector<ZipMember> more = {}) {
    return shown(read(docx(body, std::move(more))));
}

Error error_of(std::string_view bytes, std::string_view name = "a.docx") {
    const auto article = formats::read_document(name, bytes, {}, tables());
    EXPECT_FALSE(article);
    return article ? Error() : article.error();
}

TEST(Word, StylesGiveHeadingsByNameBaseOrOutline) {
    const Document document = read(docx(
        p(run("The title"), "Titel") + p(run("One"), "berschrift1") + p(run("Two"), "Eigene") +
        p(run("Three"), "Kapitel") + p(run("Four"), "", "<w:outlineLvl w:val=\"1\"/>") +
        p(run("Not"), "berschrift1", "<w:outlineLvl w:val=\"9\"/>") + p(run("Text."), "Kreis") +
        p(run("Said."), "Zitat") + p(run("A view."), "Beschriftung") + p(run("Last."), "None")));
    EXPECT_EQ(shown(document),
              "headline: The title\nsubhead: One\nsubhead: Two\nsubhead: Three\nsubhead: Four\n"
              "paragraph: Not\nparagraph: Text.\nquote: Said.\ncaption: A view.\n"
              "paragraph: Last.\n");
    EXPECT_EQ(document.blocks[2].level, 1);
    EXPECT_EQ(document.blocks[3].level, 3);
    EXPECT_EQ(document.blocks[4].level, 2);
    EXPECT_EQ(document.metadata.title, "The title");
}

TEST(Word, TheOnlyTopHeadingAtTheStartIsTheHeadline) {
    const Document document =
        read(docx(p(run("News"), "berschrift1") + p(run("More"), "Kapitel") + p(run("Text."))));
    EXPECT_EQ(shown(document), "headline: News\nsubhead: More\nparagraph: Text.\n");
    EXPECT_EQ(document.metadata.title, "News");
    EXPECT_EQ(shown_word(p(run("A"), "berschrift1") + p(run("B"), "berschrift1")),
              "subhead: A\nsubhead: B\n");
}

TEST(Word, ListItemsHaveTheirNumbers) {
    EXPECT_EQ(shown_word(numbered("a", "1") + numbered("b", "1", "1") + numbered("c", "1", "1") +
                         numbered("d", "1") + numbered("e", "1", "1") + numbered("f", "2") +
                         numbered("", "3") + numbered("h", "3") + numbered("i", "0")),
              "list-item: 3. a\nlist-item: 3.a) b\nlist-item: 3.b) c\nlist-item: 4. d\n"
              "list-item: 4.a) e\nlist-item: f\nlist-item: 2. h\nparagraph: i\n");
}

TEST(Word, InsertionsAreReadDeletionsAndHiddenTextAreNot) {
    EXPECT_EQ(shown_word(p(run("A ") + "<w:ins>" + run("new ") +
                           "</w:ins><w:del><w:r><w:delText>old "
                           "</w:delText></w:r></w:del>"
                           "<w:moveFrom>" +
                           run("gone ") + "</w:moveFrom><w:moveTo>" + run("here") + "</w:moveTo>" +
                           run(" secret", "<w:vanish/>") +
                           run(" secret", "<w:rStyle w:val=\"Geheim\"/>") +
                           run(".", "<w:vanish w:val=\"0\"/>"))),
              "paragraph: A new here.\n");
}

TEST(Word, AParagraphWhoseEndWasDeletedGoesOnInTheNext) {
    const std::string_view deleted = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
    EXPECT_EQ(shown_word(p(run("One"), "", deleted) + p(run("two."), "Zitat")),
              "quote: One two.\n");
    EXPECT_EQ(shown_word(p(run("W"), "", "<w:framePr w:dropCap=\"drop\"/>") + p(run("ords."))),
              "paragraph: Words.\n");
}

TEST(Word, FieldsGiveTheirResultsButNoInstructionsAndPageNumbers) {
    const auto mark = [](std::string_view type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
    };
    const auto field = [&](std::string_view code, std::string_view result) {
        return mark("begin") + "<w:r><w:instrText>" + std::string(code) + "</w:instrText></w:r>" +
               mark("separate") + run(result) + mark("end");
    };
    EXPECT_EQ(shown_word(p(run("See ") + field(" REF x \\h ", "Chapter 2") + run(", page ") +
                           field("PAGE", "7") + field(" XE \"" + field("REF y", "z"), "!"))),
              "paragraph: See Chapter 2, page !\n");
    EXPECT_EQ(shown_word(p(mark("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" +
                           mark("separate") + run("One 1")) +
                         p(run("Two 2") + mark("end")) + p(run("Text."))),
              "related-link: One 1\nrelated-link: Two 2\nparagraph: Text.\n");
    EXPECT_EQ(shown_word(p("<w:fldSimple w:instr=\" NUMPAGES \">" + run("9") + "</w:fldSimple>" +
                           run("x"))),
              "paragraph: x\n");
}

TEST(Word, NotesFollowTheirParagraphAndReferencesAreNotRead) {
    const std::vector<ZipMember> notes = {
        {.name = "word/footnotes.xml",
         .bytes = "<w:footnotes><w:footnote w:id=\"-1\">" + p(run("separator")) +
                  "</w:footnote><w:footnote w:id=\"2\">" +
                  p("<w:r><w:footnoteRef/></w:r>" + run("First.") +
                    "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") +
                  p(run("More.")) + "</w:footnote></w:footnotes>"},
        {.name = "word/endnotes.xml",
         .bytes =
             "<w:endnotes><w:endnote w:id=\"2\">" + p(run("Last.")) + "</w:endnote></w:endnotes>"}};
    const std::string bytes =
        docx(p(run("A") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" b") +
               R"(<w:r><w:endnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>)" +
               run(".")) +
                 p("<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run("C.")),
             notes);
    const Document document = read(bytes);
    EXPECT_EQ(shown(document),
              "paragraph: A b.\nnote: 1. First.\nnote: More.\nnote: Last.\nparagraph: C.\n");
    const auto more = static_cast<std::uint32_t>(document.text.find("More"));
    EXPECT_TRUE(where(document, {.begin = more, .end = more + 4})
                    .starts_with("a.txt/word/footnotes.xml:1:"));
}

TEST(Word, NotesAreSkippedUnlessTheyAreAskedFor) {
    EXPECT_EQ(usual_policy(Role::note), Policy::skip);
    EXPECT_EQ(usual_policy(Role::list_item), Policy::speak);
}

TEST(Word, TablesAreReadRowByRowWithTheirHeadings) {
    const auto cell = [](std::string_view text) {
        return "<w:tc>" + p(text.empty() ? "" : run(text)) + "</w:tc>";
    };
    const auto row = [](std::string_view cells, std::string_view properties = "") {
        return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) +
               "</w:tr>";
    };
    const std::string rows =
        row(cell("Name") + cell("Age"), "<w:tblHeader/>") + row(cell("Rana") + cell("30")) +
        row(cell("Old") + cell("1"), "<w:del/>") + row(cell("Omar") + cell(""));
    EXPECT_EQ(shown_word("<w:tbl>" + rows + "</w:tbl>"),
              "table: Name: Rana, Age: 30\ntable: Name: Omar\n");
    EXPECT_EQ(
        shown_word("<w:tbl>" + row(cell("a") + cell("b")) + row(cell("") + cell("c")) + "</w:tbl>"),
        "table: a, b\ntable: c\n");
    const std::string layout =
        "<w:tbl>" +
        row("<w:tc>" + p(run("Left")) + "</w:tc><w:tc><w:tbl>" + rows + "</w:tbl></w:tc>") +
        "</w:tbl>";
    EXPECT_EQ(shown_word(layout),
              "paragraph: Left\ntable: Name: Rana, Age: 30\ntable: Name: Omar\n");
}

TEST(Word, AHeadingThatIsCostlyToFindIsNotRepeatedInEachRow) {
    std::string empty;
    for (int i = 0; i < 20'000; ++i)
        empty += "<w:r/>";
    std::string table = "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>" + p(run("A") + empty) +
                        "</w:tc><w:tc>" + p(run("B")) + "</w:tc></w:tr>";
    for (int i = 0; i < 3'000; ++i)
        table += "<w:tr><w:tc>" + p(run("1")) + "</w:tc><w:tc>" + p(run("2")) + "</w:tc></w:tr>";
    const Document document = read(docx(table + "</w:tbl>"));
    ASSERT_EQ(document.blocks.size(), 3'001U);
    EXPECT_EQ(document.blocks[0].source.of(document.text), "A, B");
    EXPECT_EQ(document.blocks[3'000].source.of(document.text), "1, 2");
}

TEST(Word, PicturesAndTextBoxesFollowTheirParagraph) {
    const auto picture = [](std::string_view description) {
        return R"(<w:r><w:drawing><wp:inline><wp:docPr id="1" descr=")" + std::string(description) +
               "\"/></wp:inline></w:drawing></w:r>";
    };
    EXPECT_EQ(shown_word(p(run("Here") + picture("A &lt;small&gt; boat") + picture("") +
                           picture("IMG_01.jpg") + run(" it is."))),
              "paragraph: Here it is.\nimage: A <small> boat\n");
    const std::string box = "<w:txbxContent>" + p(run("Boxed")) + "</w:txbxContent>";
    EXPECT_EQ(shown_word(p("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" +
                           box + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                           "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("Anchor."))),
              "paragraph: Anchor.\nparagraph: Boxed\n");
    EXPECT_EQ(shown_word(p("<w:r><w:pict><v:shape alt=\"A map\"><v:imagedata/></v:shape>"
                           "</w:pict></w:r>")),
              "image: A map\n");
}

TEST(Word, SignsBetweenWordsAreTextAsItShouldBe) {
    EXPECT_EQ(shown_word(p("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:tab/><w:t>sup"
                           "</w:t><w:softHyphen/><w:t>per</w:t><w:br/><w:t>at  five</w:t>"
                           "<w:sym w:font=\"Arial\" w:char=\"0021\"/>"
                           "<w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r>")),
              "paragraph: co\u2011op supper at five!\n");
    EXPECT_EQ(shown_word(p(run("5 m") + run("2", "<w:vertAlign w:val=\"superscript\"/>") +
                           run(" H") + run("2", "<w:vertAlign w:val=\"subscript\"/>") + run("O 3") +
                           run("rd", "<w:vertAlign w:val=\"superscript\"/>"))),
              "paragraph: 5 m\u00B2 H\u2082O 3rd\n");
    EXPECT_EQ(shown_word(p("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r>"
                           "<m:t>2</m:t></m:r></m:den></m:f></m:oMath>")),
              "paragraph: 1/2\n");
}

TEST(Word, LanguagesComeFromTheMarkup) {
    const Document arabic = read(docx(
        p(run("قال الوزير") + run(" le mot juste ", "<w:lang w:val=\"fr-FR\"/>") + run("في بيان")) +
        p(run("كلمة")) + p(run("Apple"))));
    EXPECT_EQ(arabic.metadata.language, "ar-SA");
    ASSERT_EQ(arabic.controls.size(), 1U);
    EXPECT_EQ(arabic.controls[0].language, "fr-FR");
    EXPECT_EQ(arabic.controls[0].source.of(arabic.text), "le mot juste");
    const Document german = read(docx(p(run("Guten Tag", "<w:lang w:val=\"de-DE\"/>") +
                                        run(" und", "<w:lang w:val=\"de-AT\"/>"))));
    EXPECT_EQ(german.metadata.language, "de-DE");
    EXPECT_TRUE(german.controls.empty());
}

TEST(Word, CorePropertiesAreTheMetadata) {
    const ZipMember core = {.name = "docProps/core.xml",
                            .bytes =
                                "<cp:coreProperties><dc:title>On &amp; off</dc:title>"
                                "<dc:creator> R.\n Haddad</dc:creator><dcterms:created>"
                                "2026-03-01T08:00:00Z</dcterms:created>"
                                "</cp:coreProperties>"};
    const Document document = read(docx(p(run("Text.")), {core}));
    EXPECT_EQ(document.metadata.title, "On & off");
    EXPECT_EQ(document.metadata.author, "R. Haddad");
    EXPECT_EQ(document.metadata.date, "2026-03-01T08:00:00Z");
    EXPECT_EQ(document.metadata.language, "en-US");
}

TEST(Word, WhatPandocWritesBelowTheTitleIsMetadata) {
    const Document document =
        read(docx(p(run("News"), "Titel") + p(run("R. Haddad"), "Author") +
                  p(run("1 March"), "Date") + p(run("Text.")) + p(run("O. Nasser"), "Author")));
    EXPECT_EQ(shown(document),
              "headline: News\nfurniture: R. Haddad\nfurniture: 1 March\nparagraph: Text.\n"
              "byline: O. Nasser\n");
    EXPECT_EQ(document.metadata.author, "R. Haddad");
    EXPECT_EQ(document.metadata.date, "1 March");
}

TEST(Word, EachWordMapsBackToItsBytesInTheMember) {
    const std::string body = p(run("One &amp; two")) + numbered("three", "1");
    const Document document = read(docx(body));
    EXPECT_EQ(document.text, "One & two\n\n3. three");
    const auto bytes_of = [&](std::string_view word) {
        const auto begin = static_cast<std::uint32_t>(document.text.find(word));
        const auto origin = origin_of(
            document, {.begin = begin, .end = begin + static_cast<std::uint32_t>(word.size())});
        return origin ? origin->second.of(document.parts[origin->first].bytes) : "nothing";
    };
    EXPECT_EQ(bytes_of("One"), "One");
    EXPECT_EQ(bytes_of("&"), "&amp;");
    EXPECT_EQ(bytes_of("two"), "two");
    EXPECT_EQ(bytes_of("three"), "three");
    EXPECT_EQ(bytes_of("3."), "<w:p");
    EXPECT_TRUE(
        where(document, document.blocks[0].source).starts_with("a.txt/word/document.xml:2:"));
}

TEST(Word, AnErrorInAMemberHasItsNameAndLine) {
    EXPECT_TRUE(error_of(docx("<w:p>\n</w:b>")).where.starts_with("a.docx/word/document.xml:3:"));
    const std::string bytes = zip_of({{.name = "[Content_Types].xml", .bytes = "<Types/>"},
                                      {.name = "word/styles.xml", .bytes = "<w:styles/>"}});
    const Error missing = error_of(bytes, "a.txt");
    EXPECT_EQ(missing.where, "a.txt/word/document.xml");
    EXPECT_NE(missing.message.find("missing"), std::string::npos);
    const std::string whole = docx(p(run("Text.")));
    const Error truncated = error_of(whole.substr(0, whole.size() - 40));
    EXPECT_NE(truncated.message.find("truncated"), std::string::npos);
    EXPECT_EQ(truncated.where, "a.docx");
}

constexpr std::string_view odf_styles = R"xml(<office:document-styles><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="en"
 fo:country="US" style:language-complex="ar" style:country-complex="EG"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Caption" style:family="paragraph"/>
<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1"
 style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2"
 style:num-format="i" style:num-suffix=")"/></text:list-style>
</office:styles></office:document-styles>)xml";

std::string odt(std::string_view text, std::vector<ZipMember> more = {}) {
    std::vector<ZipMember> members = {
        {.name = "mimetype", .bytes = "application/vnd.oasis.opendocument.text", .stored = true},
        {.name = "styles.xml", .bytes = std::string(odf_styles)},
        {.name = "content.xml",
         .bytes = "<office:document-content><office:automatic-styles>"
                  "<style:style style:name=\"P1\" style:family=\"paragraph\" "
                  "style:parent-style-name=\"Quotations\"/>"
                  "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "
                  "text:display=\"none\"/></style:style>"
                  "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
                  "fo:language=\"fr\" fo:country=\"FR\"/></style:style>"
                  "<style:style style:name=\"T3\" style:family=\"text\"><style:text-properties "
                  "style:text-position=\"super 58%\"/></style:style>"
                  "</office:automatic-styles><office:body><office:text>\n" +
                  std::string(text) + "</office:text></office:body></office:document-content>"}};
    members.insert(members.end(), more.begin(), more.end());
    return zip_of(members);
}

std::string shown_odf(std::string_view text) {
    return shown(read(odt(text)));
}

TEST(Odf, StylesGiveRoles) {
    const Document document =
        read(odt("<text:p text:style-name=\"Title\">News</text:p>"
                 "<text:h text:outline-level=\"2\">Part</text:h>"
                 "<text:p text:style-name=\"P1\">Said.</text:p>"
                 "<text:p text:style-name=\"Illustration\">A view.</text:p>\n loose "
                 "<text:p>a<text:s text:c=\"9\"/>b<text:tab/>c <text:line-break/> d  e</text:p>"));
    EXPECT_EQ(shown(document),
              "headline: News\nsubhead: Part\nquote: Said.\ncaption: A view.\n"
              "paragraph: a b c d e\n");
    EXPECT_EQ(document.blocks[1].level, 2);
    EXPECT_EQ(document.metadata.language, "en-US");
}

TEST(Odf, ListItemsHaveTheirNumbers) {
    EXPECT_EQ(shown_odf("<text:list text:style-name=\"Numbers\"><text:list-item><text:p>a</text:p>"
                        "<text:p>more</text:p><text:list><text:list-item><text:p>b</text:p>"
                        "</text:list-item></text:list></text:list-item><text:list-item "
                        "text:start-value=\"7\"><text:p>c</text:p></text:list-item></text:list>"
                        "<text:list text:style-name=\"Numbers\" text:continue-numbering=\"true\">"
                        "<text:list-item><text:h text:outline-level=\"1\">H</text:h>"
                        "</text:list-item><text:list-item><text:p>d</text:p></text:list-item>"
                        "</text:list><text:list><text:list-item><text:p>e</text:p>"
                        "</text:list-item></text:list>"),
              "list-item: 1. a\nlist-item: more\nlist-item: i) b\nlist-item: 7. c\nsubhead: H\n"
              "list-item: 9. d\nlist-item: e\n");
}

TEST(Odf, DeletionsCommentsHiddenTextAndIndexesAreNotSpoken) {
    EXPECT_EQ(shown_odf("<text:tracked-changes><text:changed-region><text:deletion>"
                        "<text:p>old</text:p></text:deletion></text:changed-region>"
                        "</text:tracked-changes><text:p>A<office:annotation><text:p>why?</text:p>"
                        "</office:annotation> <text:change-start/>new<text:change-end/> word"
                        "<text:span text:style-name=\"T1\"> secret</text:span>, "
                        "<text:page-number>3</text:page-number>.</text:p>"
                        "<text:section text:display=\"none\"><text:p>no</text:p></text:section>"
                        "<text:table-of-content><text:table-of-content-source>"
                        "<text:index-title-template>no</text:index-title-template>"
                        "</text:table-of-content-source><text:index-body><text:p>Part 1</text:p>"
                        "</text:index-body></text:table-of-content>"),
              "paragraph: A new word, .\nfurniture: Part 1\n");
}

TEST(Odf, NotesPicturesAndBoxesFollowTheirParagraph) {
    EXPECT_EQ(
        shown_odf("<text:p>A<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                  "<text:p>A note.</text:p></text:note-body></text:note> b"
                  "<draw:frame><draw:image/><svg:title>short</svg:title><svg:desc>A boat</svg:desc>"
                  "</draw:frame><draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box>"
                  "</draw:frame>.</text:p><draw:frame><svg:desc>a.png</svg:desc></draw:frame>"),
        "paragraph: A b.\nnote: 1. A note.\nimage: A boat\nparagraph: Boxed\n");
}

TEST(Odf, TablesAreReadRowByRowWithTheirHeadings) {
    EXPECT_EQ(
        shown_odf("<table:table><table:table-header-rows><table:table-row>"
                  "<table:table-cell><text:p>Name</text:p></table:table-cell>"
                  "<table:table-cell><text:p>Age</text:p></table:table-cell>"
                  "</table:table-row></table:table-header-rows><table:table-row>"
                  "<table:table-cell table:number-columns-repeated=\"1\"><text:p>Rana</text:p>"
                  "</table:table-cell><table:table-cell><text:p>30</text:p>"
                  "</table:table-cell></table:table-row></table:table>"),
        "table: Name: Rana, Age: 30\n");
}

TEST(Odf, SpansHaveLanguagesAndPositions) {
    const Document document =
        read(odt("<text:p>He said the words <text:span text:style-name=\"T2\">bon mot"
                 "</text:span> at 5 m<text:span text:style-name=\"T3\">2</text:span></text:p>"));
    EXPECT_EQ(document.text, "He said the words bon mot at 5 m\u00B2");
    ASSERT_EQ(document.controls.size(), 1U);
    EXPECT_EQ(document.controls[0].language, "fr-FR");
    EXPECT_EQ(document.controls[0].source.of(document.text), "bon mot");
}

TEST(Odf, MetadataAndEncryption) {
    const ZipMember meta = {.name = "meta.xml",
                            .bytes =
                                "<office:document-meta><office:meta><dc:title>News</dc:title>"
                                "<meta:initial-creator>R. Haddad</meta:initial-creator>"
                                "<dc:creator>An editor</dc:creator><meta:creation-date>"
                                "2026-03-01</meta:creation-date></office:meta>"
                                "</office:document-meta>"};
    const Document document = read(odt("<text:p>Text.</text:p>", {meta}));
    EXPECT_EQ(document.metadata.title, "News");
    EXPECT_EQ(document.metadata.author, "R. Haddad");
    EXPECT_EQ(document.metadata.date, "2026-03-01");
    const ZipMember manifest = {
        .name = "META-INF/manifest.xml",
        .bytes =
            "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">"
            "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"};
    const Error error = error_of(odt("", {manifest}), "a.odt");
    EXPECT_NE(error.message.find("encrypted"), std::string::npos);
    EXPECT_EQ(error.where, "a.odt/content.xml");
}

}  // namespace
}  // namespace rawi::reading::office
