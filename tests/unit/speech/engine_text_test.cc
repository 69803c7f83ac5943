#include "speech/espeak/engine_text.h"

#include <gtest/gtest.h>

namespace rawi::speech::espeak {
namespace {

TEST(EngineText, ShaddaPrecedesItsVowel) {
    EXPECT_EQ(harmless("مُدَرِّس"), harmless("مُدَرِّس"));
}

TEST(EngineText, LeavesOutWhatCrashes) {
    EXPECT_EQ(harmless("\u28DF\u28EF"), "");
    EXPECT_EQ(harmless("[[x]]"), "x");
    EXPECT_EQ(harmless("a.b"), "ab");
    EXPECT_EQ(harmless("aaaaaa"), "aaa");
    EXPECT_EQ(harmless(std::string(1000, 'a') + "b"), "aaab");
}

TEST(EngineText, OnlyVoicesWithThePhonemeTableGetPhonemes) {
    const std::vector<SpokenWord> words = {{.text = "kitab", .pronunciation = "kitaːb"},
                                           {.text = "new", .pronunciation = ""}};
    EXPECT_EQ(engine_text(words, true).value().text, "[[kita:b]] new ");
    EXPECT_EQ(engine_text(words, false).value().text, "kitab new ");
}

TEST(EngineText, MnemonicsOfIpa) {
    EXPECT_EQ(mnemonics_of("kitaːb").value(), "kita:b");
    EXPECT_EQ(mnemonics_of("ʔallaːh").value(), "?al|la:h");
    EXPECT_EQ(mnemonics_of("sˤabr").value(), "s[ab|R");
    // A long vowel without stress has a secondary one, lest it be shorter than a short one with
    // stress; not at the end of a word.
    EXPECT_EQ(mnemonics_of("saːmˈijaː").value(), "s,a:m'ija:");
    EXPECT_EQ(mnemonics_of("kitˈaːban").value(), "kit'a:ban");
    EXPECT_FALSE(mnemonics_of("k5"));
}

}  // namespace
}  // namespace rawi::speech::espeak
