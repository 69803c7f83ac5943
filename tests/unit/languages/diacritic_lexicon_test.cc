#include "languages/arabic/diacritizer/diacritic_lexicon.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "languages/arabic/diacritizer/decoding.h"
#include "languages/arabic/diacritizer/diacritizer.h"

namespace rawi::languages::arabic::diacritizer {
namespace {

std::string number(std::uint32_t value) {
    std::string bytes;
    for (int i = 0; i < 4; ++i)
        bytes.push_back(static_cast<char>(value >> (8 * i)));
    return bytes;
}

/// The network's symbols of a word's letters.
std::string symbols_of(std::string_view word) {
    std::string symbols;
    for (const arabic::alphabet::Letter& letter : arabic::alphabet::letters_of(word)) {
        const char32_t c = letter.code;
        symbols.push_back(static_cast<char>(c < 0x0641 ? 7 + (c - 0x0621) : 33 + (c - 0x0641)));
    }
    return symbols;
}

/// An entry with one candidate: its marks as nibbles, low half first.
std::string entry(const std::string& letters, const std::string& ending, const std::string& marks) {
    return std::string(1, '\0') + static_cast<char>(letters.size()) + letters + '\1' + '\x30' +
           ending + marks;
}

/// "kutub" as a word that ends in damma or kasra, "katib" as a stem, "wa" and "un".
std::string lexicon() {
    const std::string kutub =
        entry(symbols_of("\u0643\u062A\u0628"), std::string("\x28\0", 2), std::string(1, 0x33));
    const std::string katib =
        entry(symbols_of("\u0643\u0627\u062A\u0628"), "", std::string("\x01\x05", 2));
    const std::string wa = symbols_of("\u0648");
    const std::string un = symbols_of("\u0648\u0646");
    const auto part = [](const std::string& entries) {
        return number(1) + number(1) + number(static_cast<std::uint32_t>(entries.size())) +
               number(0) + entries;
    };
    return "rawi lexicon 1\n\1\1" + wa + "\1\2" + un + part(kutub) + part(katib);
}

TEST(VowelsLexicon, FindsWordsAndStemsWithAffixes) {
    const auto made = DiacriticLexicon::parse(lexicon());
    ASSERT_TRUE(made.has_value()) << made.error().message;
    const Known word = made->find(symbols_of("\u0643\u062A\u0628"));
    ASSERT_EQ(word.candidates.size(), 1U);
    EXPECT_FALSE(word.stem);
    EXPECT_EQ(word.end, 2U);
    EXPECT_EQ(word.candidates[0].classes, (std::vector<std::uint8_t>{3, 3}));
    EXPECT_EQ(word.candidates[0].endings, 0x28);
    EXPECT_FLOAT_EQ(word.candidates[0].weight, 4.0F);
    const Known stem = made->find(symbols_of("\u0648\u0643\u0627\u062A\u0628\u0648\u0646"));
    ASSERT_EQ(stem.candidates.size(), 1U);
    EXPECT_TRUE(stem.stem);
    EXPECT_EQ(stem.begin, 1U);
    EXPECT_EQ(stem.end, 4U);
    EXPECT_EQ(stem.candidates[0].classes, (std::vector<std::uint8_t>{1, 0, 5}));
    EXPECT_TRUE(made->find(symbols_of("\u0642\u0644\u0645")).candidates.empty());
    EXPECT_TRUE(made->find("").candidates.empty());
}

TEST(VowelsLexicon, TruncatedOrOverlongDataIsRefused) {
    const std::string whole = lexicon();
    EXPECT_FALSE(DiacriticLexicon::parse(whole + "x").has_value());
    EXPECT_FALSE(DiacriticLexicon::parse("rawi lexicon 2\n").has_value());
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(DiacriticLexicon::parse(whole.substr(0, size)).has_value()) << size;
}

/// What is decided for a word where every class scores the same but those named, letter and class.
std::string decided(const std::string& word, const DiacriticLexicon& known,
                    const std::vector<std::pair<std::size_t, std::size_t>>& better) {
    std::vector<arabic::alphabet::Letter> letters = arabic::alphabet::letters_of(word);
    std::vector<float> scores(letters.size() * classes, 0.0F);
    for (const auto& [letter, kind] : better)
        scores[letter * classes + kind] = 1.0F;
    const std::string symbols = symbols_of(word);
    static_cast<void>(decide(letters, symbols, std::string_view::npos, scores.data(), known));
    return arabic::alphabet::spelled(letters);
}

TEST(Decoding, TheLexiconOutweighsAnUnsureNetworkAndYieldsToASureOne) {
    const DiacriticLexicon known = *DiacriticLexicon::parse(lexicon());
    const std::string kutub = "\u0643\u062A\u0628";
    EXPECT_EQ(decided(kutub, known, {{0, 1}, {1, 1}, {2, 5}}),
              "\u0643\u064F\u062A\u064F\u0628\u0650");
    EXPECT_EQ(decided(kutub, DiacriticLexicon(), {{0, 1}, {1, 1}, {2, 5}}),
              "\u0643\u064E\u062A\u064E\u0628\u0650");
    // An ending that was never seen gives way to one that was.
    EXPECT_EQ(decided(kutub, known, {{2, 1}}), "\u0643\u064F\u062A\u064F\u0628\u064F");
}

TEST(Decoding, WrittenMarksAreNeverContradicted) {
    const DiacriticLexicon known = *DiacriticLexicon::parse(lexicon());
    EXPECT_EQ(decided("\u0643\u064E\u062A\u0628", known, {{1, 1}, {2, 1}}),
              "\u0643\u064E\u062A\u064E\u0628\u064E");
}

TEST(Decoding, SpellingsThatArabicDoesNotHaveAreNotChosen) {
    // al-shams: the sun letter is doubled after a bare lam; al-ittihad: the lam takes kasra.
    EXPECT_EQ(decided("\u0627\u0644\u0634\u0645\u0633", DiacriticLexicon(),
                      {{1, 0}, {2, 1}, {3, 7}, {4, 3}}),
              "\u0627\u0644\u0634\u0651\u064E\u0645\u0652\u0633\u064F");
    EXPECT_EQ(decided("\u0627\u0644\u0627\u0633\u0645", DiacriticLexicon(),
                      {{1, 0}, {2, 1}, {3, 7}, {4, 3}}),
              "\u0627\u0644\u0650\u0627\u0633\u0652\u0645\u064F");
    // A consonant is never bare: the next best mark is taken.
    EXPECT_EQ(decided("\u0642\u0644\u0645", DiacriticLexicon(), {{0, 0}, {1, 1}, {2, 0}}),
              "\u0642\u064E\u0644\u064E\u0645\u064E");
}

}  // namespace
}  // namespace rawi::languages::arabic::diacritizer
