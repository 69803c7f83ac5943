#include "languages/arabic/name_lexicon.h"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "languages/arabic/tables.h"

namespace rawi::languages::arabic {
namespace {

/// The words of a phrase with what the table of names knows of them, and the shipped lexicon.
std::string known(const std::string& phrase) {
    static const auto names = Table<NameRow>::load(RAWI_SOURCE "/voices/ar/names.tsv");
    static const auto vowels = diacritizer::Diacritizer::load(RAWI_SOURCE "/voices/ar");
    std::vector<Word> words(1);
    for (const char c : phrase) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back().spoken += c;
        }
    }
    std::string all;
    for (const PartlyDiacritized& word : apply_name_lexicon(*names, *vowels, words))
        all += (all.empty() ? "" : " ") + word.text;
    return all;
}

TEST(NameLexicon, NamesAreFoundAfterClitics) {
    EXPECT_EQ(known("لنتنياهو"), "لنِتَنْيَاهُو");
    EXPECT_EQ(known("للفلسطينيين"), "للفِلَسْطِينِيِّين");
}

TEST(NameLexicon, AWordIsNoNameByChance) {
    EXPECT_EQ(known("ورقة"), "ورقة");
    EXPECT_EQ(known("صدام عنيف"), "صدام عنيف");
    EXPECT_EQ(known("صدام حسين"), "صَدَّام حُسَيْن");
}

TEST(NameLexicon, MarksThatContradictANameAreKept) {
    EXPECT_EQ(known("بَغداد"), "بَغْدَاد");
    EXPECT_EQ(known("بُغداد"), "بُغداد");
}

TEST(NameLexicon, ANameOfOtherLettersHasAPlace) {
    const std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) / "rawi_known_vowels";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(RAWI_SOURCE "/voices/ar", folder);
    std::ofstream(folder / "names.tsv")
        << "# columns: written | vowelled\n\u0628\t\u0628\u064E\u062A\n";
    const auto tables = Tables::load(folder);
    ASSERT_FALSE(tables.has_value());
    EXPECT_EQ(tables.error().where, (folder / "names.tsv:2").string());
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace rawi::languages::arabic
