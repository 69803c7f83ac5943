#include "reading/policies.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/file.h"
#include "reading/document_builder.h"

namespace rawi::reading {
namespace {

constexpr std::array some_roles = {Role::paragraph, Role::image, Role::table, Role::code};

Document with_policies(const std::vector<RolePolicy>& choices, const RoleLabels& labels = {}) {
    DocumentBuilder builder("a");
    for (const Role role : some_roles) {
        builder.open_block(role);
        builder.insert(name_of(role));
    }
    Document document = builder.finish();
    apply_policies(document, choices, labels);
    EXPECT_EQ(check_invariants(document), "");
    return document;
}

std::string policies_of(const Document& document) {
    std::string all;
    for (const Block& block : document.blocks) {
        all += name_of(block.policy);
        all += block.label.empty() ? " " : ":" + block.label + " ";
    }
    return all;
}

TEST(Policies, TheDefaultAppliesWithoutAChoice) {
    const Document document = with_policies({});
    EXPECT_EQ(policies_of(document), "speak speak speak skip ");
    EXPECT_EQ(document.blocks[3].reason, "role: code");
    EXPECT_EQ(document.blocks[0].reason, "");
    EXPECT_EQ(policies_of(with_policies({}, {{Role::image, "Picture"}})),
              "speak announce:Picture speak skip ");
}

/// A document with these blocks, its policies applied; the texts of the pictures that are heard.
std::vector<std::string> pictures_heard(
    const std::vector<std::pair<Role, std::string_view>>& blocks) {
    DocumentBuilder builder("a");
    for (const auto& [role, text] : blocks) {
        builder.open_block(role);
        builder.insert(text);
    }
    Document document = builder.finish();
    apply_policies(document, {{.role = Role::image, .policy = Policy::speak}}, {});
    std::vector<std::string> heard;
    for (const Block& block : document.blocks) {
        if (block.role != Role::image) continue;
        if (block.policy == Policy::speak)
            heard.emplace_back(block.source.of(document.text));
        else
            EXPECT_EQ(block.reason, "role: image (what it shows is said beside it)");
    }
    return heard;
}

TEST(Policies, APictureThatRepeatsItsCaptionOrTheHeadlineIsSkipped) {
    using Heard = std::vector<std::string>;
    EXPECT_EQ(pictures_heard({{Role::headline, "The bridge opens"},
                              {Role::image, "The Bridge opens."},
                              {Role::paragraph, "A boat on the river"},
                              {Role::image, "A boat on the river"},
                              {Role::image, "a boat on the river!"}}),
              (Heard{"A boat on the river"}));
    EXPECT_EQ(pictures_heard({{Role::image, "Cars wait at the old bridge"},
                              {Role::caption, "Cars wait at the bridge on Monday. Photo: AP"},
                              {Role::image, "Boats wait at the new harbour"}}),
              (Heard{"Boats wait at the new harbour"}));
    const std::pair<Role, std::string_view> other = {Role::paragraph, "Another paragraph."};
    EXPECT_EQ(
        pictures_heard({{Role::image, "A boat"}, other, other, other, {Role::caption, "A boat"}}),
        (Heard{"A boat"}));
}

TEST(Policies, TheLastChoiceForARoleWins) {
    EXPECT_EQ(policies_of(with_policies({{.role = Role::image, .policy = Policy::skip},
                                         {.role = Role::paragraph, .policy = Policy::skip},
                                         {.role = Role::image, .policy = Policy::speak}})),
              "skip speak speak skip ");
}

TEST(Policies, AnnouncedBlocksNeedALabel) {
    const std::vector<RolePolicy> choices = {{.role = Role::image, .policy = Policy::announce},
                                             {.role = Role::table, .policy = Policy::announce}};
    EXPECT_EQ(
        policies_of(with_policies(choices, {{Role::image, "Picture"}, {Role::table, "Table"}})),
        "speak announce:Picture announce:Table skip ");
    const Document document = with_policies(choices);
    EXPECT_EQ(policies_of(document), "speak speak speak skip ");
    EXPECT_EQ(document.blocks[3].reason, "role: code");
}

TEST(Policies, ATableIsAnnouncedBeforeItsFirstRow) {
    DocumentBuilder builder("a");
    for (const Role role : {Role::table, Role::table, Role::paragraph, Role::table, Role::note}) {
        builder.open_block(role);
        builder.insert("text");
    }
    Document document = builder.finish();
    apply_policies(document, {{.role = Role::table, .policy = Policy::announce}},
                   {{Role::table, "Table"}});
    EXPECT_EQ(policies_of(document), "announce:Table speak speak announce:Table skip ");
}

TEST(Policies, LabelsAreATableOfTheLanguage) {
    const auto labels = load_role_labels(RAWI_SOURCE "/voices", "en-GB");
    ASSERT_TRUE(labels) << labels.error().message;
    EXPECT_EQ(labels->at(Role::image), "Picture");
    EXPECT_FALSE(load_role_labels(RAWI_SOURCE "/voices", "ar")->empty());
    EXPECT_TRUE(load_role_labels(RAWI_SOURCE "/voices", "xx")->empty());
}

TEST(Policies, AnUnknownRoleInATablePointsAtItsLine) {
    const auto folder = std::filesystem::temp_directory_path() / "rawi-roles-test";
    std::filesystem::create_directories(folder / "xx");
    ASSERT_TRUE(write_file(folder / "xx" / "roles.tsv",
                           "# columns: role | said\nimage\tPicture\nimmage\tPicture\n"));
    const auto labels = load_role_labels(folder, "xx");
    ASSERT_FALSE(labels);
    EXPECT_EQ(labels.error().where, (folder / "xx" / "roles.tsv:3").string());
    EXPECT_NE(labels.error().message.find("pull-quote"), std::string::npos);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace rawi::reading
