// Files, folders and their limits.
#include "production/inputs.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "unit/production/run_test.h"

namespace rawi::production {
namespace {

namespace fs = std::filesystem;

class Inputs : public RunTest {
  protected:
    std::vector<std::string> found(const fs::path& argument,
                                   const reading::ReadOptions& options = {}) {
        const InputList list = find_inputs({argument.string()}, options);
        notices_ = list.notices;
        std::vector<std::string> names;
        for (const fs::path& input : list.inputs)
            names.push_back(input.lexically_relative(root_).string());
        return names;
    }
    std::vector<std::string> notices_;
};

TEST_F(Inputs, AFolderStandsForTheArticlesInItInOrder) {
    for (const char* const name :
         {"in/c.txt", "in/a.md", "in/b.HTML", "in/.hidden.txt", "in/notes", "in/lexicon.tsv",
          "in/a.md.lexicon.tsv", "in/lexicon.en.pls", "in/sub/d.txt", "in/table.tsv"})
        put(name, "One.");
    put("in/page", "<!DOCTYPE html><p>One.");
    EXPECT_EQ(found(root_ / "in"),
              (std::vector<std::string>{"in/a.md", "in/b.HTML", "in/c.txt", "in/page"}));
    ASSERT_EQ(notices_.size(), 3U);
    EXPECT_NE(notices_[0].find("in/notes: left out"), std::string::npos);
    EXPECT_NE(notices_[1].find("in/sub: left out"), std::string::npos);
    EXPECT_NE(notices_[2].find("in/table.tsv: left out"), std::string::npos);
    EXPECT_EQ(found(root_ / "in", {.format = "text"}),
              (std::vector<std::string>{"in/a.md", "in/b.HTML", "in/c.txt", "in/notes", "in/page",
                                        "in/table.tsv"}));
}

TEST_F(Inputs, AFolderWithoutArticlesIsAnErrorWhenItIsRead) {
    put("in/table.tsv", "One.");
    EXPECT_EQ(found(root_ / "in"), std::vector<std::string>{"in"});
    const auto read = InputReader(100).read(root_ / "in");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().message, "there are no articles in this folder");
    EXPECT_EQ(found(root_ / "none"), std::vector<std::string>{"none"});
}

TEST_F(Inputs, AnInputBeyondTheLimitIsAnErrorThatNamesIt) {
    const fs::path file = put("a.txt", std::string(2'000'000, 'a'));
    EXPECT_EQ(InputReader(2'000'000).read(file).value().size(), 2'000'000U);
    for (const fs::path& large : {file, fs::path("/dev/zero")}) {
        const auto read = InputReader(1'000'000).read(large);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().message, "this input is larger than 1 MB; --max-size allows more");
        EXPECT_EQ(read.error().where, large);
    }
    options_.run.most_bytes = 1'000'000;
    ASSERT_TRUE(run({file, put("b.txt", "One.")}));
    ASSERT_EQ(reports_.size(), 2U);
    EXPECT_NE(reports_[0].find("larger than 1 MB"), std::string::npos);
    EXPECT_EQ(reports_[1], "1 b");
}

}  // namespace
}  // namespace rawi::production
