#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "speech/engine_text.h"
#include "speech/frames.h"

namespace rawi {
namespace {

TEST(Frames, RequestsComeBackAsTheyWere) {
    Request request;
    request.others = {{.name = "en-us", .words_per_minute = 300, .pitch = 99}, {.name = "de"}};
    request.words.push_back(
        {.text = "word", .pronunciation = "", .after = Boundary::comma, .voice = 2});
    request.words.push_back({.text = "", .pronunciation = "kitaːb"});
    const auto again = decode_request(std::string_view(encode(request)).substr(4));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, request);
}

TEST(Frames, AWordHasAVoiceThatIsThere) {
    Request request;
    request.words.push_back({.text = "word", .pronunciation = {}, .voice = 1});
    EXPECT_FALSE(decode_request(std::string_view(encode(request)).substr(4)));
}

TEST(Frames, WordsOfAnotherLanguageHaveItsVoice) {
    Utterance utterance;
    utterance.language = "ar";
    for (const std::string language : {"", "en", "ar", "en", "th", "de"}) {
        Word word;
        word.spoken = "x";
        word.language = language;
        utterance.words.push_back(word);
    }
    const auto voice_of = [](const Word& word) -> Result<std::optional<Voice>> {
        if (word.language == "th") return std::nullopt;
        return Voice{.name = word.language};
    };
    const auto request = request_for(utterance, voice_of);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->others, (std::vector<Voice>{{.name = "en"}, {.name = "de"}}));
    std::vector<std::uint32_t> voices;
    for (const SpokenWord& word : request->words)
        voices.push_back(word.voice);
    EXPECT_EQ(voices, (std::vector<std::uint32_t>{0, 1, 0, 1, 0, 2}));
    const auto broken = [](const Word&) { return fail(Error::Kind::input, "broken"); };
    EXPECT_FALSE(request_for(utterance, broken));
}

TEST(Frames, RepliesMustHold) {
    Reply reply;
    reply.speech.clip = {.rate = 22050, .samples = {1, -2, 3}};
    reply.speech.onsets = {0, 2};
    reply.speech.ends = {1, 3};
    const auto again = decode_reply(std::string_view(encode(reply)).substr(4));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->speech.clip.samples, reply.speech.clip.samples);
    reply.speech.ends = {3, 3};  // over where the next word begins
    EXPECT_FALSE(decode_reply(std::string_view(encode(reply)).substr(4)));
}

TEST(Frames, PartsAreOneSound) {
    Reply reply;
    reply.speech.clip = {.rate = 22050, .samples = {3}};
    reply.speech.onsets = {0, 2};
    reply.speech.ends = {1, 3};
    std::vector<std::int16_t> parts = {1, -2};
    ASSERT_TRUE(complete(reply, parts));
    EXPECT_EQ(reply.speech.clip.samples, (std::vector<std::int16_t>{1, -2, 3}));
    EXPECT_TRUE(parts.empty());
    reply.speech.ends = {1, 4};  // past the end
    EXPECT_FALSE(complete(reply, parts));
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

TEST(EngineText, OnlyAVoiceThatKnowsThemGetsPhonemes) {
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
}  // namespace rawi
