#include "speech/worker.h"

#include <gtest/gtest.h>

namespace rawi::speech {
namespace {

std::optional<Voice> parsed(std::vector<const char*> words) {
    return worker_voice(static_cast<int>(words.size()), words.data());
}

TEST(Worker, ItsArgumentsSurviveARoundTrip) {
    const Voice voice{.name = "en-us", .words_per_minute = 300, .pitch = 99};
    const std::vector<std::string> arguments = worker_arguments(voice);
    std::vector<const char*> words = {"rawi"};
    for (const std::string& argument : arguments)
        words.push_back(argument.c_str());
    EXPECT_EQ(parsed(words), voice);
}

TEST(Worker, OtherArgumentsDoNotMakeAWorker) {
    EXPECT_FALSE(parsed({}));
    EXPECT_FALSE(parsed({"rawi"}));
    EXPECT_FALSE(parsed({"rawi", "render", "a.txt", "-o", "out"}));
    EXPECT_FALSE(parsed({"rawi", "--worker", "en-us"}));
    EXPECT_FALSE(parsed({"rawi", "--worker", "en-us", "fast", "50"}));
    EXPECT_FALSE(parsed({"rawi", "--worker", "en-us", "175", "50x"}));
}

}  // namespace
}  // namespace rawi::speech
