#include "reading/text/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/file.h"
#include "read.h"
#include "reading/formats/formats.h"
#include "reading/roles.h"

namespace rawi::reading {
namespace {

Document read_text(std::string_view text) {
    return read_as("text", text).document;
}

TEST(PlainText, NumberedHeadingsOpenTheChapters) {
    const Document document =
        read_text("A title\nA first paragraph.\n2. The second\nMore.\n3. The third\nThe end.\n");
    ASSERT_EQ(document.sections.size(), 3U);
    EXPECT_EQ(document.sections[0].title, "A title");
    EXPECT_EQ(document.sections[1].title, "2. The second");
    EXPECT_EQ(document.sections[2].block_count, 2U);
}

TEST(PlainText, JoinsHardWrappedLines) {
    const std::string line(60, 'x');
    const Document document = read_text(line + "\n" + line + "\nend.\n\n" + line + "\nlast.\n");
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.blocks[0].source.of(document.text), line + " " + line + " end.");
}

TEST(PlainText, KnowsCaptionsBylinesAndLinks) {
    EXPECT_TRUE(is_caption("A boat. (A. Name / AFP)", words()));
    EXPECT_TRUE(is_caption("A boat (Photo: Dana Whitlow)", words()));
    EXPECT_FALSE(is_caption("A boat (small)", words()));
    EXPECT_TRUE(is_caption("صورة أرشيفية للميناء [رويترز]", words()));
    EXPECT_FALSE(is_caption("A boat [AFP)", words()));
    EXPECT_EQ(author_in("كتب ـ سليم البحري", words()), "سليم البحري");
    EXPECT_EQ(author_in("بقلم سليم البحري", words()), "سليم البحري");
    EXPECT_EQ(author_in("By Dana Whitlow", words()), "Dana Whitlow");
    EXPECT_EQ(author_in("Byzantine art", words()), "");
    EXPECT_EQ(author_in("By the numbers", words()), "");
    EXPECT_TRUE(is_caption("صورة أرشيفية للميناء (رويترز)", words()));
    EXPECT_FALSE(is_caption(std::string(300, 'x') + " (AFP)", words()));
    EXPECT_FALSE(is_numbered_heading("2. This is a whole sentence.", words()));
    EXPECT_TRUE(is_numbered_heading("ثالثًا: الحل", words()));
    EXPECT_TRUE(is_numbered_heading("3. نفوذ", words()));
}

std::vector<Role> roles_in(std::string_view text) {
    std::vector<Role> roles;
    for (const Block& block : read_text(text).blocks)
        roles.push_back(block.role);
    return roles;
}

TEST(PlainText, HeadingsAreNumberedInManyWays) {
    for (const std::string_view line : {"2. Iran",
                                        "2) Iran",
                                        "(2) Iran",
                                        "2 - Iran",
                                        "٢. إيران",
                                        "٢- إيران",
                                        "2.إيران",
                                        "ثانيا: إيران",
                                        "ثانياً - إيران",
                                        "ثانيًا، إيران",
                                        "12: Iran",
                                        "٢ـ إيران",
                                        "٢ ـ إيران",
                                        "ثانيا ـ إيران",
                                        "أوّلاً: إيران",
                                        "اولا: إيران",
                                        "ثَانِيًا: إيران",
                                        "حادي عشر: إيران",
                                        "2.Iran",
                                        "2)Iran",
                                        "2.«إيران»",
                                        "2. 30 قتيلا",
                                        "الثاني: إيران",
                                        "المحور الثاني: إيران",
                                        "السيناريو الأول: الحرب",
                                        "SECOND: Iran"})
        EXPECT_TRUE(is_numbered_heading(line, words())) << line;
    for (const std::string_view line :
         {"2.5 million people", "3-year plan", "2020 - a year", "10:30 in the morning", "2020",
          "2 boats", "ثانيا يقول", "2 – 3 لاعبين", "2-3 goals", "1.fc wins", "الأول من نوعه",
          "الثاني عشر من مايو"})
        EXPECT_FALSE(is_numbered_heading(line, words())) << line;
}

TEST(PlainText, NumberedHeadingsGoOnAfterNinetyNine) {
    for (const std::string mark : {". ", "- ", ") "}) {
        std::string text;
        for (int i = 0; i <= 300; ++i)
            text += std::to_string(i) + mark + "Chapter\nThe text of this chapter ends here.\n";
        const Document document = read_text(text);
        ASSERT_EQ(document.sections.size(), 301U) << mark;
        EXPECT_EQ(document.sections.back().title, "300" + mark + "Chapter");
    }
    const Document year = read_text("1. Chapter\nIt ends here.\n\n1999. A year\nIt ends here.\n");
    EXPECT_EQ(year.sections.size(), 1U);
}

TEST(PlainText, InvisibleCharactersChangeNothing) {
    const Document document = read_text(
        "\u200Fعنوان\u200F\n\u200Fبقلم سليم البحري\u200F\n\u200Fفقرة أولى.\u200F\n"
        "\u200F2. الثاني\u200F\n\u200Fفقرة ثانية.\u200F\n");
    ASSERT_EQ(document.sections.size(), 2U);
    EXPECT_EQ(document.blocks[1].role, Role::byline);
    EXPECT_EQ(document.blocks[2].role, Role::paragraph);
    EXPECT_EQ(document.metadata.author, "سليم البحري");
}

TEST(PlainText, ListsOpenNoChapters) {
    const Document document = read_text(
        "A title\nThe council decided three things.\n1. A new bridge\n2. A new ferry\n3. A new "
        "school\nThe vote was close.\n");
    EXPECT_EQ(document.sections.size(), 1U);
    EXPECT_EQ(document.blocks[2].role, Role::list_item);
    EXPECT_EQ(document.blocks[4].role, Role::list_item);
}

TEST(PlainText, OtherStoriesAreLinks) {
    const std::string body = "جاء في التقرير أن الأمر ما زال قيد البحث.\n";
    const auto role_after = [&](const std::string& line) {
        return roles_in("عنوان الخبر\n" + body + line + "\n" + body + "2. عنوان القسم\n" + body)[2];
    };
    EXPECT_EQ(role_after("وزير الخارجية يؤكد عودة السفراء"), Role::related_link);
    EXPECT_EQ(role_after("اقرأ أيضاً: عودة السفراء"), Role::related_link);
    EXPECT_EQ(role_after("إقرأ أيضًا: عودة السفراء"), Role::related_link);
    EXPECT_EQ(role_after("خلفية عن النزاع الطويل بين البلدين الجارين"), Role::subhead);
    EXPECT_EQ(role_after("ماذا يقول الخبراء عن هذا الاتفاق"), Role::subhead);
    const auto roles =
        roles_in("عنوان الخبر\n" + body + "اقرأ أيضا:\nقصة أولى\nقصة ثانية\n" + body);
    EXPECT_EQ(roles, (std::vector<Role>{Role::headline, Role::paragraph, Role::related_link,
                                        Role::related_link, Role::related_link, Role::paragraph}));
}

TEST(PlainText, NoChapterIsAHeadlineAlone) {
    const Document document = read_text(
        "A title\nWhat stands below it\nBy Dana Whitlow\nA first paragraph.\nA heading\n"
        "More.\n");
    ASSERT_EQ(document.sections.size(), 2U);
    EXPECT_EQ(document.sections[0].block_count, 4U);
    EXPECT_EQ(document.sections[1].title, "A heading");
}

TEST(PlainText, WrappedTextNeedsNoBlankLines) {
    const Document document = read_text(
        "Old river bridge to reopen\nBy Dana Whitlow\n"
        "The old stone bridge over the Mill River will reopen to\n"
        "walkers and cyclists on Tuesday, two years after a flood\n"
        "carried away one of its five arches, and the council was\n"
        "glad.\n"
        "About three thousand people used the bridge on an ordinary\n"
        "weekday before the flood, and many more on Sundays in the\n"
        "summer, when the ferry does not sail.\n");
    ASSERT_EQ(document.blocks.size(), 4U);
    EXPECT_EQ(document.blocks[0].role, Role::headline);
    EXPECT_EQ(document.blocks[1].role, Role::byline);
    EXPECT_TRUE(document.blocks[2].source.of(document.text).ends_with("was glad."));
}

TEST(PlainText, ShortParagraphsAreNotWrapped) {
    const Document document = read_text(
        "The council met on Monday and voted for the new bridge.\n"
        "The vote was close, and the mayor spoke for an hour after.\n"
        "Work is to begin in spring if the river allows for it.\n");
    EXPECT_EQ(document.blocks.size(), 3U);
}

TEST(PlainText, SeparatesTheDatelineFromItsParagraph) {
    EXPECT_EQ(dateline_in("RIVERTON (AP) - The bridge will reopen.", words()), 15U);
    EXPECT_EQ(dateline_in("The mayor - a mason once - said so.", words()), 0U);
    EXPECT_EQ(dateline_in("A long sentence about a bridge in the north of the land - and a river.",
                          words()),
              0U);
    EXPECT_EQ(dateline_in("A well-known bridge will reopen.", words()), 0U);
    EXPECT_GT(dateline_in("بغداد (أ. ف. ب.) - قالت الحكومة.", words()), 0U);
    EXPECT_GT(dateline_in("بغداد- قالت الحكومة.", words()), 0U);
    EXPECT_GT(dateline_in("بغداد –قالت الحكومة.", words()), 0U);
    EXPECT_GT(dateline_in("الموصل – قال المحافظ – وهو طبيب – إن الأمر صعب.", words()), 0U);
    EXPECT_EQ(dateline_in("RIVERTON - AP - The bridge will reopen.", words()), 15U);
    EXPECT_GT(dateline_in("القاهرة - (د ب أ) - قالت الحكومة.", words()), 0U);
    EXPECT_GT(dateline_in("بغداد ـ قالت الحكومة.", words()), 0U);
    EXPECT_EQ(dateline_in("بغـداد قالت الحكومة.", words()), 0U);
    EXPECT_EQ(dateline_in("In 2014 - 2017 the work went on.", words()), 0U);
    const Document document = read_text(
        "عنوان\nبقلم سليم البحري\nالموصل ، العراق – في محاولة لاقتلاع مخابئ التنظيم خلال الصيف "
        "قامت القوات.\n");
    ASSERT_EQ(document.blocks.size(), 4U);
    EXPECT_EQ(document.blocks[1].role, Role::byline);
    EXPECT_EQ(document.blocks[2].role, Role::dateline);
    EXPECT_EQ(document.blocks[2].source.of(document.text), "الموصل ، العراق –");
    EXPECT_EQ(document.blocks[3].role, Role::paragraph);
    EXPECT_EQ(document.metadata.author, "سليم البحري");
}

TEST(StructureWords, AWrongKindPointsAtItsLine) {
    const auto folder = std::filesystem::temp_directory_path() / "rawi-structure-test" / "xx";
    std::filesystem::create_directories(folder);
    ASSERT_TRUE(write_file(folder / "structure.tsv",
                           "# columns: written | role\nBy\tbyline\nBuy\tbuyline\n"));
    const auto loaded = load_structure_words(folder.parent_path());
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().where, (folder / "structure.tsv:3").string());
    std::filesystem::remove_all(folder.parent_path());
}

RC_GTEST_PROP(PlainText, LosesNothing, (const std::string& bytes)) {
    const auto article =
        formats::read_document("a", bytes, {.charset = {.name = "UTF-8", .lossy = true}}, tables());
    if (!article) return;
    RC_ASSERT(check_invariants(article->document).empty());
}

}  // namespace
}  // namespace rawi::reading
