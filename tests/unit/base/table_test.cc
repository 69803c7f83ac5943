#include "base/table.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace rawi {
namespace {

enum class Position : std::uint8_t { before, after };
constexpr std::array<std::string_view, 2> names_of(Position) {
    return {"before", "after"};
}
enum class Usage : std::uint8_t { usual, rare };
constexpr std::array<std::string_view, 2> names_of(Usage) {
    return {"-", "rare"};
}

struct Unit {
    std::string said, plural;
    std::uint64_t value = 0;
    Position position = Position::before;
    Usage usage = Usage::usual;

    void columns(Columns& column) {
        column.key("written");
        column.text("said", said);
        column.optional("plural", plural);
        column.number("value", value);
        column.choice("position", position);
        column.choice("usage", usage);
    }
};

/// Found by two columns, as an abbreviation in its context.
struct Form {
    std::string said;
    Position position = Position::before;

    void columns(Columns& column) {
        column.key("written");
        column.key_choice("position", position);
        column.text("said", said);
    }
};

const std::string unit_header = "# columns: written | said | plural | value | position | usage\n";

class TableTest : public testing::Test {
  protected:
    TableTest()
        : file_(std::filesystem::temp_directory_path() /
                ("rawi-" +
                 std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) +
                 ".tsv")) {}
    ~TableTest() override { std::filesystem::remove(file_); }

    template <class Row>
    Result<Table<Row>> load(const std::string& content) {
        std::ofstream(file_) << content;
        return Table<Row>::load(file_);
    }
    /// The line and the message of what is wrong with a table.
    template <class Row = Said>
    std::string wrong(const std::string& content) {
        const auto table = load<Row>(content);
        if (table) return "";
        EXPECT_EQ(table.error().kind, Error::Kind::input);
        const std::string file = file_.string() + ":";
        EXPECT_EQ(table.error().where.substr(0, file.size()), file);
        return table.error().where.substr(file.size()) + ": " + table.error().message;
    }
    std::string wrong_unit(const std::string& row) { return wrong<Unit>(unit_header + row); }

    std::filesystem::path file_;
};

TEST_F(TableTest, FindsCellsByTheNamesOfTheirColumns) {
    const auto table = load<Unit>(
        "# Units.\n# columns: usage | written | said | plural | value | position\n\n"
        "rare\tm\tmetre\tmetres\t100\tafter\r\n-\tg\tgram\t-\t0\tbefore\n");
    ASSERT_TRUE(table) << table.error().message;
    const Unit* const metre = table->find("m");
    ASSERT_NE(metre, nullptr);
    EXPECT_EQ(metre->said, "metre");
    EXPECT_EQ(metre->plural, "metres");
    EXPECT_EQ(metre->value, 100U);
    EXPECT_EQ(metre->position, Position::after);
    EXPECT_EQ(metre->usage, Usage::rare);
    EXPECT_EQ(table->at("g").plural, "");
    EXPECT_EQ(table->at("g").usage, Usage::usual);
    EXPECT_EQ(table->keys(), (std::vector<std::string>{"m", "g"}));
    EXPECT_EQ(table->key_of(table->rows()[1]), "g");
    EXPECT_EQ(table->place_of("g"), file_.filename().string() + ":5");
    EXPECT_EQ(table->place_of(*metre), file_.filename().string() + ":4");
}

TEST_F(TableTest, AMissingKeyHasAnEmptyRowAndTheFileAsItsPlace) {
    const auto table = load<Said>("# columns: written | said\na\tb\n");
    ASSERT_TRUE(table);
    EXPECT_FALSE(table->has("c"));
    EXPECT_EQ(table->find("c"), nullptr);
    EXPECT_EQ(table->at("c").said, "");
    EXPECT_EQ(table->place_of("c"), file_.filename().string());
}

TEST_F(TableTest, ASignThatBeginsACommentMayBeAKey) {
    const auto table = load<Said>("#\n# columns: written | said\n#no row\n#\thash\n-\tdash\n");
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->keys(), (std::vector<std::string>{"#", "-"}));
    EXPECT_EQ(table->at("#").said, "hash");
}

TEST_F(TableTest, TwoColumnsCanMakeAKey) {
    const auto table =
        load<Form>("# columns: said | position | written\nx\tbefore\ta\ny\tafter\ta\n");
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->at("a before").said, "x");
    EXPECT_EQ(table->at("a after").said, "y");
    EXPECT_EQ(table->at("a after").position, Position::after);
    EXPECT_EQ(wrong<Form>("# columns: said | position | written\nx\tbeside\ta\n"),
              R"(2: "beside" in column "position" is not one of: before, after)");
}

TEST_F(TableTest, ATableWithoutAHeaderIsRefused) {
    const std::string advice =
        "the columns have no names: write \"# columns: written | said\" above the rows";
    EXPECT_EQ(wrong("# Words.\na\tb\n# columns: written | said\n"), "2: " + advice);
    EXPECT_EQ(wrong("# Columns: written, said\na\tb\n"), "2: " + advice);
    EXPECT_EQ(wrong("# Words.\n"), "1: " + advice);
}

TEST_F(TableTest, ColumnsThatTheProgramDoesNotExpectAreRefused) {
    EXPECT_EQ(wrong("# columns: written | spoken\n"),
              "1: there is no column \"spoken\" in this table; it has: written | said");
    EXPECT_EQ(wrong("#\n# columns: written\n"),
              "2: column \"said\" is missing; this table has: written | said");
    EXPECT_EQ(wrong("# columns: written | said | said\n"), "1: a column is named twice");
    EXPECT_EQ(wrong("# columns: written | said\n# columns: written | said\n"),
              "2: the columns are already named above: remove one of the two lines");
}

