// Web pages saved as one file: MIME, charsets, and where words come from.
#include "reading/mhtml/mhtml.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "read.h"
#include "reading/mhtml/mime.h"

namespace rawi::reading::mhtml {
namespace {

constexpr std::string_view news =
    "<article><p>The council said on Monday that the bridge, which was closed in March, will open "
    "again next week, after repairs that took longer than planned.</p></article>";

std::string saved(std::string_view parts, std::string_view headers = "") {
    return fmt::format(
        "From: <Saved by a Browser>\r\nSubject: =?utf-8?Q?The_caf=C3=A9?=\r\n =?UTF-8?B?IG9wZW5z?="
        "\r\nMIME-Version: 1.0\r\n{}Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\t"
        "boundary=\"----x;y\"\r\n\r\nNot shown.\r\n{}------x;y--\r\nNor is this.",
        headers, parts);
}

std::string part(std::string_view headers, std::string_view body) {
    return fmt::format("------x;y\r\n{}\r\n\r\n{}\r\n", headers, body);
}

std::string page(std::string_view body, std::string_view more = "") {
    return part(fmt::format("Content-Type: text/html{}", more), body);
}

TEST(Mhtml, IsRecognizedByItsHeaders) {
    EXPECT_TRUE(sniff(saved(page(news))));
    EXPECT_TRUE(sniff("\r\nMIME-VERSION: 1.0\nContent-type: Text/HTML\n\n<p>x</p>"));
    EXPECT_FALSE(sniff("Content-Type: multipart/related; boundary=a\n\n--a"));
    EXPECT_FALSE(sniff("MIME-Version: 1.0\nContent-Type: text/plain\n\nA letter."));
    EXPECT_FALSE(sniff("Not a header.\n\nMIME-Version: 1.0\nContent-Type: text/html\n"));
}

TEST(Mhtml, ReadsTheFirstPageAndNothingElse) {
    const Document document =
        read_as("", saved(part("Content-Type: text/css", "p { color: red }") + page(news) +
                          page("<p>A frame.</p>") + part("Content-Type: image/png", "PNG")))
            .document;
    EXPECT_EQ(document.blocks.size(), 1U);
    EXPECT_TRUE(document.text.starts_with("The council said"));
    EXPECT_EQ(document.parts[0].name, "a.txt/2");
    EXPECT_EQ(document.name, "a.txt");
}

TEST(Mhtml, ReadsThePartThatStartNames) {
    const std::string bytes =
        "MIME-Version: 1.0\nContent-Type: multipart/related; start=\"<b@c>\"; boundary=a\n\n--a\n"
        "Content-Type: text/html\n\n<p>A frame.</p>\n--a\nContent-Type: text/html\n"
        "Content-ID: <b@c>\n\n<p>The page.</p>\n--a--\n";
    EXPECT_EQ(read_as("mhtml", bytes).document.text, "The page.");
}

TEST(Mhtml, HeadersSayWhatThePageDoesNot) {
    const std::string known = "Snapshot-Content-Location: https://example.org/news?a=1\r\n";
    const Metadata metadata = read_as("mhtml", saved(page(news), known)).document.metadata;
    EXPECT_EQ(metadata.title, "The caf\xC3\xA9 opens");
    EXPECT_EQ(metadata.address, "https://example.org/news?a=1");
    const std::string head =
        "<head><title>A title of its own</title><link rel=canonical "
        "href=https://a.example/></head>";
    const Metadata own =
        read_as("mhtml", saved(page(head + std::string(news)), known)).document.metadata;
    EXPECT_EQ(own.title, "A title of its own");
    EXPECT_EQ(own.address, "https://a.example/");
}

TEST(Mhtml, TransferEncodingsAreRemoved) {
    const auto text_of = [](std::string_view encoding, std::string_view body) {
        return read_as("mhtml", saved(page(body, fmt::format("; charset=utf-8\r\n"
                                                             "Content-Transfer-Encoding: {}",
                                                             encoding))))
            .document.text;
    };
    EXPECT_EQ(text_of("Quoted-Printable",
                      "<p class=3D\"a\">One lo=\r\nng caf=C3=A9, = =zz=3d=  \r\n!</p>"),
              "One long caf\xC3\xA9, = =zz=!");
    EXPECT_EQ(text_of("base64", "PHA+T25l\r\nIGNhZsOpLjwvcD4="), "One caf\xC3\xA9.");
    EXPECT_EQ(text_of("8bit", "<p>caf\xC3\xA9=20</p>"), "caf\xC3\xA9=20");
}

TEST(Mhtml, EachWordHasItsPlaceInTheDecodedPart) {
    const Document document =
        read_as("mhtml", saved(page("<p>Long wo=\r\nrds</p>",
                                    "\r\nContent-Location: https://e.example/a\r\n"
                                    "Content-Transfer-Encoding: quoted-printable")))
            .document;
    EXPECT_EQ(document.parts[0].name, "a.txt/https://e.example/a");
    const auto begin = static_cast<std::uint32_t>(document.text.find("words"));
    const auto origin = origin_of(document, {.begin = begin, .end = begin + 5});
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->second.of(document.parts[0].bytes), "words");
}

TEST(Mhtml, ThePartsCharsetCounts) {
    const Article article =
        read_as("mhtml", saved(page("<p>\xE3\xD1\xCD\xC8\xC7</p>", "; charset=\"windows-1256\"")));
    EXPECT_EQ(article.document.text, "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7");
    ASSERT_EQ(article.notices.size(), 1U);
    EXPECT_EQ(article.notices[0].place, "a.txt/1");
}

TEST(Mhtml, APageMayStandDeeperOrBeCutShort) {
    EXPECT_EQ(read_as("mhtml",
                      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n"
                      "--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\n\n"
                      "plain\n--i\nContent-Type: text/html\n\n<p>Cut sho")
                  .document.text,
              "Cut sho");
}

TEST(Mhtml, AMessageWithoutAPageIsRefused) {
    const auto article = formats::read_document(
        "a.mht", saved(part("Content-Type: text/plain", "text")), {}, tables());
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().where, "a.mht");
    EXPECT_NE(article.error().message.find("web page"), std::string::npos);
}

TEST(Mhtml, NestingIsLimited) {
    std::string bytes = "MIME-Version: 1.0\n";
    for (int i = 0; i < 100; ++i)
        bytes += fmt::format("Content-Type: multipart/mixed; boundary=b{}\n\n--b{}\n", i, i);
    bytes += "Content-Type: text/html\n\n<p>Deep</p>";
    EXPECT_TRUE(leaves_of(parse_entity(bytes)).empty());
}

TEST(Mhtml, EncodedWordsAreDecodedInAnyHeader) {
    EXPECT_EQ(with_decoded_words("Re: =?iso-8859-1?q?caf=E9_au?= =?utf-8?B?IGxhaXQ=?= now"),
              "Re: caf\xC3\xA9 au lait now");
    EXPECT_EQ(with_decoded_words("=?x?y =?utf-8?X?a?= =?no-such-charset?Q?a?= plain"),
              "=?x?y =?utf-8?X?a?= =?no-such-charset?Q?a?= plain");
    EXPECT_EQ(with_decoded_words("=?windows-1256?B?48nIw8c=?="),
              with_decoded_words("=?windows-1256*ar?B?48nIw8c=?="));
}

}  // namespace
}  // namespace rawi::reading::mhtml
