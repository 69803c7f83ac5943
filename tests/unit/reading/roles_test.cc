// Roles that the words of a line give it.
#include "reading/roles.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "read.h"
#include "reading/document_builder.h"

namespace rawi::reading {
namespace {

std::string role_of(std::string_view line) {
    const std::optional<Role> role = role_by_words(line, words());
    return role ? std::string(name_of(*role)) : "none";
}

TEST(RoleByWords, LinesOfTheSiteAreFurnitureInManyLanguages) {
    for (const char* const line :
         {"Share this article", "Follow us on Facebook", "Last updated: 3 May 2024",
          "\xD8\xB4\xD8\xA7\xD8\xB1\xD9\x83", "\xD9\x86\xD8\xB4\xD8\xB1 \xD9\x81\xD9\x8A 3/5/2024",
          "Aktualisiert am 3. Mai", "Partager", "Tags: rain, rivers"})
        EXPECT_EQ(role_of(line), "furniture") << line;
    for (const char* const line : {"Advertisement", "Publicidad", "Anzeige:"})
        EXPECT_EQ(role_of(line), "advertisement") << line;
    EXPECT_EQ(role_of("Lire aussi : la pluie"), "related-link");
}

TEST(RoleByWords, SentencesThatBeginLikeThemAreText) {
    for (const char* const line :
         {"Share prices fell on Monday.", "Print is not dead, the editor said.",
          "Commentaries on the law differ.", "Home to many birds, the lake is dry.",
          "Anzeige gegen den Minister erstattet", "Searching for water in the desert"})
        EXPECT_EQ(role_of(line), "none") << line;
}

TEST(RoleByWords, CorrectionsAndCreditsHaveRolesOfTheirOwn) {
    EXPECT_EQ(role_of("Correction: An earlier version gave the wrong year."), "correction");
    EXPECT_EQ(role_of("(Reuters)"), "credit");
    EXPECT_EQ(role_of("[local agencies]"), "credit");
    EXPECT_EQ(role_of("(2024)"), "none");
    EXPECT_EQ(role_of("(one) and (two)"), "none");
    EXPECT_EQ(role_of("(He did not say why he had come so late.)"), "none");
}

TEST(RefineRoles, AHeadingOfRelatedStoriesOpensNoChapter) {
    DocumentBuilder builder("a.html");
    builder.refine_paragraphs();
    builder.open_heading(Role::headline, 1);
    builder.insert("The bridge opens");
    builder.open_block(Role::paragraph);
    builder.insert("It rained all day.");
    builder.open_heading(Role::subhead, 2);
    builder.insert("Related articles");
    builder.open_heading(Role::subhead, 2);
    builder.insert("What happens next");
    const Document document = builder.finish(words());
    ASSERT_EQ(document.blocks.size(), 4U);
    EXPECT_EQ(document.blocks[2].role, Role::related_link);
    EXPECT_FALSE(document.blocks[2].heading);
    EXPECT_EQ(document.blocks[3].role, Role::subhead);
    EXPECT_EQ(document.sections.size(), 2U);
}

}  // namespace
}  // namespace rawi::reading
