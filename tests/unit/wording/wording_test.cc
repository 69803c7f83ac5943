#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "wording/arabic_numbers.h"
#include "wording/language.h"

namespace rawi {
namespace {

Document one_block(std::string text) {
    Document document;
    document.text = std::move(text);
    Block block;
    block.source = {.begin = 0, .end = static_cast<std::uint32_t>(document.text.size())};
    document.blocks.push_back(block);
    document.sections.push_back(Section{.title = {}, .first_block = 0, .block_count = 1});
    return document;
}

std::string said(const std::string& text, const char* tag) {
    const auto language = load_language(RAWI_SOURCE "/voices", tag);
    std::string result;
    for (const Utterance& utterance : write_script(one_block(text), **language).utterances) {
        for (const Word& word : utterance.words)
            result += (result.empty() ? "" : " ") + word.spoken;
    }
    return result;
}

/// Each line of a golden table: as written, a tab, what is said without vowel marks.
void check_golden(const char* tag) {
    std::ifstream table(std::string(RAWI_SOURCE "/tests/golden/wording/") + tag + ".tsv");
    std::string line;
    int rows = 0;
    while (std::getline(table, line)) {
        const std::size_t tab = line.find('\t');
        ASSERT_NE(tab, std::string::npos) << line;
        std::string bare;
        const std::string spoken = said(line.substr(0, tab), tag);
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
    check_golden("ar");
}
TEST(Wording, English) {
    check_golden("en");
}

TEST(Sentences, AbbreviationsEndNone) {
    const auto english = load_language(RAWI_SOURCE "/voices", "en");
    const std::string text = "Dr. Fisher came. She spoke.";
    EXPECT_EQ(find_sentences(text, {.begin = 0, .end = 27}, **english).size(), 2U);
}

RC_GTEST_PROP(Wording, EveryCharacterIsAccountedFor, (const std::vector<char32_t>& codes)) {
    std::string text;
    for (const char32_t code : codes)
        utf8::append(text, code == 0 ? U'5' : code % 0x3000);
    if (text.empty()) return;
    for (const char* tag : {"ar", "en"}) {
        const auto language = load_language(RAWI_SOURCE "/voices", tag);
        const Document document = one_block(text);
        RC_ASSERT(flaw_in(document, write_script(document, **language)).empty());
    }
}

}  // namespace
}  // namespace rawi
