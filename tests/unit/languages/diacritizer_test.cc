#include "languages/arabic/diacritizer/diacritizer.h"

#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/diacritizer/kernels.h"
#include "languages/arabic/pieces.h"

namespace rawi::languages::arabic::diacritizer {
namespace {

/// A weights file of the smallest size with arbitrary weights: it vowels nonsense, but all of it.
std::string weights() {
    std::string bytes = "rawi vowels 1\n";
    std::uint32_t seed = 1;
    const auto put = [&](auto value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    const auto random = [&] {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::int8_t>(seed >> 24U);
    };
    for (const std::uint32_t size : {43U, 16U, 15U, 64U, 64U, 64U, 64U})
        put(size);
    const auto matrix = [&](std::size_t rows, std::size_t columns) {
        for (std::size_t i = 0; i < rows * columns; ++i)
            put(random());
        for (std::size_t i = 0; i < rows; ++i)
            put(0.002F);
    };
    const auto vector = [&](std::size_t size) {
        for (std::size_t i = 0; i < size; ++i)
            put(static_cast<float>(random()) / 100.0F);
    };
    matrix(43, 64);
    matrix(16, 64);
    for (const std::size_t inputs : {64U, 128U, 128U}) {
        for (int direction = 0; direction < 2; ++direction) {
            matrix(192, inputs);
            matrix(192, 64);
            vector(256);
        }
    }
    matrix(192, 128);
    matrix(192, 128);
    matrix(15, 128);
    vector(15);
    return bytes;
}

const Diacritizer& vowels() {
    static const Diacritizer made(*Network::parse(weights()), DiacriticLexicon());
    return made;
}

std::vector<DiacritizedWord> vowelled(const std::vector<std::string>& words) {
    std::vector<BareWord> bare;
    bare.reserve(words.size());
    for (const std::string& word : words)
        bare.push_back({.text = word});
    return vowels().vowel(bare);
}

/// Words of letters and marks in any order.
std::vector<std::string> arabic_words(const std::vector<std::uint8_t>& bytes) {
    std::vector<std::string> words(1);
    for (const std::uint8_t byte : bytes) {
        const char32_t c = 0x0620 + byte % 0x34;
        if (c == 0x0620) {
            words.emplace_back();
        } else {
            utf8::append(words.back(), c);
        }
    }
    return words;
}

RC_GTEST_PROP(Diacritizer, LettersStayAndWrittenMarksAreKept,
              (const std::vector<std::uint8_t>& bytes)) {
    const std::vector<std::string> words = arabic_words(bytes);
    const std::vector<DiacritizedWord> found = vowelled(words);
    RC_ASSERT(found.size() == words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto before = arabic::alphabet::letters_of(words[i]);
        const auto after = arabic::alphabet::letters_of(found[i].text);
        RC_ASSERT(before.size() == after.size());
        for (std::size_t k = 0; k < before.size(); ++k) {
            RC_ASSERT(before[k].code == after[k].code);
            RC_ASSERT(!before[k].doubled || after[k].doubled);
            RC_ASSERT(before[k].vowel == 0 || before[k].vowel == after[k].vowel);
        }
        RC_ASSERT(found[i].ending > 0 && found[i].ending <= 1);
    }
}

TEST(Diacritizer, ShaddaAndSukunOnOneLetter) {
    const std::string word = "\u0643\u0651\u0652\u062A";
    EXPECT_EQ(vowelled({word}).front().text.substr(0, 6), word.substr(0, 6));
}

TEST(Diacritizer, FullyVowelledWordsAreUnchanged) {
    const std::string word = "\u0648\u064E\u0627\u062D\u0650\u062F\u064C";
    EXPECT_EQ(vowels().vowel({{.text = word, .complete = true}}).front().text, word);
}

TEST(Diacritizer, AVeryLongSentenceAndAVeryLongWord) {
    std::vector<std::string> words(3000, "\u0643\u062A\u0628");
    words.emplace_back();
    for (int i = 0; i < 100000; ++i)
        words.back() += "\u0628";
    const std::vector<DiacritizedWord> found = vowelled(words);
    ASSERT_EQ(found.size(), words.size());
    EXPECT_EQ(arabic::strip_diacritics(found.front().text), words.front());
    EXPECT_EQ(found.back().text, words.back());
}

TEST(Diacritizer, EveryInstructionSetGivesTheSame) {
    const auto network = Network::parse(weights());
    ASSERT_TRUE(network.has_value());
    std::vector<std::uint8_t> symbols;
    for (std::uint8_t i = 0; i < 200; ++i)
        symbols.push_back(static_cast<std::uint8_t>(1 + i * 7 % 42));
    const std::vector<std::uint8_t> hints(symbols.size(), 0);
    const std::vector<float> expected = network->scores(symbols, hints);
    ASSERT_EQ(instruction_sets().back(), "baseline");
    for (const std::string_view name : instruction_sets()) {
        ASSERT_TRUE(use_instruction_set(name));
        const std::vector<float> found = network->scores(symbols, hints);
        EXPECT_EQ(std::memcmp(found.data(), expected.data(), found.size() * sizeof(float)), 0)
            << name;
    }
    EXPECT_FALSE(use_instruction_set("none"));
    ASSERT_TRUE(use_instruction_set(""));
}

TEST(Weights, TruncatedOrOverlongDataIsRefused) {
    const std::string whole = weights();
    EXPECT_TRUE(Network::parse(whole).has_value());
    EXPECT_FALSE(Network::parse(whole + "x").has_value());
    EXPECT_FALSE(Network::parse("").has_value());
    EXPECT_FALSE(Network::parse("rawi vowels 2\n" + whole.substr(14)).has_value());
    for (std::size_t size = 14; size < whole.size(); size += 997)
        EXPECT_FALSE(Network::parse(std::string_view(whole).substr(0, size)).has_value()) << size;
}

}  // namespace
}  // namespace rawi::languages::arabic::diacritizer
