#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "speech/engine_text.h"
#include "speech/frames.h"

namespace rawi {
namespace {

TEST(Frames, RequestsComeBackAsTheyWere) {
    Request request;
    request.words.push_back({.text = "word", .phonetic = false, .after = Boundary::comma});
    request.words.push_back({.text = "", .phonetic = true, .after = Boundary::none});
    const auto again = decode_request(std::string_view(encode(request)).substr(4));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, request);
}

TEST(Frames, RepliesMustHold) {
    Reply reply;
    reply.speech.clip = {.rate = 22050, .samples = {1, -2, 3}};
    reply.speech.onsets = {0, 2};
    reply.speech.ends = {1, 3};
    const auto again = decode_reply(std::string_view(encode(reply)).substr(4));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->speech.clip.samples, reply.speech.clip.samples);
    reply.speech.ends = {1, 4};
    EXPECT_FALSE(decode_reply(std::string_view(encode(reply)).substr(4)));
}

RC_GTEST_PROP(Frames, AnyBytesAreRefusedOrRead, (const std::string& bytes)) {
    static_cast<void>(decode_request(bytes));
    static_cast<void>(decode_reply(bytes));
}

TEST(EngineText, ShaddaStandsBeforeItsVowel) {
    EXPECT_EQ(harmless("مُدَرِّس"), harmless("مُدَرِّس"));
}

TEST(EngineText, LeavesOutWhatCrashes) {
    EXPECT_EQ(harmless("\u28DF\u28EF"), "");
    EXPECT_EQ(harmless("[[x]]"), "x");
    EXPECT_EQ(harmless("a.b"), "ab");
    EXPECT_EQ(harmless("aaaaaa"), "aaa");
    EXPECT_EQ(harmless(std::string(1000, 'a') + "b"), "aaab");
}

TEST(EngineText, MnemonicsOfIpa) {
    EXPECT_EQ(mnemonics_of("kitaːb").value(), "kita:b");
    EXPECT_EQ(mnemonics_of("ʔallaːh").value(), "?al|la:h");
    EXPECT_EQ(mnemonics_of("sˤabr").value(), "s[ab|R");
    EXPECT_FALSE(mnemonics_of("k5"));
}

}  // namespace
}  // namespace rawi
