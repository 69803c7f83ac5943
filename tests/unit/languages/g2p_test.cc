#include "languages/arabic/g2p.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace rawi::languages::arabic {
namespace {

/// IPA of vowelled words, a pause after each comma and at the end.
std::string said(const std::string& phrase) {
    static const auto spellings = SaidTable::load(RAWI_SOURCE "/voices/ar/spellings.tsv");
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

TEST(G2p, EndingsAreSaidWithinAPhraseAndLeftOutBeforeAPause) {
    EXPECT_EQ(said("كِتَابٌ جَدِيدٌ"), "kitˈaːbun dʒadˈiːd");
    EXPECT_EQ(said("كِتَابٌ، جَدِيدٌ"), "kitˈaːb dʒadˈiːd");
}

TEST(G2p, AnEndingIsLeftOutWhereItIsNotSure) {
    static const auto spellings = SaidTable::load(RAWI_SOURCE "/voices/ar/spellings.tsv");
    const auto ipa =
        pronounce(*spellings, {{.text = "كِتَابٌ", .pause = false, .without_ending = true},
                               {.text = "جَدِيدٌ", .pause = true, .without_ending = false}});
    EXPECT_EQ(ipa, (std::vector<std::string>{"kitˈaːb", "dʒadˈiːd"}));
}

}  // namespace
}  // namespace rawi::languages::arabic