TEST_F(TableTest, ARowWithTooFewOrTooManyCellsIsRefused) {
    const std::string header = "# columns: written | said\n";
    const std::string advice =
        " instead of 2 (written | said); a tab separates cells, and - is an empty cell";
    EXPECT_EQ(wrong(header + "a\tb\nc\n"), "3: there are 1 cells here" + advice);
    EXPECT_EQ(wrong(header + "a\tb\tc\n"), "2: there are 3 cells here" + advice);
    EXPECT_EQ(wrong(header + "a\t\n"),
              "2: there is nothing between two tabs: write - for an empty cell");
    EXPECT_EQ(wrong(header + "\tb\n"),
              "2: there is nothing between two tabs: write - for an empty cell");
}

TEST_F(TableTest, AnInvalidCellIsRefused) {
    EXPECT_EQ(wrong_unit("m\t-\t-\t1\tafter\t-\n"),
              "2: column \"said\" must not be empty: write a value instead of -");
    EXPECT_EQ(wrong_unit("m\tmetre\t-\t1x\tafter\t-\n"),
              "2: \"1x\" in column \"value\" is not a whole number");
    EXPECT_EQ(wrong_unit("m\tmetre\t-\t-1\tafter\t-\n"),
              "2: \"-1\" in column \"value\" is not a whole number");
    EXPECT_EQ(wrong_unit("m\tmetre\t-\t1\t-\t-\n"),
              R"(2: "-" in column "position" is not one of: before, after)");
    EXPECT_EQ(wrong_unit("m\tmetre\t-\t1\tafter\tusual\n"),
              R"(2: "usual" in column "usage" is not one of: -, rare)");
}

TEST_F(TableTest, ADuplicateKeyIsRefused) {
    EXPECT_EQ(wrong("# columns: written | said\na\tb\nc\td\na\te\n"),
              "4: \"a\" is already in line 2: remove one of the two");
}

TEST_F(TableTest, TextThatIsNotUtf8IsRefused) {
    EXPECT_EQ(wrong("# columns: written | said\na\t\xD8\n"), "2: this line is not UTF-8");
    EXPECT_EQ(wrong("# \xD8\n"), "1: this line is not UTF-8");
}

TEST_F(TableTest, RequiredKeysAreChecked) {
    const auto table = load<Said>("# columns: written | said\na\tb\nc\td\n");
    ASSERT_TRUE(table);
    constexpr std::array<std::string_view, 2> present = {"a", "c"};
    constexpr std::array<std::string_view, 3> needed = {"a", "x", "y"};
    EXPECT_TRUE(table->require(present));
    const auto missing = table->require(needed);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().message, "the row \"x\" is missing");
    EXPECT_EQ(missing.error().where, file_.string());
}

constexpr std::array<std::string_view, 2> word_keys = {"minus", "and so on"};

TEST_F(TableTest, WordsWithFixedKeysAreFoundByTheirNumber) {
    std::ofstream(file_) << "# columns: key | said\nand so on\tet cetera\nminus\tless\n";
    const auto words = FixedWords<word_keys>::load(file_);
    ASSERT_TRUE(words) << words.error().message;
    EXPECT_EQ((*words)["minus"], "less");
    EXPECT_EQ((*words)["and so on"], "et cetera");
}

TEST_F(TableTest, AMistypedKeyIsRefused) {
    std::ofstream(file_) << "# columns: key | said\nminus\tless\nand so no\tet cetera\n";
    const auto mistyped = FixedWords<word_keys>::load(file_);
    ASSERT_FALSE(mistyped);
    EXPECT_EQ(mistyped.error().message, "the row \"and so on\" is missing");
    std::ofstream(file_) << "# columns: key | said\nminus\tless\nplus\tand\nand so on\tet cetera\n";
    const auto unknown = FixedWords<word_keys>::load(file_);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().message, "\"plus\" is never used: remove the row");
    EXPECT_EQ(unknown.error().where, file_.string() + ":3");
}

TEST_F(TableTest, ALoaderOfAFolderKeepsTheFirstError) {
    std::ofstream(file_) << "# columns: written\nx\n";
    const std::filesystem::path folder = file_.parent_path();
    WordList good, late;
    SaidTable bad, missing;
    TableLoader load(folder);
    load(file_.filename().c_str(), good);
    EXPECT_TRUE(load.done());
    EXPECT_TRUE(good.has("x"));
    load(file_.filename().c_str(), bad);
    load("rawi-not-there.tsv", missing);
    load(file_.filename().c_str(), late);
    ASSERT_FALSE(load.done());
    EXPECT_EQ(load.done().error().where, file_.string() + ":1");
    EXPECT_FALSE(late.has("x"));
}

TEST_F(TableTest, AnErrorOfALoaderPointsAtTheRow) {
    const auto table = load<Said>("# columns: written | said\na\tb\nc\td\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->error_at("c", "wrong").value().where, file_.string() + ":3");
}

TEST_F(TableTest, AMissingFileIsAnErrorUnlessItIsOptional) {
    const auto missing = WordList::load(file_);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, Error::Kind::io);
    const auto empty = WordList::load(file_, Missing::empty);
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty->keys().empty());
}

}  // namespace
}  // namespace rawi
