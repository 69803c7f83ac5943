#include "reading/charset.h"

#include <gtest/gtest.h>

namespace rawi::reading {
namespace {

TEST(Charset, DecodesWhatNewsroomsSend) {
    const auto text = [](std::string_view bytes, const std::string& charset = {}) {
        const auto decoding = decode_charset("a", bytes, {.name = charset});
        return decoding ? decoding->text : "error: " + decoding.error().message;
    };
    EXPECT_EQ(text("\xEF\xBB\xBFok"), "ok");
    EXPECT_EQ(text(std::string_view("\xFF\xFEo\0k\0", 6)), "ok");
    EXPECT_EQ(text(std::string_view("\xFE\xFF\0o\0k", 6)), "ok");
    EXPECT_EQ(text("\xE3\xD1\xCD\xC8\xC7", "windows-1256"), "مرحبا");
    EXPECT_EQ(text("x", "no-such"), "error: the charset \"no-such\" is not known");
}

TEST(Charset, DetectsArabicInShortTexts) {
    const auto found = [](std::string_view bytes) {
        const auto decoding = decode_charset("a", bytes, {});
        return decoding ? decoding->charset + ": " + decoding->text : decoding.error().message;
    };
    EXPECT_EQ(found("\xE3\xD1\xCD\xC8\xC7 \xC8\xDF\xE3"), "windows-1256: مرحبا بكم");
    EXPECT_EQ(found("\xC7\xE1\xD3\xE1\xC7\xE3 \xDA\xE1\xED\xDF\xE3"), "windows-1256: السلام عليكم");
    EXPECT_EQ(found("\xC7\xE4\xD3\xE4\xC7\xE5 \xD9\xE4\xEA\xE3\xE5"), "ISO-8859-6: السلام عليكم");
    EXPECT_EQ(found("\xDD\xED Reuters \xC8\xDB\xCF\xC7\xCF today"),
              "windows-1256: في Reuters بغداد today");
    EXPECT_EQ(found("Le caf\xE9 de la gare est ferm\xE9"),
              "ISO-8859-2: Le café de la gare est fermé");
    EXPECT_EQ(found("\xD1\xE5\xE3\xEE\xE4\xED\xFF \xEF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 "
                    "\xEF\xEE\xE4\xEF\xE8\xF1\xE0\xEB \xF3\xEA\xE0\xE7"),
              "windows-1251: Сегодня президент подписал указ");
}

TEST(Charset, PointsAtTheInvalidByte) {
    const auto decoding = decode_charset("a.txt", "كلمات\nكلمة \xFFهنا كلمات أخرى", {});
    ASSERT_FALSE(decoding);
    EXPECT_EQ(decoding.error().where, "a.txt:2:6");
}

TEST(Charset, Utf32IsReadWithAndWithoutAMark) {
    const auto read = [](std::string_view bytes) {
        const auto decoding = decode_charset("a", bytes, {});
        return decoding ? decoding->charset + ": " + decoding->text : decoding.error().message;
    };
    using namespace std::string_view_literals;
    EXPECT_EQ(read("\xFF\xFE\0\0H\0\0\0i\0\0\0\x28\x06\0\0"sv), "UTF-32LE: Hi\u0628");
    EXPECT_EQ(read("\0\0\xFE\xFF\0\0\0H\0\0\0i\0\x01\xF6\0"sv), "UTF-32BE: Hi\U0001F600");
    EXPECT_EQ(read("H\0\0\0i\0\0\0\x28\x06\0\0"sv), "UTF-32LE: Hi\u0628");
    EXPECT_EQ(read("\0\0\0H\0\0\0i\0\0\x06\x28"sv), "UTF-32BE: Hi\u0628");
    EXPECT_EQ(read("H\0i\0.\0 \0"sv), "UTF-16LE: Hi. ");
    EXPECT_NE(read("\xFF\xFE\0\0H\0\0\0\0\xD8\0\0"sv).find("not UTF-32LE"), std::string::npos);
    EXPECT_NE(read(std::string_view("\0\0\0\0\0\0\0\0", 8)).find("binary"), std::string::npos);
}

TEST(Charset, DamagedUtf8IsNoOtherCharset) {
    const auto place = [](std::string_view bytes) {
        const auto decoding = decode_charset("a", bytes, {});
        return decoding ? decoding->charset : decoding.error().where;
    };
    EXPECT_EQ(place("One bad \xFF byte."), "a:1:9");
    EXPECT_EQ(place("One ba\xFF"
                    "d byte."),
              "a:1:7");
    EXPECT_EQ(place("A lone \xED\xA0\x80 surrogate."), "a:1:8");
    EXPECT_EQ(place("A l\xED\xA0\x80one surrogate."), "a:1:4");
    EXPECT_EQ(place("Cut \xE2\x82 short."), "a:1:5");
    EXPECT_EQ(place("Cut at the end \xD8"), "a:1:16");
    EXPECT_EQ(place("كلمة \xED\xA0\x80 أخرى"), "a:1:6");
    EXPECT_EQ(place("caf\xC3\xA9 and \xFF"), "a:1:10");
}

TEST(Charset, SignsOfWordProcessorsAreNoDamage) {
    const auto decoding = decode_charset("a", "\x93It\x92s late\x94 \x97 he said\x85", {});
    ASSERT_TRUE(decoding);
    EXPECT_EQ(decoding->charset, "windows-1252");
    EXPECT_EQ(decoding->text, "“It’s late” — he said…");
}

TEST(Charset, ACharsetWithoutTheseBytesIsNotDetected) {
    // ICU's detector takes these for Hebrew in ISO-8859-8, which has no letters there.
    const auto decoding = decode_charset("a", "\xED\xE3\xDF\xE4 \xC3\xE4 \xED\xD5\xC8\xCD", {});
    ASSERT_TRUE(decoding);
    EXPECT_EQ(decoding->text, "يمكن أن يصبح");
    const auto alone = decode_charset("a", "\xDE\xC8\xE1 \xE4\xD5\xDD", {});
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->charset, "windows-1256");
}

TEST(Charset, ReplacementCharactersOfTheAuthorAreNoError) {
    const auto read_utf16 = [](std::string_view bytes) {
        const auto decoding = decode_charset("a", bytes, {});
        return decoding ? decoding->text : decoding.error().where;
    };
    EXPECT_EQ(read_utf16(std::string_view("\xFF\xFEo\0\xFD\xFFk\0", 8)), "o\uFFFDk");
    EXPECT_EQ(read_utf16(std::string_view("\xFF\xFEo\0\xFD\xFF\0\xD8k\0", 10)), "a:1:3");
    EXPECT_EQ(read_utf16(std::string_view("\xFF\xFEo\0k\0x", 7)), "a:1:3");  // cut off
}

TEST(Charset, NamesOfUtf8AreManyAndNulBytesHaveAPlace) {
    const auto decoding = decode_charset("a", "ab\xFF", {.name = "utf8"});
    ASSERT_FALSE(decoding);
    EXPECT_NE(decoding.error().message.find("byte 2 is 0xff"), std::string::npos);
    const auto binary = decode_charset("a", std::string_view("ab\nc\0d", 6), {});
    ASSERT_FALSE(binary);
    EXPECT_EQ(binary.error().where, "a:2:2");
    const std::string arabic("\x27\x06\x44\x06\x0A\0\x28\x06", 8);  // UTF-16 all the same
    const auto unmarked = decode_charset("a", arabic, {});
    ASSERT_TRUE(unmarked);
    EXPECT_EQ(unmarked->charset, "UTF-16LE");
}

/// The detector took these bytes for a charset that no converter knows.
TEST(Charset, AnUnknownNameFromTheDetectorIsNoError) {
    const std::string bytes =
        "\xC5 <p>b <sub \xD9\x86\xD9</sub>\x88\xD9\x81\xD9\x85>b3 500 000 <sub";
    EXPECT_TRUE(decode_charset("a.txt", bytes, {.name = {}, .lossy = true}));
}

}  // namespace
}  // namespace rawi::reading
