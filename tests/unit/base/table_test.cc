#include "base/table.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace rawi {
namespace {

class TableTest : public testing::Test {
  protected:
    TableTest()
        : file_(std::filesystem::temp_directory_path() /
                ("rawi-" +
                 std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) +
                 ".tsv")) {}
    ~TableTest() override { std::filesystem::remove(file_); }

    Result<Table> load(const std::string& content, std::size_t columns) {
        std::ofstream(file_) << content;
        return Table::load(file_, columns);
    }
    /// Where a table with this content is wrong, behind the folder's name.
    std::string wrong(const std::string& content, std::size_t columns) {
        const Result<Table> table = load(content, columns);
        if (table) return "";
        const std::string folder = file_.parent_path().string() + "/";
        EXPECT_EQ(table.error().where.substr(0, folder.size()), folder);
        return table.error().where.substr(file_.string().size());
    }
    std::filesystem::path file_;
};

TEST_F(TableTest, HasWhatItsLinesSay) {
    const auto table = load("# one, a half\nb\t1\t2\n\na\t3\t\n", 3);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->at("b"), "1");
    EXPECT_EQ(table->at("b", 1), "2");
    EXPECT_EQ(table->at("a", 1), "");
    EXPECT_EQ(table->at("c"), "");
    EXPECT_FALSE(table->has("c"));
    EXPECT_EQ(table->keys(), (std::vector<std::string>{"b", "a"}));
    EXPECT_EQ(table->place_of("a"), file_.filename().string() + ":4");
}

TEST_F(TableTest, MistakesHaveALine) {
    EXPECT_EQ(wrong("a\t1\nb\n", 2), ":2");
    EXPECT_EQ(wrong("a\t1\t2\n", 2), ":1");
    EXPECT_EQ(wrong("a\t1\nb\t2\na\t3\n", 2), ":3");
    EXPECT_EQ(wrong("\t1\n", 2), ":1");
    EXPECT_EQ(wrong("a\t1\nb\t\xD8\n", 2), ":2");
}

TEST_F(TableTest, NoFileIsAnEmptyTable) {
    const auto table = Table::load(file_.string() + ".not-there", 2);
    ASSERT_TRUE(table);
    EXPECT_TRUE(table->keys().empty());
}

}  // namespace
}  // namespace rawi
