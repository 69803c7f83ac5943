// The form of telephone numbers, which languages share.
#include "wording/semiotic/telephones.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "wording/segmentation.h"
#include "wording/semiotic/pieces.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::wording::semiotic {
namespace {

constexpr TelephoneRules american = {.letters = true,
                                     .dots = true,
                                     .north_american = true,
                                     .most_groups = 8,
                                     .least_trunk = 3,
                                     .least_trunk_groups = 2};
constexpr TelephoneRules loose = {.loose = true, .least_with_area = 9};

/// The groups of the number that a text starts with, what is left of the text, and whether it is a
/// number by itself ("!") or has at least as many digits as one ("?").
std::string found(std::string_view text, const TelephoneRules& rules) {
    const ToySentence sentence(text);
    const auto form = telephone_at(sentence, 0, rules);
    if (!form) return "none";
    std::string result = form->value.international ? "+" : "";
    for (const TelephoneGroup& group : form->value.groups)
        result += (group.letters ? "letters " : "") + group.text + "|";
    result += sentence.written(form->end, sentence.size());
    return result + (form->evident ? "!" : form->complete ? "?" : "");
}

TEST(TelephoneForm, AnAreaCodeAndSevenDigitsAreANorthAmericanNumber) {
    EXPECT_EQ(found("212-555-1234", american), "212|555|1234|!");
    EXPECT_EQ(found("(212) 555-1234 is", american), "212|555|1234| is!");
    EXPECT_EQ(found("212.555.1234", american), "212|555|1234|!");
    EXPECT_EQ(found("1-800-555-1234-99", american), "1|800|555|1234|99|!");
    EXPECT_EQ(found("1-800-FLY-HOME", american), "1|800|letters FLY|letters HOME|!");
    EXPECT_EQ(found("1-800-FLY-1234", american), "1|800|letters FLY|1234|!");
    EXPECT_EQ(found("212 555 1234", american), "212|555|1234|?");  // nothing marks the area code
    EXPECT_EQ(found("212-5551-234", american), "212|5551|234|?");
    EXPECT_EQ(found("212-555-1234", loose), "212|555|1234|?");
}

TEST(TelephoneForm, APlusOrATrunkPrefixShowsThatItIsOne) {
    EXPECT_EQ(found("+44 20 7946 0958", american), "+44|20|7946|0958|!");
    EXPECT_EQ(found("020 7946 0958", american), "020|7946|0958|!");
    EXPECT_EQ(found("0207946095", american), "0207946095|?");
    EXPECT_EQ(found("0207946095", loose), "0207946095|!");
    EXPECT_EQ(found("20 7946 0958", american), "20|7946|0958|?");
    EXPECT_EQ(found("+44 20", american), "+44|20|");  // too few digits
    EXPECT_EQ(found("+1234567890123456", loose), "+1234567890123456|");
    EXPECT_EQ(found("+ x", american), "none");
}

TEST(TelephoneForm, ABracketedAreaCodeDoesWhereTheLanguageSaysSo) {
    EXPECT_EQ(found("(974) 4888873", loose), "974|4888873|!");
    EXPECT_EQ(found("(97) 488887", loose), "97|488887|?");
    EXPECT_EQ(found("(974)", loose), "974|)");
    EXPECT_EQ(found("(974 4888873", loose), "none");
}

TEST(TelephoneForm, LooseSeparatorsMayStandTogether) {
    EXPECT_EQ(found("02 - (123) - 4567 then", loose), "02|123|4567| then!");
    EXPECT_EQ(found("02 - 123 - 4567", american), "02| - 123 - 4567");
    EXPECT_EQ(found("02  1234567", american), "02|  1234567");
}

TEST(TelephoneForm, AnAmountIsNoGroup) {
    EXPECT_EQ(found("050 1234 2.5", loose), "050|1234| 2.5!");
    EXPECT_EQ(found("1.2.3", loose), "none");
    EXPECT_EQ(found("1,234 567", american), "none");
}

TEST(TelephoneForm, ALongRowOfNumbersIsNone) {
    std::string row = "0";
    for (int i = 0; i < 40; ++i)
        row += " 1";
    EXPECT_FALSE(telephone_at(ToySentence(row), 0, loose)->complete);
}

}  // namespace
}  // namespace rawi::wording::semiotic
