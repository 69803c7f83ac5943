#include "reading/formats/formats.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "read.h"
#include "reading/document_builder.h"

namespace rawi::reading::formats {

using namespace std::string_view_literals;
namespace {

// A format is added with a function that reads it and a row.

/// "TOY", then a line per block: "= heading", or a paragraph.
Result<Article> read_toy(Source source) {
    DocumentBuilder builder(source.name);
    const std::uint32_t part = builder.add_part(source.name, std::move(source.bytes));
    const std::string_view text = builder.part(part).bytes;
    for (std::size_t at = text.find('\n'); at < text.size();) {
        const std::size_t begin = at + 1;
        at = std::min(text.find('\n', begin), text.size());
        const bool heading = text.substr(begin).starts_with("= ");
        if (heading)
            builder.open_heading(Role::subhead, 2);
        else
            builder.open_block(Role::paragraph);
        builder.copy(part, {.begin = static_cast<std::uint32_t>(heading ? begin + 2 : begin),
                            .end = static_cast<std::uint32_t>(at)});
    }
    return Article{.document = builder.finish(), .notices = {}};
}
bool is_toy(std::string_view text) {
    return text.starts_with("TOY\n");
}

/// A package: "PACK", then members that each begin with a zero byte.
Result<Article> read_package(Source source) {
    DocumentBuilder builder(source.name);
    const std::string bytes = std::move(source.bytes);
    int number = 0;
    for (std::size_t at = bytes.find('\0'); at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\0', at + 1), bytes.size());
        const std::string name = source.name + "/" + std::to_string(++number);
        RAWI_TRY(Decoding member,
                 decode_charset(name, std::string_view(bytes).substr(at + 1, end - at - 1),
                                source.charset));
        const std::uint32_t part = builder.add_part(name, std::move(member.text));
        builder.open_block(Role::paragraph);
        builder.copy(
            part, {.begin = 0, .end = static_cast<std::uint32_t>(builder.part(part).bytes.size())});
        at = end;
    }
    return Article{.document = builder.finish(), .notices = {}};
}
bool is_package(std::string_view bytes) {
    return bytes.starts_with("PACK");
}

/// A feed: "FEED", then an article per line; "!" is one that cannot be read.
Result<Articles> read_feed(Source source) {
    Articles articles{.collection = true, .items = {}};
    const SharedText bytes(std::move(source.bytes));
    const std::string_view text = bytes;
    for (std::size_t at = text.find('\n'); at < text.size();) {
        const std::size_t begin = at + 1;
        at = std::min(text.find('\n', begin), text.size());
        if (text.substr(begin, at - begin) == "!") {
            articles.items.emplace_back(fail(Error::Kind::input, "unreadable", "here"));
            continue;
        }
        Document document;
        document.parts.push_back({.name = source.name, .bytes = bytes});
        document.metadata.id = text.substr(begin, at - begin);
        articles.items.emplace_back(Article{.document = std::move(document), .notices = {}});
    }
    return articles;
}
bool is_feed(std::string_view text) {
    return text.starts_with("FEED\n");
}

std::vector<Format> with_toys() {
    std::vector<Format> formats(all().begin(), all().end());
    formats.push_back({.name = "toy",
                       .extensions = ".toy .ty",
                       .input = Format::Input::text,
                       .sniff = is_toy,
                       .read = read_toy});
    formats.push_back({.name = "package",
                       .extensions = ".pack",
                       .input = Format::Input::bytes,
                       .sniff = is_package,
                       .read = read_package});
    formats.push_back(
        {.name = "toy-feed", .extensions = ".toy-feed", .sniff = is_feed, .read_all = read_feed});
    return formats;
}

Result<Article> read_bytes(std::string_view name, std::string_view bytes,
                           const ReadOptions& options = {}) {
    auto article = read_document(name, bytes, options, tables(), with_toys());
    EXPECT_TRUE(!article || check_invariants(article->document).empty()) << bytes;
    return article;
}

std::string text_of(std::string_view name, std::string_view bytes,
                    const ReadOptions& options = {}) {
    const auto article = read_bytes(name, bytes, options);
    return article ? article->document.text : "error: " + article.error().message;
}

TEST(Formats, AFormatIsAFunctionAndARow) {
    const auto article = read_bytes("a", "TOY\nOne.\n= Two\nThree.\n");
    ASSERT_TRUE(article);
    EXPECT_EQ(article->document.text, "One.\n\nTwo\n\nThree.");
    ASSERT_EQ(article->document.sections.size(), 2U);
    EXPECT_EQ(article->document.sections[1].title, "Two");
    EXPECT_EQ(where(article->document, article->document.blocks[1].source), "a:3:3");
}

TEST(Formats, TheBeginningDecidesBeforeTheExtensionAndTheOptionBeforeBoth) {
    EXPECT_EQ(text_of("a.txt", "TOY\nOne."), "One.");
    EXPECT_EQ(text_of("a.ssml", "TOY\nOne."), "One.");
    EXPECT_EQ(text_of("a.toy", "<speak>One.</speak>"), "One.");
    EXPECT_EQ(text_of("news.2026/a.TY", "x\nOne."), "One.");
    EXPECT_EQ(text_of("a.ssml", "One <break/>two."), "One two.");
    EXPECT_EQ(text_of(".toy", "x\n\nOne."), "x\n\nOne.");
    EXPECT_EQ(text_of("a.unknown", "x\n\nOne."), "x\n\nOne.");
    EXPECT_EQ(text_of("a.toy", "TOY\n\nOne.", {.format = "text"}), "TOY\n\nOne.");
    EXPECT_EQ(text_of("a.txt", "x\nOne.", {.format = "toy"}), "One.");
}

TEST(Formats, SniffsDecodedText) {
    const auto article = read_bytes("a.txt", std::string_view("\xFF\xFET\0O\0Y\0\n\0x\0", 12));
    ASSERT_TRUE(article);
    EXPECT_EQ(article->document.text, "x");
    ASSERT_EQ(article->notices.size(), 1U);
    EXPECT_NE(article->notices[0].message.find("UTF-16LE"), std::string::npos);
}

TEST(Formats, APackageIsNotDecodedAndHasPlacesInItsMembers) {
    const std::string_view bytes("PACK\xFF\0One\ntwo.\0\xE3\xD1\xCD\xC8\xC7", 20);
    const auto article =
        read_bytes("a.bin", bytes, {.charset = {.name = "windows-1256", .lossy = false}});
    ASSERT_TRUE(article) << article.error().message;
    const Document& document = article->document;
    ASSERT_EQ(document.parts.size(), 2U);
    EXPECT_EQ(document.text, "One\ntwo.\n\nمرحبا");
    EXPECT_EQ(where(document, {.begin = 4, .end = 7}), "a.bin/1:2:1");
    EXPECT_EQ(where(document, document.blocks.at(1).source), "a.bin/2:1:1");
    EXPECT_EQ(text_of("a.pack", std::string_view("no\0One.", 7)), "One.");
    const auto wrong = read_bytes("a.bin", std::string_view("PACK\0One\n\xFF", 10));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().where, "a.bin/1:2:1");
}

TEST(Formats, AnUnknownFormatIsAnErrorThatListsTheFormats) {
    const auto article = read_bytes("a.txt", "One.", {.format = "tape"});
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().kind, Error::Kind::usage);
    EXPECT_NE(
        article.error().message.find(
            "text, feed, html, mhtml, ssml, docx, odt, epub, markdown, toy, package, toy-feed"),
        std::string::npos);
    EXPECT_EQ(names_of(all()), "text, feed, html, mhtml, ssml, docx, odt, epub, markdown");
}

