#include "base/utf8.h"

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

}  // namespace
}  // namespace rawi::utf8
