#include "speech/protocol.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rawi::speech {
namespace {

TEST(Protocol, RequestsSurviveARoundTrip) {
    Request request;
    request.others = {{.name = "en-us", .words_per_minute = 300, .pitch = 99}, {.name = "de"}};
    request.words.push_back(
        {.text = "word", .pronunciation = "", .after = Boundary::comma, .voice = 2});
    request.words.push_back({.text = "", .pronunciation = "kitaːb"});
    const auto again = decode_request(std::string_view(encode(request)).substr(4));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, request);
}

TEST(Protocol, AWordHasAVoiceThatIsThere) {
    Request request;
    request.words.push_back({.text = "word", .pronunciation = {}, .voice = 1});
    EXPECT_FALSE(decode_request(std::string_view(encode(request)).substr(4)));
}

TEST(Protocol, WordsOfAnotherLanguageHaveItsVoice) {
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

TEST(Protocol, InconsistentRepliesAreRefused) {
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

TEST(Protocol, PartsAreOneSound) {
    Reply reply;
    reply.speech.clip = {.rate = 22050, .samples = {3}};
    reply.speech.onsets = {0, 2};
    reply.speech.ends = {1, 3};
    std::vector<std::int16_t> parts = {1, -2};
    ASSERT_TRUE(join_parts(reply, parts));
    EXPECT_EQ(reply.speech.clip.samples, (std::vector<std::int16_t>{1, -2, 3}));
    EXPECT_TRUE(parts.empty());
    reply.speech.ends = {1, 4};  // past the end
    EXPECT_FALSE(join_parts(reply, parts));
}

TEST(Protocol, AGreetingHasTheRateOrTheError) {
    EXPECT_EQ(rate_in(greeting(22050)).value(), 22050);
    for (const Error::Kind kind : {Error::Kind::unsupported, Error::Kind::engine}) {
        const auto rate = rate_in(greeting(fail(kind, "why")));
        ASSERT_FALSE(rate);
        EXPECT_EQ(rate.error().kind, kind);
        EXPECT_EQ(rate.error().message, "why");
    }
    EXPECT_FALSE(rate_in(Reply{}));
}

RC_GTEST_PROP(Protocol, AnyBytesAreRefusedOrRead, (const std::string& bytes)) {
    static_cast<void>(decode_request(bytes));
    static_cast<void>(decode_reply(bytes));
}

}  // namespace
}  // namespace rawi::speech
