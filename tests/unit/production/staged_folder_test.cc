#include "production/staged_folder.h"

#include <fstream>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"

namespace rawi::production {
namespace {

namespace fs = std::filesystem;

class StagedFolderTest : public ::testing::Test {
  protected:
    void SetUp() override {
        root_ = fs::temp_directory_path() / fmt::format("rawi-folder-{}", ::getpid());
        fs::remove_all(root_);
    }
    void TearDown() override { fs::remove_all(root_); }
    fs::path root_;
};

TEST_F(StagedFolderTest, IsRemovedUnlessCommitted) {
    {
        const auto staged = StagedFolder::create(root_ / "a");
        ASSERT_TRUE(staged);
        EXPECT_TRUE(fs::exists(staged->path()));
    }
    EXPECT_FALSE(fs::exists(root_));
    fs::create_directories(root_ / "mine");
    {
        const auto staged = StagedFolder::create(root_ / "mine" / "b" / "c" / "a");
        ASSERT_TRUE(staged);
    }
    EXPECT_TRUE(fs::is_empty(root_ / "mine"));
}

TEST_F(StagedFolderTest, ReplacesAnExistingFolder) {
    fs::create_directories(root_ / "a");
    std::ofstream(root_ / "a" / "old") << "old";
    {
        auto staged = StagedFolder::create(root_ / "a");
        ASSERT_TRUE(staged);
        ASSERT_TRUE(write_file(staged->path() / "new", "new"));
        ASSERT_TRUE(staged->commit());
    }
    EXPECT_TRUE(fs::exists(root_ / "a" / "new"));
    EXPECT_FALSE(fs::exists(root_ / "a" / "old"));
    EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace rawi::production
