// Where notes are heard.
#include "reading/notes.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "read.h"
#include "reading/document_builder.h"

namespace rawi::reading {
namespace {

using Blocks = std::vector<std::string>;

Document read_with_notes(const std::string& format, std::string_view bytes, Notes notes) {
    auto article =
        formats::read_document("a.txt", bytes, {.format = format, .notes = notes}, tables());
    EXPECT_TRUE(article);
    EXPECT_EQ(check_invariants(article->document), "");
    return std::move(article->document);
}

/// The blocks, each with the number of its section.
Blocks blocks_with_notes(const std::string& format, std::string_view bytes, Notes notes) {
    const Document document = read_with_notes(format, bytes, notes);
    Blocks blocks;
    for (std::size_t section = 0; section < document.sections.size(); ++section) {
        const Section& which = document.sections[section];
        for (std::uint32_t i = 0; i < which.block_count; ++i) {
            const Block& block = document.blocks[which.first_block + i];
            blocks.push_back(fmt::format("{} {}: {}", section, name_of(block.role),
                                         block.source.of(document.text)));
        }
    }
    return blocks;
}

constexpr std::string_view in_markdown =
    "# Rain\n\nIt rained[^b] in *May*[^a].\n\n## Later\n\nIt was dry[^a].\n\n[^a]: The month.\n\n"
    "    A second paragraph.\n\n[^b]: Much.\n\n[^c]: Nobody asked.\n";

TEST(Notes, StayWhereTheyAreByDefault) {
    EXPECT_EQ(blocks_with_notes("markdown", in_markdown, Notes::skip),
              (Blocks{"0 headline: Rain", "0 paragraph: It rained in May.", "1 subhead: Later",
                      "1 paragraph: It was dry.", "1 note: The month.",
                      "1 note: A second paragraph.", "1 note: Much.", "1 note: Nobody asked."}));
}

TEST(Notes, FollowTheParagraphThatRefersToThemFirst) {
    EXPECT_EQ(blocks_with_notes("markdown", in_markdown, Notes::in_place),
              (Blocks{"0 headline: Rain", "0 paragraph: It rained in May.", "0 note: Much.",
                      "0 note: The month.", "0 note: A second paragraph.", "1 subhead: Later",
                      "1 paragraph: It was dry.", "1 note: Nobody asked."}));
}

TEST(Notes, OfAPageAreFoundByTheirLinks) {
    constexpr std::string_view page =
        "<h1>Rain</h1><p>It rained<sup id='r1'><a href='#n1'>[1]</a></sup> all day, and the river "
        "rose.</p><p>It was dry<sup><a href='https://example.org/rain#n2'>[2]</a></sup> in "
        "June.</p>"
        "<ol class='references'><li id='n1'><a href='#r1'>\xE2\x86\x91</a> Much.</li>"
        "<li id='n2'>Hardly.</li></ol>";
    EXPECT_EQ(blocks_with_notes("html", page, Notes::in_place),
              (Blocks{"0 headline: Rain", "0 paragraph: It rained all day, and the river rose.",
                      "0 note: Much.", "0 paragraph: It was dry in June.", "0 note: Hardly."}));
}

TEST(Notes, GoToTheEndWithTheirMarksAndPlaces) {
    const std::string_view text =
        "One[^1] word.\n\n[^1]: A *note* &amp; more.\n\nThe <b>last</b> one.\n";
    const Document document = read_with_notes("markdown", text, Notes::end);
    ASSERT_EQ(document.blocks.size(), 3U);
    const Span note = document.blocks[2].source;
    EXPECT_EQ(note.of(document.text), "A note & more.");
    EXPECT_EQ(where(document, note), "a.txt:3:7");
    EXPECT_EQ(where(document, document.blocks[1].source), "a.txt:5:1");
}

TEST(Notes, ControlsAndSilencesMoveWithTheirBlocks) {
    DocumentBuilder builder("a.txt");
    builder.open_block(Role::note);
    builder.insert("A ");
    builder.open_control(Control::Kind::alias, "said");
    builder.insert("note");
    builder.close_control();
    builder.silence(200);
    builder.insert(" here.");
    builder.open_block(Role::paragraph);
    const std::uint32_t sentence = builder.here();
    builder.insert("A paragraph.");
    builder.mark_sentence(sentence);
    Document document = builder.finish();
    place_notes(document, Notes::end);
    EXPECT_EQ(check_invariants(document), "");
    EXPECT_EQ(document.text, "A paragraph.\n\nA note here.");
    ASSERT_EQ(document.controls.size(), 1U);
    EXPECT_EQ(document.controls[0].source.of(document.text), "note");
    ASSERT_EQ(document.silences.size(), 1U);
    EXPECT_EQ(document.text.substr(0, document.silences[0].at), "A paragraph.\n\nA note");
    ASSERT_EQ(document.sentences.size(), 1U);
    EXPECT_EQ(document.sentences[0].of(document.text), "A paragraph.");
}

TEST(Notes, AnArticleOfNotesOnlyStaysOne) {
    EXPECT_EQ(blocks_with_notes("markdown", "[^1]: A note.\n", Notes::end),
              (Blocks{"0 note: A note."}));
}

}  // namespace
}  // namespace rawi::reading
