#include "languages/arabic/g2p.h"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace rawi::languages::arabic {
namespace {

/// IPA of vowelled words, a pause behind each comma and at the end.
std::string said(const std::string& phrase) {
    static const auto spellings = Table::load(RAWI_SOURCE "/voices/ar/spellings.tsv", 2);
    std::vector<std::string> words(1);
    std::vector<bool> pauses;
    for (const char c : phrase) {
        if (c == ' ') {
            pauses.push_back(words.back().ends_with("\u060C"));
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    pauses.push_back(true);
    std::vector<SpokenForm> forms;
    for (std::size_t i = 0; i < words.size(); ++i)
        forms.push_back({.text = words[i], .pause = pauses[i], .without_ending = false});
    std::string all;
    for (const std::string& ipa : pronounce(*spellings, forms))
        all += (all.empty() ? "" : " ") + ipa;
    return all;
}

TEST(Pronunciation, Golden) {
    std::ifstream table(RAWI_SOURCE "/tests/golden/pronunciation/ar.tsv");
    std::string line;
    int rows = 0;
    while (std::getline(table, line)) {
        const std::size_t tab = line.find('\t');
        ASSERT_NE(tab, std::string::npos) << line;
        EXPECT_EQ(said(line.substr(0, tab)), line.substr(tab + 1)) << line.substr(0, tab);
        ++rows;
    }
    EXPECT_GE(rows, 400);
}

}  // namespace
}  // namespace rawi::languages::arabic
