// Every table of voices/, found where it lies.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "languages/languages.h"
#include "reading/detection/marks.h"
#include "reading/policies.h"
#include "reading/structure_words.h"
#include "wording/lexicon/phonemes.h"

namespace rawi {
namespace {

namespace fs = std::filesystem;

/// voices/<tag>/*.tsv, as "ar/months.tsv".
std::vector<std::string> tables() {
    std::vector<std::string> found;
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(RAWI_SOURCE "/voices")) {
        if (entry.path().extension() == ".tsv")
            found.push_back(fs::relative(entry.path(), RAWI_SOURCE "/voices").string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// The lines above the first row.
std::vector<std::string> head_of(const std::string& table) {
    std::ifstream file(fs::path(RAWI_SOURCE "/voices") / table);
    std::vector<std::string> head;
    for (std::string line; std::getline(file, line) && line.starts_with("# ");)
        head.push_back(line);
    return head;
}

/// "ar/months.tsv:12", the line of a table that begins with `row`.
std::string place_of(const std::string& table, const std::string& row) {
    std::ifstream file(fs::path(RAWI_SOURCE "/voices") / table);
    int number = 1;
    for (std::string line; std::getline(file, line) && !line.starts_with(row);)
        ++number;
    return fmt::format("{}:{}", table, number);
}

/// A copy of voices/ in which tables are spoilt, one at a time.
class SpoiltVoices {
  public:
    SpoiltVoices() {
        fs::remove_all(folder_);
        fs::copy(RAWI_SOURCE "/voices", folder_, fs::copy_options::recursive);
    }
    ~SpoiltVoices() { fs::remove_all(folder_); }
    SpoiltVoices(const SpoiltVoices&) = delete;
    SpoiltVoices& operator=(const SpoiltVoices&) = delete;

    /// The first error, "ar/months.tsv:3: message", of reading all that rawi reads of a language
    /// after `before` in a table, or its beginning if that is empty, became `after`.
    std::string error_with(const std::string& table, const std::string& before,
                           const std::string& after) const {
        const auto content = read_file(folder_ / table);
        std::string spoilt = *content;
        const std::size_t at = spoilt.find(before);
        EXPECT_NE(at, std::string::npos) << before;
        EXPECT_TRUE(write_file(folder_ / table, spoilt.replace(at, before.size(), after)));
        std::string error = first_error(table.substr(0, table.find('/')));
        EXPECT_TRUE(write_file(folder_ / table, *content));
        return error;
    }

  private:
    std::string first_error(const std::string& tag) const {
        if (const auto words = reading::load_structure_words(folder_); !words)
            return in_line(words.error());
        if (const auto language = languages::load_language(folder_, tag, {}); !language)
            return in_line(language.error());
        if (const auto marks = reading::detection::Marks::load(folder_); !marks)
            return in_line(marks.error());
        if (const auto labels = reading::load_role_labels(folder_, tag); !labels)
            return in_line(labels.error());
        const auto phonemes = wording::lexicon::Phonemes::load(folder_, tag);
        return phonemes ? "" : in_line(phonemes.error());
    }
    std::string in_line(const Error& error) const {
        return fs::relative(error.where, folder_).string() + ": " + error.message;
    }

    fs::path folder_ = fs::path(testing::TempDir()) / fmt::format("rawi-tables-{}", getpid());
};

TEST(TablesOfVoices, BeginWithTheirPurposeAndTheNamesOfTheirColumns) {
    const std::vector<std::string> all = tables();
    ASSERT_GT(all.size(), 50U);
    const std::regex names("# columns: [a-z]+( [a-z]+)*( \\| [a-z]+( [a-z]+)*)*");
    for (const std::string& table : all) {
        SCOPED_TRACE(table);
        const std::vector<std::string> head = head_of(table);
        ASSERT_GE(head.size(), 2U);
        EXPECT_FALSE(head.front().starts_with("# columns:")) << "say first what it is for";
        const auto columns = std::find_if(head.begin(), head.end(), [](const std::string& line) {
            return line.starts_with("# columns:");
        });
        ASSERT_NE(columns, head.end());
        EXPECT_TRUE(std::regex_match(*columns, names)) << *columns;
    }
}

TEST(TablesOfVoices, AreAllReadAndChecked) {
    const SpoiltVoices voices;
    for (const std::string& table : tables()) {
        SCOPED_TRACE(table);
        EXPECT_EQ(voices.error_with(table, "", ""), "");
        const std::string error = voices.error_with(table, "", "# columns: spoilt\n");
        EXPECT_TRUE(error.starts_with(table + ":1: there is no column \"spoilt\"")) << error;
    }
}

TEST(TablesOfVoices, ReferToOneAnother) {
    const SpoiltVoices voices;
    EXPECT_EQ(
        voices.error_with("ar/currencies.tsv", "US$\t\u062F\u0648\u0644\u0627\u0631", "US$\tx"),
        place_of("ar/currencies.tsv", "US$\t") + ": there is no noun \"x\" in nouns.tsv");
    EXPECT_EQ(voices.error_with("ar/units.tsv",
                                "\u0643\u0645\t\u0643\u064A\u0644\u0648\u0645\u062A\u0631",
                                "\u0643\u0645\tx"),
              place_of("ar/units.tsv", "\u0643\u0645\t") + ": there is no noun \"x\" in nouns.tsv");
    EXPECT_EQ(voices.error_with("ar/nouns.tsv", "\n\u062F\u0642\u064A\u0642\u0629\t", "\nx\t"),
              "ar/nouns.tsv: the row \"\u062F\u0642\u064A\u0642\u0629\" is missing");
}

TEST(TablesOfVoices, HaveTheKeysThatTheProgramNeeds) {
    const SpoiltVoices voices;
    EXPECT_EQ(voices.error_with("ar/numbers.tsv", "\ncm3\t", "\ncm33\t"),
              "ar/numbers.tsv: the row \"cm3\" is missing");
    EXPECT_EQ(voices.error_with("en/numbers.tsv", "\nforty\t40", "\nforty\t41"),
              "en/numbers.tsv: there is no number word for 40");
    EXPECT_EQ(voices.error_with("en/scales.tsv", "\nmillion\tmillion\t6\tnumber",
                                "\nmillion\tmillion\t6\tword"),
              place_of("en/scales.tsv", "billion\t") +
                  ": the number word with 6 zeros is missing before this one");
    EXPECT_EQ(voices.error_with("en/words.tsv", "\nminus\t", "\nmimus\t"),
              "en/words.tsv: the row \"minus\" is missing");
    EXPECT_EQ(voices.error_with("en/regions.tsv", "\nbritish\t", "\nirish\t"),
              "en/regions.tsv: the row \"british\" is missing");
    EXPECT_EQ(voices.error_with("en/currencies.tsv", "\nGBP\t", "\nGBR\t"),
              "en/currencies.tsv: the row \"GBP\" is missing");
    EXPECT_EQ(voices.error_with("ar/style.tsv", "\ndecimal\t", "\ndecimals\t"),
              place_of("ar/style.tsv", "decimal\t") + ": the setting \"decimals\" is never used");
}

}  // namespace
}  // namespace rawi
