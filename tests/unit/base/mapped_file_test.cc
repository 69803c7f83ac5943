#include "base/mapped_file.h"

#include <filesystem>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "base/file.h"

namespace rawi {
namespace {

class MappedFiles : public testing::Test {
  protected:
    std::filesystem::path place_ = std::filesystem::path(testing::TempDir()) / "mapped";

    void TearDown() override { std::filesystem::remove_all(place_); }
};

TEST_F(MappedFiles, HaveTheBytesOfTheFile) {
    const std::string bytes = std::string("one\0two\n", 8) + std::string(100000, 'x');
    ASSERT_TRUE(write_file(place_, bytes).has_value());
    Result<MappedFile> file = MappedFile::open(place_);
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(file->bytes(), bytes);
    const MappedFile moved = *std::move(file);
    EXPECT_EQ(moved.bytes(), bytes);
}

TEST_F(MappedFiles, MayBeEmpty) {
    ASSERT_TRUE(write_file(place_, "").has_value());
    const Result<MappedFile> file = MappedFile::open(place_);
    ASSERT_TRUE(file.has_value());
    EXPECT_TRUE(file->bytes().empty());
}

TEST_F(MappedFiles, ErrorsNameTheFileAndTheReason) {
    const Result<MappedFile> missing = MappedFile::open(place_);
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().kind, Error::Kind::io);
    EXPECT_NE(missing.error().message.find(place_.string()), std::string::npos);
    std::filesystem::create_directory(place_);
    const Result<MappedFile> folder = MappedFile::open(place_);
    ASSERT_FALSE(folder.has_value());
    EXPECT_NE(folder.error().message.find("directory"), std::string::npos);
}

}  // namespace
}  // namespace rawi
