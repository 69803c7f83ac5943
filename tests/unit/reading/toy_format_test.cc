// An input format is a reader and a row of a table: a toy, added with a table of its own.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "reading/document_builder.h"
#include "reading/formats/formats.h"
#include "unit/reading/read.h"

namespace rawi::reading {
namespace {

/// "!toy" in the first line; then "# " begins a heading, and every other line is a paragraph.
bool sniff(std::string_view input) {
    return input.starts_with("!toy\n");
}

Result<Article> read_toy(Source source) {
    DocumentBuilder builder(source.name);
    const std::string text = std::move(source.bytes);
    const std::uint32_t part = builder.add_part(source.name, text);
    for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool heading = text.compare(begin, 2, "# ") == 0;
        if (heading) {
            builder.open_heading(Role::subhead, 2);
        } else {
            builder.open_block(Role::paragraph);
        }
        builder.copy(part, {.begin = static_cast<std::uint32_t>(begin + (heading ? 2 : 0)),
                            .end = static_cast<std::uint32_t>(end)});
        begin = end + 1;
    }
    return Article{.document = builder.finish(source.tables.words), .notices = {}};
}

const std::array two_formats = {
    formats::all().front(),
    Format{.name = "toy", .extensions = ".toy", .sniff = sniff, .read = read_toy},
};

constexpr std::string_view example =
    "!toy\n# One\nThe harbour opened.\nNobody came.\n# Two\nEnd.\n";

TEST(ToyFormat, IsFoundByItsBeginningItsNameOrTheOption) {
    const std::string unmarked(example.substr(1));
    const auto blocks = [](std::string_view name, std::string_view bytes, const char* format) {
        const auto article =
            formats::read_document(name, bytes, {.format = format}, tables(), two_formats);
        EXPECT_TRUE(article);
        return article ? article->document.blocks.size() : 0;
    };
    EXPECT_EQ(blocks("a.txt", example, ""), 5U);
    EXPECT_EQ(blocks("a.toy", unmarked, ""), 5U);
    EXPECT_EQ(blocks("a", unmarked, "toy"), 5U);
}

TEST(ToyFormat, MakesASoundDocumentThatKeepsItsPlaces) {
    const auto article = formats::read_document("a.toy", example, {}, tables(), two_formats);
    ASSERT_TRUE(article);
    const Document& document = article->document;
    EXPECT_EQ(check_invariants(document), "");
    ASSERT_EQ(document.blocks.size(), 5U);
    EXPECT_EQ(document.blocks[0].role, Role::subhead);
    EXPECT_EQ(document.blocks[2].role, Role::paragraph);
    EXPECT_EQ(document.blocks[2].source.of(document.text), "Nobody came.");
    const auto origin = origin_of(document, document.blocks[2].source);
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->second.of(example), "Nobody came.");
}

}  // namespace
}  // namespace rawi::reading