TEST(Formats, AnInputMayHoldSeveralArticlesThatShareItsBytes) {
    const std::vector<Format> formats = with_toys();
    const auto articles = read_documents("a/b",
                                         "\xFF\xFE"
                                         "F\0E\0E\0D\0\n\0x\0\n\0!\0\n\0\n\0y\0"sv,
                                         {}, tables(), formats);
    ASSERT_TRUE(articles) << articles.error().message;
    EXPECT_TRUE(articles->collection);
    ASSERT_EQ(articles->items.size(), 4U);
    const auto& items = articles->items;
    ASSERT_TRUE(items[0] && items[2] && items[3]);
    EXPECT_EQ(items[0]->document.metadata.id, "x");
    EXPECT_EQ(items[2]->document.metadata.id, "b");
    EXPECT_EQ(items[3]->document.metadata.id, "y");
    EXPECT_EQ(items[1].error().message, "unreadable");
    const auto bytes_of = [](const Result<Article>& item) {
        return std::string_view(item->document.parts[0].bytes).data();
    };
    EXPECT_EQ(bytes_of(items[0]), bytes_of(items[3]));
    EXPECT_EQ(items[0]->notices.size(), 1U) << "about the input, once: its charset";
    EXPECT_TRUE(items[2]->notices.empty());
}

TEST(Formats, AnArticleHasAnId) {
    const auto read = [](std::string_view name, std::string_view bytes) {
        const auto articles = read_documents(name, bytes, {}, tables());
        return articles && articles->items[0] ? articles->items[0]->document.metadata.id : "none";
    };
    EXPECT_EQ(read("news/a.txt", "A text."), "a.txt");
    EXPECT_EQ(read("a.html",
                   "<html><head><link rel=canonical href='https://example.com/1'></head>"
                   "<body><p>A text.</p></body></html>"),
              "https://example.com/1");
}

TEST(Formats, AFileWithoutTextIsRefused) {
    for (const std::string_view bytes : {" \n", "TOY\n= \n", "<speak> <break/></speak>"}) {
        const auto article = read_bytes("a.txt", bytes);
        ASSERT_FALSE(article) << bytes;
        EXPECT_EQ(article.error().where, "a.txt");
    }
}

}  // namespace
}  // namespace rawi::reading::formats
