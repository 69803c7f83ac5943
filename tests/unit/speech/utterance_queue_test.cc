#include "speech/utterance_queue.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace rawi::speech {
namespace {

/// Three utterances, and what became of them.
struct Example {
    int fetched = 0;
    std::vector<std::string> delivered;
    SynthesisSource source{.next = [this]() -> std::optional<Utterance> {
                               if (fetched == 3) return std::nullopt;
                               Utterance utterance;
                               utterance.language = std::string(1, "abc"[fetched++]);
                               return utterance;
                           },
                           .voice_of = {},
                           .stop = {}};
    SynthesisSink sink{
        .spoken = [this](const Utterance& utterance, const Speech&) -> Result<> {
            delivered.push_back(utterance.language);
            return {};
        },
        .failed = [this](const Utterance& utterance, const std::string& reason) -> Result<> {
            delivered.push_back(utterance.language + ": " + reason);
            return {};
        }};
};

TEST(UtteranceQueue, DeliversInOrder) {
    Example run;
    UtteranceQueue queue(run.source, run.sink, 10);
    while (queue.fetch().value()) {
    }
    EXPECT_EQ(queue.waiting(), 3U);
    queue[2].speech = Speech{};
    queue[1].failure = "lost";
    ASSERT_TRUE(queue.deliver());
    EXPECT_TRUE(run.delivered.empty());
    EXPECT_FALSE(queue.finished());
    queue[0].speech = Speech{};
    ASSERT_TRUE(queue.deliver());
    EXPECT_EQ(run.delivered, (std::vector<std::string>{"a", "b: lost", "c"}));
    EXPECT_TRUE(queue.finished());
}

TEST(UtteranceQueue, FetchesNoMoreThanItHasRoomFor) {
    Example run;
    UtteranceQueue queue(run.source, run.sink, 2);
    EXPECT_TRUE(queue.fetch().value());
    EXPECT_TRUE(queue.fetch().value());
    EXPECT_FALSE(queue.fetch().value());
    queue[0].speech = Speech{};
    ASSERT_TRUE(queue.deliver());
    EXPECT_TRUE(queue.fetch().value());
    EXPECT_EQ(run.fetched, 3);
}

TEST(UtteranceQueue, RetriesGoFirstAndInOrder) {
    Example run;
    UtteranceQueue queue(run.source, run.sink, 10);
    while (queue.fetch().value()) {
    }
    queue.pop_next();
    queue.pop_next();
    EXPECT_EQ(queue.next(), 2U);
    queue.retry({0, 1});
    EXPECT_EQ(queue.waiting(), 3U);
    for (const std::size_t expected : {0U, 1U, 2U}) {
        EXPECT_EQ(queue.next(), expected);
        queue.pop_next();
    }
    EXPECT_EQ(queue.waiting(), 0U);
}

}  // namespace
}  // namespace rawi::speech
