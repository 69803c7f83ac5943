#include "base/utf8.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace rawi::utf8 {
namespace {

TEST(Utf8, FindsTheFirstIllFormedByte) {
    EXPECT_FALSE(first_invalid("abc \xD8\xA7"));
    EXPECT_EQ(first_invalid("a\xED\xA0\x80"), 1U);     // a surrogate
    EXPECT_EQ(first_invalid("\xC0\xAF"), 0U);          // overlong
    EXPECT_EQ(first_invalid("ab\xD8"), 2U);            // cut off
    EXPECT_EQ(first_invalid("\xF4\x90\x80\x80"), 0U);  // past U+10FFFF
}

TEST(Utf8, RoundTrips) {
    for (const char32_t code : {U'a', U'\u0627', U'\u4E00', U'\U0001F600'}) {
        std::string text;
        append(text, code);
        EXPECT_EQ(decode(text, 0).code, code);
        EXPECT_EQ(length(text), 1U);
    }
}

TEST(Utf8, LinesEndAsOnAllSystems) {
    for (const std::string_view end : {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"}) {
        const std::string text = fmt::format("ab{}\u0627cd", end);
        EXPECT_EQ(place("a", text, text.size() - 1), "a:2:3") << text;
        EXPECT_EQ(line_end(text, 2), end.size());
    }
    EXPECT_EQ(place("a", "x\n\ry", 3), "a:3:1");
    EXPECT_EQ(line_end("\u2026", 0), 0U);
}

TEST(Utf8, CountsLinesInAnyOrder) {
    LineCounter lines("a\r\nbc\rd");
    EXPECT_EQ(lines.at(4), std::pair(2U, 2U));
    EXPECT_EQ(lines.at(6), std::pair(3U, 1U));
    EXPECT_EQ(lines.at(0), std::pair(1U, 1U));
}

}  // namespace
}  // namespace rawi::utf8
