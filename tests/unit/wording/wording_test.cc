#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "unit/wording/languages.h"
#include "wording/language.h"

namespace rawi {
namespace {

std::string said(const std::string& text, const Language& language) {
    std::string result;
    for (const Utterance& utterance : write_script(one_block(text), language).utterances) {
        for (const Word& word : utterance.words)
            result += (result.empty() ? "" : " ") + word.spoken;
    }
    return result;
}

/// Each line of a golden table: as written, a tab, what is said without vowel marks.
void check_golden(const char* tag, const Language& language) {
    std::ifstream table(std::string(RAWI_SOURCE "/tests/golden/wording/") + tag + ".tsv");
    std::string line;
    int rows = 0;
    while (std::getline(table, line)) {
        const std::size_t tab = line.find('\t');
        ASSERT_NE(tab, std::string::npos) << line;
        std::string bare;
        const std::string spoken = said(line.substr(0, tab), language);
        for (std::size_t at = 0; at < spoken.size();) {
            const utf8::Decoded next = utf8::decode(spoken, at);
            at += next.size;
            if (next.code < 0x064B || next.code > 0x0652) utf8::append(bare, next.code);
        }
        EXPECT_EQ(bare, line.substr(tab + 1)) << line.substr(0, tab);
        ++rows;
    }
    EXPECT_GT(rows, 5);
}

TEST(Wording, Arabic) {
    check_golden("ar", arabic());
}
TEST(Wording, English) {
    check_golden("en", english());
}

TEST(Sentences, AbbreviationsEndNone) {
    const std::string text = "Dr. Fisher came. She spoke.";
    EXPECT_EQ(find_sentences(text, {.begin = 0, .end = 27}, english()).size(), 2U);
}

RC_GTEST_PROP(Wording, EveryCharacterIsAccountedFor, (const std::vector<char32_t>& codes)) {
    std::string text;
    for (const char32_t code : codes)
        utf8::append(text, code == 0 ? U'5' : code % 0x3000);
    if (text.empty()) return;
    const Document document = one_block(text);
    RC_ASSERT(flaw_in(document, write_script(document, arabic())).empty());
    RC_ASSERT(flaw_in(document, write_script(document, english())).empty());
}

RC_GTEST_PROP(Wording, ArabicSaysArabicLettersOnly, (const std::vector<char32_t>& codes)) {
    const std::u32string common =
        U"0123456789.,:/-%$()+ abAX@#\u0661\u0662\u066B\u0645\u0644\u0627 "
        U"\u0648\u0628\u20AC\u00BD\u00E9";
    std::string text;
    for (const char32_t code : codes)
        utf8::append(text, code % 4 == 0 ? code % 0x3000 + 1 : common[code % common.size()]);
    if (text.empty()) return;
    for (const Utterance& utterance : write_script(one_block(text), arabic()).utterances) {
        for (const Word& word : utterance.words) {
            for (std::size_t at = 0; at < word.spoken.size();) {
                const utf8::Decoded next = utf8::decode(word.spoken, at);
                at += next.size;
                const bool arabic_letter = next.code >= 0x0621 && next.code <= 0x0670 &&
                                           !(next.code >= 0x0660 && next.code <= 0x066D);
                if (!arabic_letter)
                    RC_FAIL("not an Arabic letter in \"" + word.spoken + "\" of \"" + text + "\"");
            }
        }
    }
}

}  // namespace
}  // namespace rawi
