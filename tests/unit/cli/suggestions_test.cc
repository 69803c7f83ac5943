#include "cli/suggestions.h"

#include <string>

#include <gtest/gtest.h>

namespace rawi::cli {
namespace {

TEST(Suggestions, DistanceCountsSwappedNeighboursOnce) {
    EXPECT_EQ(distance("", "abc"), 3U);
    EXPECT_EQ(distance("rnder", "render"), 1U);
    EXPECT_EQ(distance("redner", "render"), 1U);
    EXPECT_EQ(distance("text", "render"), 5U);
}

TEST(Suggestions, OnlyACloseNameIsSuggested) {
    const std::vector<std::string> names = {"render", "text", "explain", "lexicon", "voices"};
    EXPECT_EQ(closest("rnder", names), "render");
    EXPECT_EQ(closest("txt", names), "text");
    EXPECT_EQ(closest("voice", names), "voices");
    EXPECT_EQ(closest("article.txt", names), "");
    EXPECT_EQ(closest("", names), "");
    EXPECT_EQ(closest(std::string(100'000, 'r'), names), "");
}

}  // namespace
}  // namespace rawi::cli
