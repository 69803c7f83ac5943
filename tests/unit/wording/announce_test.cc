// A block that is announced: its label is said, and its text too if that is speech.

#include <string>

#include <gtest/gtest.h>

#include "unit/languages.h"
#include "wording/script/script_writer.h"

namespace rawi {
namespace {

/// "Before.", a block that is announced, "After."
Document with_announced(Role role, const std::string& text) {
    Document document;
    document.text = "Before.\n\n" + text + "\n\nAfter.";
    const auto begin = static_cast<std::uint32_t>(document.text.find(text));
    const auto end = begin + static_cast<std::uint32_t>(text.size());
    for (const Span source : {Span{.begin = 0, .end = 7}, Span{.begin = begin, .end = end},
                              Span{.begin = end + 2, .end = end + 8}}) {
        Block block;
        block.source = source;
        document.blocks.push_back(block);
    }
    document.blocks[1].role = role;
    document.blocks[1].policy = Policy::announce;
    document.blocks[1].label = "Picture 2";
    document.sections.push_back({.title = {}, .first_block = 0, .block_count = 3});
    EXPECT_EQ(check_invariants(document), "");
    return document;
}

Script script_of(const Document& document) {
    Script script = wording::script::write_script(document, english());
    EXPECT_EQ(wording::script::check_invariants(document, script), "");
    return script;
}

std::string said(const Script& script) {
    std::string all;
    for (const Utterance& utterance : script.utterances) {
        for (const Word& word : utterance.words)
            all += word.spoken + " ";
        all += "/ ";
    }
    return all;
}

TEST(Announce, TheLabelComesBeforeTheText) {
    const Document document = with_announced(Role::image, "A boat. Two boats.");
    const Script script = script_of(document);
    EXPECT_EQ(said(script), "Before / Picture two / A boat / Two boats / After / ");
    EXPECT_EQ(script.utterances[1].source, document.blocks[1].source);
    EXPECT_EQ(script.utterances[1].block, 1U);
    EXPECT_EQ(script.utterances[1].after, Break::sentence);
    EXPECT_EQ(script.utterances[3].after, Break::paragraph);
    EXPECT_EQ(script.utterances[1].words[0].rule, "roles.tsv");
    EXPECT_EQ(script.utterances[1].words[0].why, "role: image");
}

TEST(Announce, TextThatIsNotSpeechIsSkippedAfterItsLabel) {
    for (const Role role : {Role::code, Role::embed}) {
        const Document document = with_announced(role, "1 2\n3 4");
        const Script script = script_of(document);
        EXPECT_EQ(said(script), "Before / Picture two / After / ");
        EXPECT_EQ(script.utterances[1].after, Break::paragraph);
        ASSERT_GE(script.skips.size(), 2U);
        EXPECT_EQ(script.skips[1].source, document.blocks[1].source);
        EXPECT_EQ(describe_reason(script.skips[1]),
                  "role: " + std::string(name_of(role)) + " (announced)");
    }
}

}  // namespace
}  // namespace rawi
