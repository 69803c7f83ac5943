#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "reading/document_builder.h"
#include "reading/package/archive.h"
#include "reading/package/xml.h"
#include "support/zip_of.h"

namespace rawi::reading::package {
namespace {

using support::zip_of;

Error opening_error(std::string_view bytes, const Limits& limits = {}) {
    const auto archive = Archive::open("a.zip", bytes, limits);
    EXPECT_FALSE(archive);
    return archive ? Error() : archive.error();
}

Error reading_error(const std::string& bytes, std::string_view member, const Limits& limits = {}) {
    auto archive = Archive::open("a.zip", bytes, limits);
    EXPECT_TRUE(archive) << archive.error().message;
    const auto read = archive->read(member);
    EXPECT_FALSE(read);
    return read ? Error() : read.error();
}

bool mentions(const Error& error, std::string_view text) {
    return error.message.find(text) != std::string::npos;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from))
        text.replace(at, from.size(), to);
    return text;
}

TEST(Package, ReadsTheMembersOfAnArchive) {
    const std::string bytes = zip_of(
        {{.name = "a/b.txt", .bytes = "One."}, {.name = "c", .bytes = std::string(100'000, 'x')}});
    EXPECT_TRUE(is_archive(bytes));
    auto archive = Archive::open("a.zip", bytes);
    ASSERT_TRUE(archive);
    EXPECT_TRUE(archive->has("c"));
    EXPECT_FALSE(archive->has("a"));
    EXPECT_TRUE(archive->has_folder("a/"));
    EXPECT_FALSE(archive->has_folder("b/"));
    EXPECT_EQ(archive->read("a/b.txt").value(), "One.");
    EXPECT_EQ(archive->read("c").value(), std::string(100'000, 'x'));
    EXPECT_EQ(archive->place_of("c"), "a.zip/c");
}

TEST(Package, AMissingMemberIsAnErrorWithItsName) {
    const Error error = reading_error(zip_of({{.name = "a", .bytes = "A"}}), "b/c");
    EXPECT_TRUE(mentions(error, "missing"));
    EXPECT_EQ(error.where, "a.zip/b/c");
}

TEST(Package, WhatIsNotAnArchiveOrIsTruncatedIsRefused) {
    const std::string bytes = zip_of({{.name = "a", .bytes = std::string(5000, 'x')}});
    EXPECT_EQ(opening_error("no archive").where, "a.zip");
    EXPECT_TRUE(mentions(opening_error(bytes.substr(0, bytes.size() / 2)), "truncated"));
    EXPECT_TRUE(mentions(opening_error(""), "not a ZIP archive"));
}

TEST(Package, AMemberWhoseBytesAreDamagedIsRefused) {
    std::string bytes = zip_of({{.name = "a", .bytes = "The text of it.", .stored = true}});
    bytes = replaced(bytes, "The text", "Tho text");
    const Error error = reading_error(bytes, "a");
    EXPECT_TRUE(mentions(error, "damaged")) << error.message;
    EXPECT_EQ(error.where, "a.zip/a");
}

TEST(Package, AnEncryptedMemberIsRefused) {
    const Error error =
        reading_error(zip_of({{.name = "a", .bytes = "secret", .password = "x"}}), "a");
    EXPECT_TRUE(mentions(error, "encrypted"));
    EXPECT_EQ(error.where, "a.zip/a");
}

TEST(Package, NamesThatLeadOutOfTheArchiveAreRefused) {
    for (const std::string_view name : {"../x.xml", "/etc/abc", "a/../../", "..\\x.txt"}) {
        const std::string bytes =
            replaced(zip_of({{.name = "12345678", .bytes = "A"}}),
                     std::string_view("12345678").substr(0, name.size()), name);
        const Error error = opening_error(bytes);
        EXPECT_TRUE(mentions(error, "leads out")) << name << error.message;
    }
}

TEST(Package, TwoMembersOfOneNameAreRefused) {
    const std::string bytes =
        replaced(zip_of({{.name = "first", .bytes = "A"}, {.name = "other", .bytes = "B"}}),
                 "other", "first");
    const Error error = opening_error(bytes);
    EXPECT_TRUE(mentions(error, "two members")) << error.message;
    EXPECT_EQ(error.where, "a.zip/first");
}

TEST(Package, EveryLimitIsNamedInItsError) {
    const std::string bomb =
        zip_of({{.name = "a", .bytes = std::string(3U << 20U, ' ')}, {.name = "b", .bytes = "B"}});
    EXPECT_TRUE(mentions(opening_error(bomb, {.members = 1}), "at most 1"));
    EXPECT_TRUE(mentions(reading_error(bomb, "a", {.member_bytes = 2U << 20U}), "at most 2 MiB"));
    EXPECT_TRUE(mentions(reading_error(bomb, "a", {.total_bytes = 2U << 20U}), "exceed 2 MiB"));
    const Error ratio = reading_error(bomb, "a");
    EXPECT_TRUE(mentions(ratio, "1/250")) << ratio.message;
    EXPECT_EQ(ratio.where, "a.zip/a");
    EXPECT_TRUE(Archive::open("a.zip", bomb)->read("b"));
}

TEST(Package, TheTotalCountsEveryReading) {
    const std::string bytes = zip_of({{.name = "a", .bytes = "12345"}});
    auto archive = Archive::open("a.zip", bytes, {.total_bytes = 8});
    ASSERT_TRUE(archive);
    EXPECT_TRUE(archive->read("a"));
    EXPECT_FALSE(archive->read("a"));
}

TEST(Package, AReferenceNamesAMemberWithinTheArchive) {
    EXPECT_EQ(member_named("../img/a%20b.png#c", "text/ch1.xhtml"), "img/a b.png");
    EXPECT_EQ(member_named("styles.xml", "word/document.xml"), "word/styles.xml");
    EXPECT_EQ(member_named("/word/./x.xml", "a/b"), "word/x.xml");
    EXPECT_EQ(member_named("../../x", "a/b"), std::nullopt);
    EXPECT_EQ(member_named("%2e%2e/%2E%2e/x", "a/b"), std::nullopt);
    EXPECT_EQ(member_named("https://example.org/x", "a/b"), std::nullopt);
    EXPECT_EQ(member_named("#here", "b"), std::nullopt);
}

TEST(Package, XmlThatIsNotWellFormedIsReportedWithItsLine) {
    pugi::xml_document tree;
    const auto parsed = parse_xml("a.zip/b", "<a>\n<b></a>", tree);
    ASSERT_FALSE(parsed);
    EXPECT_TRUE(parsed.error().where.starts_with("a.zip/b:2:")) << parsed.error().where;
}

TEST(Package, XmlHasALimitOfDepthAndOfSize) {
    pugi::xml_document tree;
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i)
        deep += "<a>";
    for (int i = 0; i < 1'000'000; ++i)
        deep += "</a>";
    const auto nested = parse_xml("x", deep, tree);
    ASSERT_FALSE(nested);
    EXPECT_TRUE(mentions(nested.error(), "more than 256 deep"));
    const auto large = parse_xml("x", "<a b=''><c/></a>", tree, {.depth = 10, .nodes = 3});
    ASSERT_FALSE(large);
    EXPECT_TRUE(mentions(large.error(), "more than 3"));
}

TEST(Package, OnlyTheEntitiesOfXmlAreExpanded) {
    const std::string text =
        "<!DOCTYPE a [<!ENTITY b \"boom\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n"
        "<a k='&lt;&b;'>x &amp; y&#x21; &b;&c; <![CDATA[&amp;]]>\n z</a>";
    DocumentBuilder builder("a");
    const std::uint32_t part = builder.add_part("a.zip/b", text);
    pugi::xml_document tree;
    ASSERT_TRUE(parse_xml("a.zip/b", builder.part(part).bytes, tree));
    const pugi::xml_node root = tree.document_element();
    EXPECT_EQ(attribute(root, "k"), "<&b;");
    EXPECT_EQ(origin_of(root, "k").of(text), "&lt;&b;");
    EXPECT_EQ(origin_of(root).of(text), "<a");
    for (const pugi::xml_node& node : root.children())
        add_text(builder, part, node);
    const Document document = builder.finish();
    EXPECT_EQ(check_invariants(document), "");
    EXPECT_EQ(document.text, "x & y! &b;&c; &amp; z");
    EXPECT_EQ(origin_of(document, {.begin = 2, .end = 3})->second.of(text), "&amp;");
    EXPECT_EQ(where(document, {.begin = 20, .end = 21}), "a.zip/b:3:2");
}

TEST(Package, AMemberInUtf16IsDecoded) {
    const std::string bytes =
        zip_of({{.name = "a", .bytes = std::string("\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0", 18)}});
    auto archive = Archive::open("a.zip", bytes);
    ASSERT_TRUE(archive);
    pugi::xml_document tree;
    ASSERT_TRUE(read_xml(*archive, "a", tree));
    EXPECT_EQ(text_below(tree), "\xC3\xA9");
}

}  // namespace
}  // namespace rawi::reading::package
