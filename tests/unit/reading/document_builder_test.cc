#include "reading/document_builder.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reading/lines.h"

namespace rawi::reading {
namespace {

TEST(DocumentBuilder, SeparatesBlocksAndTrimsTheirEnds) {
    DocumentBuilder builder("notes/article.html");
    const std::uint32_t part = builder.add_part("article.html", " One \n\t two \xC2\xA0");
    builder.open_block(Role::headline);
    builder.copy(part, {.begin = 0, .end = 6});
    builder.open_block(Role::image);
    builder.insert("  ");
    builder.open_block(Role::quote, "en");
    builder.copy(part, {.begin = 6, .end = 14});
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    EXPECT_EQ(document.text, "One\n\ntwo");
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.blocks[0].role, Role::headline);
    EXPECT_EQ(document.blocks[1].role, Role::quote);
    EXPECT_EQ(document.blocks[1].language, "en");
    EXPECT_EQ(document.metadata.title, "One");
    ASSERT_EQ(document.controls.size(), 1U);
    EXPECT_EQ(document.controls[0].language, "en");
    EXPECT_EQ(where(document, document.blocks[1].source), "article.html:2:3");
}

TEST(DocumentBuilder, ASectionThatIsOpenedIsNamedByAHeadingThatComesSoon) {
    DocumentBuilder builder("book.epub");
    const auto add = [&](std::string_view text, int level = 0) {
        level > 0 ? builder.open_heading(Role::subhead, level)
                  : builder.open_block(Role::paragraph);
        builder.insert(text);
    };
    builder.open_section("One");
    builder.open_block(Role::paragraph);  // without text, it opens nothing
    add("Text.");
    builder.open_section("Two");
    add("To my cat.");
    add("II", 1);
    add("The Cats", 2);
    add("Text.");
    add("A part", 2);
    builder.open_section("");
    add("III", 1);
    add("The Dogs", 2);
    builder.open_section("Four");
    add(std::string(1000, 'x'));
    add("Late", 1);
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    std::vector<std::string> titles;
    for (const Section& section : document.sections)
        titles.push_back(section.title);
    EXPECT_EQ(titles,
              (std::vector<std::string>{"One", "Two", "A part", "III: The Dogs", "Four", "Late"}));
}

TEST(DocumentBuilder, HeadingsOpenSections) {
    DocumentBuilder builder("book.epub");
    const std::uint32_t part = builder.add_part("one", "Before. First. Text. Second. More.");
    builder.open_block(Role::paragraph);
    builder.copy(part, {.begin = 0, .end = 7});
    builder.open_heading(Role::subhead, 2);
    builder.copy(part, {.begin = 8, .end = 14});
    builder.open_block(Role::paragraph);
    builder.copy(part, {.begin = 15, .end = 20});
    builder.open_heading(Role::subhead, 9);
    builder.copy(part, {.begin = 21, .end = 28});
    builder.close_block();
    builder.copy(part, {.begin = 29, .end = 34});
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    ASSERT_EQ(document.sections.size(), 3U);
    EXPECT_EQ(document.sections[0].title, "book");
    EXPECT_EQ(document.sections[1].title, "First.");
    EXPECT_EQ(document.sections[2].block_count, 2U);
    EXPECT_EQ(document.blocks[3].level, 6);
    EXPECT_EQ(document.blocks[4].role, Role::paragraph);
}

TEST(DocumentBuilder, TextMapsBackToItsPart) {
    DocumentBuilder builder("book.epub");
    const std::uint32_t first = builder.add_part("book.epub/1.xhtml", "First\nchapter &amp; more");
    const std::uint32_t second = builder.add_part("book.epub/2.xhtml", "Second\n\nchapter");
    builder.open_block(Role::paragraph);
    builder.copy(first, {.begin = 6, .end = 14});
    builder.decoded(first, {.begin = 14, .end = 19}, "&");
    builder.copy(first, {.begin = 19, .end = 24});
    builder.open_block(Role::paragraph);
    builder.copy(second, {.begin = 8, .end = 15});
    builder.insert("!");
    builder.open_block(Role::image);
    builder.insert("Nowhere");
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    EXPECT_EQ(document.text, "chapter & more\n\nchapter!\n\nNowhere");
    EXPECT_EQ(where(document, document.blocks[0].source), "book.epub/1.xhtml:2:1");
    EXPECT_EQ(where(document, {.begin = 8, .end = 9}), "book.epub/1.xhtml:2:9");
    EXPECT_EQ(origin_of(document, {.begin = 8, .end = 9}),
              std::pair(first, (Span{.begin = 14, .end = 19})));
    EXPECT_EQ(where(document, document.blocks[1].source), "book.epub/2.xhtml:3:1");
    // Text that was made has the place of what stands before it, in that text's part.
    EXPECT_EQ(where(document, document.blocks[2].source), "book.epub/2.xhtml:3:8");
    // No one part holds both paragraphs.
    EXPECT_FALSE(origin_of(document, {.begin = 0, .end = 20}));
    EXPECT_EQ(where(document, {.begin = 0, .end = 20}), "book.epub/1.xhtml:2:1");
    EXPECT_EQ(where(document, Notice{.message = "about all of it", .source = {}}), "book.epub");
}

TEST(DocumentBuilder, AdjacentCopiesAreOneRunOnlyWithinAPart) {
    DocumentBuilder builder("a");
    const std::uint32_t first = builder.add_part("1", "abcd");
    const std::uint32_t second = builder.add_part("2", "abcd");
    builder.copy(first, {.begin = 0, .end = 1});
    builder.copy(first, {.begin = 1, .end = 2});
    builder.copy(second, {.begin = 2, .end = 4});
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    EXPECT_EQ(document.text, "abcd");
    ASSERT_EQ(document.runs.size(), 2U);
    EXPECT_EQ(document.runs[0].origin, (Span{.begin = 0, .end = 2}));
    EXPECT_EQ(document.runs[1].part, second);
}

TEST(DocumentBuilder, RequestsWithoutEffectAreLeftOut) {
    DocumentBuilder builder("a");
    const std::uint32_t part = builder.add_part("a", "\xD9\x85\xFF.");
    EXPECT_EQ(builder.part(part).bytes, "\xD9\x85\xEF\xBF\xBD.");
    builder.copy(part + 1, {.begin = 0, .end = 1});
    builder.copy(part, {.begin = 1, .end = 2});  // half a letter
    builder.copy(part, {.begin = 5, .end = 900});
    builder.insert("\xFF");
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    EXPECT_EQ(document.text, ".\xEF\xBF\xBD");
    EXPECT_EQ(check_invariants(builder.finish()), "");
}

TEST(DocumentBuilder, ControlsDoNotNest) {
    DocumentBuilder builder("a");
    builder.open_block(Role::paragraph, "ar");
    builder.insert("a ");
    builder.open_control(Control::Kind::alias, "x");
    builder.set_language("en");
    builder.insert(" b ");
    builder.open_control(Control::Kind::phoneme, "y");
    builder.insert("c");
    EXPECT_TRUE(builder.close_control());
    EXPECT_TRUE(builder.close_control());
    builder.insert(" d");
    builder.open_control(Control::Kind::alias, "z");
    builder.space();
    EXPECT_FALSE(builder.close_control());
    EXPECT_FALSE(builder.close_control());
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    std::string all;
    for (const Control& control : document.controls) {
        all += control.language + ":" + control.value + ":" +
               std::string(control.source.of(document.text)) + " ";
    }
    EXPECT_EQ(all, "ar::a ar:x:b c en::d ");
}

TEST(DocumentBuilder, RolesAreGuessedForPlainLinesAndKeptForOtherBlocks) {
    DocumentBuilder builder("a");
    StructureWords words;
    words.bylines = {"By"};
    builder.open_lines();
    builder.insert("A title\nBy Dana Whitlow\nA first paragraph.\n");
    builder.open_block(Role::list_item);
    builder.insert("By the sea");
    builder.open_lines();
    builder.insert("A heading\nMore.");
    const Document document = builder.finish(words);
    EXPECT_EQ(check_invariants(document), "");
    std::vector<Role> roles;
    for (const Block& block : document.blocks)
        roles.push_back(block.role);
    EXPECT_EQ(roles, (std::vector<Role>{Role::headline, Role::byline, Role::paragraph,
                                        Role::list_item, Role::subhead, Role::paragraph}));
    EXPECT_EQ(document.metadata.author, "Dana Whitlow");
    EXPECT_EQ(document.sections.size(), 2U);
}

/// One call of the builder, whatever it makes of it.
void call(DocumentBuilder& builder, std::uint8_t what, std::uint32_t a, std::uint32_t b,
          const std::string& text) {
    const auto role = static_cast<Role>(a % 21);
    const std::string language = b % 3 == 0 ? "" : b % 3 == 1 ? "en" : "ar";
    switch (what % 16) {
        case 0:
            builder.add_part("part", text);
            break;
        case 1:
            builder.open_block(role, language);
            break;
        case 2:
            builder.open_heading(role, static_cast<int>(b % 9), language);
            break;
        case 3:
            builder.open_lines();
            break;
        case 4:
            builder.close_block();
            break;
        case 5:
        case 6:
            builder.copy(a % 3, {.begin = b % 7, .end = b % 7 + a % 40});
            break;
        case 7:
            builder.decoded(a % 3, {.begin = b, .end = b + a % 9}, text);
            break;
        case 8:
            builder.insert(text);
            break;
        case 9:
            builder.space();
            break;
        case 10:
            builder.set_language(language);
            break;
        case 11:
            builder.open_control(Control::Kind::alias, text);
            break;
        case 12:
            builder.close_control();
            break;
        case 13:
            builder.silence(static_cast<int>(a % 100) - 10);
            break;
        case 14:
            builder.open_section(text);
            break;
        default:
            builder.mark_sentence(builder.here() - std::min(builder.here(), a % 30));
    }
}

TEST(DocumentBuilder, ASectionOfPicturesOnlyGoesWithTheNextOne) {
    DocumentBuilder builder("book");
    builder.open_section("Cover");
    builder.open_block(Role::image);
    builder.insert("A cover");
    builder.open_section("One");
    builder.open_block(Role::paragraph);
    builder.insert("Text.");
    builder.open_block(Role::image);
    builder.insert("A map");
    builder.open_section("Two");
    builder.open_block(Role::paragraph);
    builder.insert("More.");
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    ASSERT_EQ(document.sections.size(), 2U);
    EXPECT_EQ(document.sections[0].title, "One");
    EXPECT_EQ(document.sections[0].block_count, 3U);
    EXPECT_EQ(document.sections[1].title, "Two");
}

RC_GTEST_PROP(DocumentBuilder, AnySequenceOfCallsGivesASoundDocument,
              (const std::vector<std::tuple<std::uint8_t, std::uint32_t, std::uint32_t>>& calls,
               const std::string& bytes)) {
    DocumentBuilder builder("article.txt");
    StructureWords words;
    words.bylines = {"By"};
    words.links = {"Read"};
    builder.add_part("first", "2. A line\nBy A. Name \xD9\x85 &lt;\r\n\r\n RIVERTON - It rained. ");
    const std::vector<std::string> texts = {bytes, "\n", " \xC2\xA0 ", "word", "a\nb\n\nc", "&"};
    for (const auto& [what, a, b] : calls)
        call(builder, what, a, b, texts[(a + b) % texts.size()]);
    const Document document = builder.finish(words);
    RC_ASSERT(check_invariants(document) == "");
    for (const Block& block : document.blocks)
        RC_ASSERT(trimmed(document.text, block.source) == block.source);
    for (const Control& control : document.controls)
        RC_ASSERT(trimmed(document.text, control.source) == control.source);
}

}  // namespace
}  // namespace rawi::reading
