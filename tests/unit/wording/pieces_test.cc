// What stands around a piece of a sentence, and what recognizers are tried on it.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "unit/wording/toy_sentence.h"
#include "wording/semiotic/characters.h"
#include "wording/semiotic/reading.h"
#include "wording/semiotic/recognizers.h"

namespace rawi::wording::semiotic {
namespace {

/// The word before the last piece of a text.
std::string_view word_before_last(std::string_view text) {
    const ToySentence sentence(text);
    const std::size_t found = sentence.index_before(sentence.size() - 1);
    return found == ToySentence::none ? "none" : sentence.written(found, found + 1);
}

TEST(PieceSequence, OnlySpacesAndOpeningMarksStandBetweenAWordAndAPiece) {
    EXPECT_EQ(word_before_last("in 5"), "in");
    EXPECT_EQ(word_before_last("in  (\"5"), "in");
    EXPECT_EQ(word_before_last("in, 5"), "none");
    EXPECT_EQ(word_before_last("in) 5"), "none");
    EXPECT_EQ(word_before_last("in 4 5"), "none");
    EXPECT_EQ(word_before_last("5"), "none");
    EXPECT_EQ(word_before_last("in " + std::string(100, '(') + "5"), "none");  // too far away
}

TEST(PieceSequence, AQuotationMarkMayOpenAndClose) {
    for (const char32_t both : {U'"', U'\'', U'`'})
        EXPECT_TRUE(opens(both) && closes(both));
    for (const char32_t opening : {U'(', U'[', U'{', char32_t{0xAB}, char32_t{0x201C}})
        EXPECT_TRUE(opens(opening) && !closes(opening));
    for (const char32_t closing : {U')', U']', U'}', char32_t{0xBB}, char32_t{0x201D}})
        EXPECT_TRUE(closes(closing) && !opens(closing));
    EXPECT_TRUE(ends_sentence(0x061F));
    EXPECT_FALSE(ends_sentence(','));
}

using Recognizer = std::optional<Reading> (*)(const ToySentence&, std::size_t);

std::optional<Reading> pair(const ToySentence& s, std::size_t at) {
    if (!s.is(at + 1, PieceKind::space) || !s.is(at + 2, s.at(at).kind)) return {};
    return reading_of(at + 3, "pair", SemioticClass::word, {});
}

std::optional<Reading> single(const ToySentence& /*sentence*/, std::size_t at) {
    return reading_of(at + 1, "single", SemioticClass::word, {});
}

TEST(Recognizers, AreTriedInOrderByTheKindOfThePiece) {
    constexpr std::array<Recognizer, 2> of_numbers = {pair, single};
    constexpr std::array<Recognizer, 1> of_words = {pair};
    const RecognizersByKind<Recognizer> recognizers = {
        .of_numbers = of_numbers, .of_words = of_words, .of_latin = {}, .of_signs = {}};
    const auto words_at = [&](std::string_view text) {
        const auto reading = first_reading(recognizers, ToySentence(text), 0);
        return reading ? reading->parts.front().words : "none";
    };
    EXPECT_EQ(words_at("5 6"), "pair");
    EXPECT_EQ(words_at("5 a"), "single");
    EXPECT_EQ(words_at("a b"), "pair");
    EXPECT_EQ(words_at("a 5"), "none");
    EXPECT_EQ(words_at("+ +"), "none");
    EXPECT_EQ(words_at(" "), "none");
}

TEST(SpelledOut, LeavesOutCharactersWithoutAName) {
    const auto name_of = [](std::string_view one, std::string_view digit) {
        return std::string(!digit.empty() ? digit : starts_with_letter(one) ? one : "");
    };
    EXPECT_EQ(spelled_out("A-\xD9\xA3", name_of), "A 3");  // an Arabic digit
    EXPECT_EQ(spelled_out("\xC3\xA9 1", name_of), "\xC3\xA9 1");
    EXPECT_EQ(spelled_out("--", name_of), "");
}

}  // namespace
}  // namespace rawi::wording::semiotic
