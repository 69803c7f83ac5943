#include "reading/plain_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reading/charset.h"
#include "reading/reader.h"

namespace rawi {
namespace {

Document read(std::string_view text) {
    auto reading = read_document("article.txt", text);
    EXPECT_TRUE(reading) << reading.error().message;
    EXPECT_EQ(flaw_in(reading->document), "");
    return std::move(reading->document);
}

TEST(PlainText, NumberedHeadingsOpenTheChapters) {
    const Document document =
        read("A title\nA first paragraph.\n2. The second\nMore.\n3. The third\nThe end.\n");
    ASSERT_EQ(document.sections.size(), 3U);
    EXPECT_EQ(document.sections[0].title, "A title");
    EXPECT_EQ(document.sections[1].title, "2. The second");
    EXPECT_EQ(document.sections[2].block_count, 2U);
}

TEST(PlainText, JoinsHardWrappedLines) {
    const std::string line(60, 'x');
    const Document document = read(line + "\n" + line + "\nend.\n\n" + line + "\nlast.\n");
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.blocks[0].source.of(document.text), line + " " + line + " end.");
}

TEST(PlainText, KnowsCaptionsBylinesAndLinks) {
    EXPECT_TRUE(is_caption("A boat. (A. Name / AFP)"));
    EXPECT_FALSE(is_caption("A boat (small)"));
    EXPECT_TRUE(is_byline("بقلم سليم البحري"));
    EXPECT_FALSE(is_numbered_heading("2. This is a whole sentence."));
    EXPECT_TRUE(is_numbered_heading("ثالثًا: الحل"));
    EXPECT_TRUE(is_numbered_heading("3. نفوذ"));
}

TEST(Charset, DecodesWhatNewsroomsSend) {
    const auto text = [](std::string_view bytes, const std::string& charset = {}) {
        const auto decoding = decode_charset("a", bytes, {.charset = charset, .lossy = false});
        return decoding ? decoding->text : "error: " + decoding.error().message;
    };
    EXPECT_EQ(text("\xEF\xBB\xBFok"), "ok");
    EXPECT_EQ(text(std::string_view("\xFF\xFEo\0k\0", 6)), "ok");
    EXPECT_EQ(text(std::string_view("\xFE\xFF\0o\0k", 6)), "ok");
    EXPECT_EQ(text("\xE3\xD1\xCD\xC8\xC7", "windows-1256"), "مرحبا");
    EXPECT_EQ(text("x", "no-such"), "error: the charset \"no-such\" is not known");
}

TEST(Charset, PointsAtTheBrokenByte) {
    const auto decoding = decode_charset("a.txt", "كلمات\nكلمة \xFFهنا كلمات أخرى", {});
    ASSERT_FALSE(decoding);
    EXPECT_EQ(decoding.error().where, "a.txt:2:6");
}

RC_GTEST_PROP(PlainText, LosesNothing, (const std::string& bytes)) {
    const auto reading = read_document("a", bytes, {.charset = "UTF-8", .lossy = true});
    if (!reading) return;
    RC_ASSERT(flaw_in(reading->document).empty());
}

}  // namespace
}  // namespace rawi
