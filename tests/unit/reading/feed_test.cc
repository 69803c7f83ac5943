#include "reading/feed/feed.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "read.h"

namespace rawi::reading::feed {
namespace {

using namespace std::literals;

/// The articles of a feed, all of which can be read.
std::vector<Article> items_of(std::string_view bytes, std::string_view name = "a.xml") {
    auto articles = formats::read_documents(name, bytes, {}, tables());
    EXPECT_TRUE(articles) << (articles ? "" : articles.error().message);
    std::vector<Article> items;
    if (!articles) return items;
    EXPECT_TRUE(articles->collection) << "not read as a feed";
    for (Result<Article>& item : articles->items) {
        EXPECT_TRUE(item);
        if (!item) continue;
        EXPECT_EQ(check_invariants(item->document), "");
        items.push_back(*std::move(item));
    }
    return items;
}

Article item_of(std::string_view bytes) {
    std::vector<Article> items = items_of(bytes);
    EXPECT_EQ(items.size(), 1U);
    return items.empty() ? Article() : std::move(items.front());
}

/// "headline: One | paragraph: Two": the blocks of an article.
std::string blocks_of(const Article& article) {
    std::string all;
    for (const Block& block : article.document.blocks) {
        if (!all.empty()) all += " | ";
        all += name_of(block.role);
        all += ": ";
        all += block.source.of(article.document.text);
    }
    return all;
}

/// What is written in the file where a word comes from.
std::string written(const Article& article, std::string_view word) {
    const Document& document = article.document;
    const std::size_t at = document.text.find(word);
    if (at == std::string::npos) return "no such word";
    const auto begin = static_cast<std::uint32_t>(at);
    const auto origin = origin_of(
        document, {.begin = begin, .end = begin + static_cast<std::uint32_t>(word.size())});
    return origin ? std::string(origin->second.of(document.parts[0].bytes)) : "nowhere";
}

std::string rss(std::string_view items, std::string_view channel = {}) {
    return "<?xml version='1.0'?>\n<rss version='2.0' "
           "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
           "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>" +
           std::string(channel) + std::string(items) + "</channel></rss>";
}

std::string atom(std::string_view entries) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'>" + std::string(entries) + "</feed>";
}

TEST(Feed, EachItemIsAnArticleWithItsMetadata) {
    const std::vector<Article> items = items_of(
        rss("<item><title>One</title><description>First.</description>"
            "<link>https://example.com/1</link><guid isPermaLink='false'>id-1</guid>"
            "<dc:creator>A. Writer</dc:creator><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>"
            "</item>\n<item><title>Two</title><description>Second.</description></item>",
            "<title>The feed</title><language>ar-eg</language>"
            "<managingEditor>me@example.com (An Editor)</managingEditor>"));
    ASSERT_EQ(items.size(), 2U);
    const Metadata& one = items[0].document.metadata;
    EXPECT_EQ(one.title, "One");
    EXPECT_EQ(one.author, "A. Writer");
    EXPECT_EQ(one.date, "2004-01-01T19:48:21Z");
    EXPECT_EQ(one.language, "ar-EG");
    EXPECT_EQ(one.address, "https://example.com/1");
    EXPECT_EQ(one.id, "id-1");
    const Metadata& two = items[1].document.metadata;
    EXPECT_EQ(two.author, "An Editor");
    EXPECT_EQ(two.id, "a.xml");
    EXPECT_EQ(blocks_of(items[0]), "headline: One | paragraph: First.");
    EXPECT_EQ(blocks_of(items[1]), "headline: Two | paragraph: Second.");
    EXPECT_EQ(items[1].document.name, "a.xml:3:1");
    EXPECT_EQ(where(items[1].document, items[1].document.blocks[0].source), "a.xml:3:14");
}

TEST(Feed, TheFullTextCountsBeforeTheDescriptionAndTheModulesAfterTheFeedsOwnElements) {
    const Article article = item_of(
        rss("<item><media:title xmlns:media='http://search.yahoo.com/mrss/'>Picture</media:title>"
            "<title>Own</title><description>Short.</description>"
            "<c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'>"
            "<![CDATA[<p>Long.</p><p>Text.</p>]]></c:encoded></item>"));
    EXPECT_EQ(blocks_of(article), "headline: Own | paragraph: Long. | paragraph: Text.");
    EXPECT_EQ(blocks_of(item_of(rss("<item><content:encoded> </content:encoded>"
                                    "<description>Short.</description></item>"))),
              "paragraph: Short.");
}

TEST(Feed, EachWordComesFromItsBytesWhateverEscapesThereAre) {
    const Article article = item_of(
        rss("<item><title>Fish &amp;amp; chips</title>"
            "<description>&lt;p&gt;Caf&amp;eacute; &lt;b&gt;B&amp;#246;rse&lt;/b&gt; &#1587;&#1604;"
            "&lt;/p&gt;<![CDATA[<p>A &amp; B&eacute;</p>]]></description></item>"));
    EXPECT_EQ(blocks_of(article),
              "headline: Fish & chips | paragraph: Caf\u00E9 B\u00F6rse \u0633\u0644 | "
              "paragraph: A & B\u00E9");
    EXPECT_EQ(written(article, "Fish"), "Fish");
    EXPECT_EQ(written(article, "&"), "&amp;amp;");
    EXPECT_EQ(written(article, "Caf\u00E9"), "Caf&amp;eacute;");
    EXPECT_EQ(written(article, "B\u00F6rse"), "B&amp;#246;rse");
    EXPECT_EQ(written(article, "\u0633\u0644"), "&#1587;&#1604;");
    EXPECT_EQ(written(article, "B\u00E9"), "B&eacute;");
}

TEST(Feed, AtomSaysWhatItsTextsAre) {
    const Article article = item_of(
        atom("<entry><title type='text'>History of the &lt;blink&gt; tag</title>"
             "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><x:p "
             "xmlns:x='http://www.w3.org/1999/xhtml'>One<br/>two &lt;b&gt;</x:p><script/><p "
             "class='x'>Three.</p></div></content><summary>Short.</summary></entry>"));
    EXPECT_EQ(blocks_of(article),
              "headline: History of the <blink> tag | paragraph: One two <b> | "
              "paragraph: Three.");
    EXPECT_EQ(written(article, "<b>"), "&lt;b&gt;");
    EXPECT_EQ(written(article, "Three."), "Three.");
    const Article escaped = item_of(atom(
        "<entry><title type='html'>A &lt;i&gt;new&lt;/i&gt; one</title><author><name>B. "
        "Author</name><email>b@example.com</email></author><id>urn:1</id>"
        "<link rel='self' href='https://example.com/feed'/><link href='https://example.com/1'/>"
        "<updated>2024-05-06T07:08:09Z</updated><summary>Plain &amp; short.\n\nEnd.</summary>"
        "<content type='image/png'>iVBORw0KGgo=</content></entry>"));
    EXPECT_EQ(blocks_of(escaped),
              "headline: A new one | paragraph: Plain & short. | paragraph: End.");
    EXPECT_EQ(escaped.document.metadata.title, "A new one");
    EXPECT_EQ(escaped.document.metadata.author, "B. Author");
    EXPECT_EQ(escaped.document.metadata.address, "https://example.com/1");
    EXPECT_EQ(escaped.document.metadata.id, "urn:1");
    EXPECT_EQ(escaped.document.metadata.date, "2024-05-06T07:08:09Z");
    const Article coded = item_of(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><content mode='base64' "
        "type='text/html'>\nPHA+T25lPC9wPjxwPlR3bzwvcD4=\n</content></entry></feed>");
    EXPECT_EQ(blocks_of(coded), "paragraph: One | paragraph: Two");
}

TEST(Feed, ALineAfterTheTextThatNamesItIsFurniture) {
    const auto last_of = [](const std::string& line) {
        const Article article =
            item_of(rss("<item><title>The harbour opens</title><description><![CDATA[<p>It "
                        "is open.</p><p>" +
                        line + "</p>]]></description></item>"));
        return article.document.blocks.back().role;
    };
    EXPECT_EQ(last_of("The post <a href='x'>The harbour opens</a> appeared first on <a "
                      "href='y'>News</a>."),
              Role::furniture);
    EXPECT_EQ(last_of("L'article <a href='x'>The harbour opens</a> est apparu en premier sur X."),
              Role::furniture);
    EXPECT_EQ(last_of("The harbour opens"), Role::paragraph);
    EXPECT_EQ(last_of("The harbour opens again, said the town, and all ships that have waited "
                      "outside for eleven weeks will enter it from Monday on, one after the "
                      "other."),
              Role::paragraph);
}

TEST(Feed, LanguagesAreThoseOfTheItemOrTheFeed) {
    const std::vector<Article> items = items_of(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><entry xml:lang='de'><title "
        "xml:lang='fr'>Un</title><content>Zwei</content></entry><entry><title>Three</title>"
        "</entry></feed>");
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].document.metadata.language, "de");
    EXPECT_EQ(items[0].document.blocks[0].language, "fr");
    EXPECT_EQ(items[0].document.blocks[1].language, "");
    EXPECT_EQ(items[1].document.metadata.language, "en");
}

TEST(Feed, AFeedWithoutItemsIsOneArticle) {
    EXPECT_EQ(
        blocks_of(item_of(rss("", "<title>News</title><description>All of it.</description>"))),
        "headline: News | paragraph: All of it.");
    EXPECT_EQ(blocks_of(item_of(atom("<title>News</title><subtitle>All of it.</subtitle>"))),
              "headline: News | paragraph: All of it.");
    const Article empty = item_of(atom("<id>urn:feed</id>"));
    EXPECT_EQ(blocks_of(empty), "");
    EXPECT_EQ(empty.document.metadata.id, "urn:feed");
}

TEST(Feed, RdfAndCdfHaveItemsToo) {
    EXPECT_EQ(blocks_of(item_of(
                  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                  "xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>Feed</title>"
                  "</channel><item rdf:about='https://example.com/1'><title>One</title>"
                  "<description>Text.</description></item></rdf:RDF>")),
              "headline: One | paragraph: Text.");
    EXPECT_EQ(blocks_of(item_of("<CHANNEL><ITEM><TITLE>One</TITLE><ABSTRACT>Text.</ABSTRACT>"
                                "</ITEM></CHANNEL>")),
              "headline: One | paragraph: Text.");
}

TEST(Feed, JsonFeedsAreReadWithTheirPlaces) {
    const std::string feed =
        "{\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1.1\", \"title\": \"Feed\", "
        "\"language\": \"en\", \"authors\": [{\"name\": \"Someone\"}],\n\"items\": [\n"
        "{\"id\": 7, \"title\": \"One \\u0026 \\\"two\\\"\", \"content_html\": "
        "\"<p>Caf\\u00e9 \\ud83d\\ude00 A&amp;B<\\/p>\\n<p>End.</p>\", \"url\": "
        "\"https://example.com/1\", \"authors\": [{\"name\": \"A\"}, {\"name\": \"B\"}]},\n"
        "{\"id\": \"b\", \"content_text\": \"Plain <b> text.\\n\\nMore.\", \"summary\": \"S\"}]}";
    const std::vector<Article> items = items_of(feed, "a.json");
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(blocks_of(items[0]),
              "headline: One & \"two\" | paragraph: Caf\u00E9 \U0001F600 A&B | paragraph: End.");
    EXPECT_EQ(written(items[0], "Caf\u00E9"), "Caf\\u00e9");
    EXPECT_EQ(written(items[0], "\U0001F600"), "\\ud83d\\ude00");
    EXPECT_EQ(written(items[0], "A&B"), "A&amp;B");
    EXPECT_EQ(written(items[0], "\"two\""), "\\\"two\\\"");
    EXPECT_EQ(items[0].document.metadata.id, "7");
    EXPECT_EQ(items[0].document.metadata.author, "A, B");
    EXPECT_EQ(items[0].document.metadata.language, "en");
    EXPECT_EQ(items[0].document.name, "a.json:3:1");
    EXPECT_EQ(blocks_of(items[1]), "paragraph: Plain <b> text. | paragraph: More.");
    EXPECT_EQ(items[1].document.metadata.author, "Someone");
    EXPECT_EQ(items[1].document.metadata.id, "b");
}

TEST(Feed, IsRecognizedByItsBeginning) {
    for (const std::string_view feed :
         {"\n<?xml version='1.0'?><!-- a > b --><?xml-stylesheet href='x'?><rss></rss>"sv,
          "<!DOCTYPE rss [ <!ENTITY a '>'> ]>\n<rss version='2.0'>"sv, "<rdf:RDF x='y'>"sv,
          "<atom:feed/>"sv, R"({"version": "https://jsonfeed.org/version/1"})"sv})
        EXPECT_TRUE(sniff(feed)) << feed;
    for (const std::string_view other :
         {""sv, "<"sv, "<!--"sv, "<html><rss>"sv, R"({"a": 1})"sv, "rss"sv, "<rssx>"sv, "<?xml"sv})
        EXPECT_FALSE(sniff(other)) << other;
}

TEST(Feed, TheDeclaredCharsetCounts) {
    const Article article = item_of(
        "<?xml version=\"1.0\" encoding=\"windows-1256\"?><rss><channel><item><title>"
        "\xE3\xD1\xCD\xC8\xC7</title></item></channel></rss>");
    EXPECT_EQ(blocks_of(article), "headline: \u0645\u0631\u062D\u0628\u0627");
    EXPECT_EQ(declared_charset("<?xml version='1.0'?><a encoding='x'>"), "");
    EXPECT_EQ(declared_charset("<?xml encoding='"), "");
}

TEST(Feed, OtherXmlAndJsonIsRefused) {
    const auto error_of = [](std::string_view name, std::string_view bytes) {
        const auto articles = formats::read_documents(name, bytes, {}, tables());
        return articles ? "read" : articles.error().where + ": " + articles.error().message;
    };
    EXPECT_EQ(error_of("a.xml", "\n<svg/>"),
              "a.xml:2:1: this is no feed: its first element is <svg>");
    EXPECT_NE(error_of("a.json", "{\"name\": \"x\"}").find("no feed"), std::string::npos);
    EXPECT_EQ(error_of("a.rss", "<rss><channel><item><b></item></channel></rss>")
                  .find("a.rss:1:26: this XML is not well-formed"),
              0U);
    EXPECT_EQ(error_of("a.json", "{\"version\": \"https://jsonfeed.org/version/1\",\n]")
                  .find("a.json:2:1: this JSON is not well-formed"),
              0U);
}

TEST(Feed, ItemsBeforeTheDamageAreReadAndTheDamageIsReported) {
    for (const std::string& feed :
         {rss("<item><title>One</title></item>\n<item><title>Two</b></title></item>"),
          "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"title\": \"One\"},\n"
          "{\"title\": \"Two\""s}) {
        const auto articles = formats::read_documents("a", feed, {}, tables());
        ASSERT_TRUE(articles) << articles.error().message;
        ASSERT_EQ(articles->items.size(), 2U) << feed;
        ASSERT_TRUE(articles->items[0]);
        EXPECT_EQ(blocks_of(*articles->items[0]), "headline: One");
        ASSERT_FALSE(articles->items[1]);
        EXPECT_NE(articles->items[1].error().message.find("not well-formed"), std::string::npos);
        EXPECT_TRUE(articles->items[1].error().where.starts_with("a:"));
    }
}

TEST(Feed, EntitiesOfTheFileAreNotExpanded) {
    const Article bomb = item_of(
        "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>"
        "<!ENTITY c SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>T</title>"
        "<description>One &b; &c; two.</description></item></channel></rss>");
    EXPECT_EQ(blocks_of(bomb), "headline: T | paragraph: One &b; &c; two.");
}

TEST(Feed, DatesBecomeIso) {
    const auto date_of = [](const std::string& date) {
        return item_of(rss("<item><title>T</title><pubDate>" + date + "</pubDate></item>"))
            .document.metadata.date;
    };
    EXPECT_EQ(date_of("Thu, 1 Jan 2004 19:48:21 +0300"), "2004-01-01T19:48:21+03:00");
    EXPECT_EQ(date_of("31 Dec 99 23:59 EST"), "1999-12-31T23:59:00-05:00");
    EXPECT_EQ(date_of("Sunday, 3 March 2024"), "2024-03-03");
    EXPECT_EQ(date_of("2004-01-01"), "2004-01-01");
    EXPECT_EQ(date_of("some day in May"), "some day in May");
    EXPECT_EQ(date_of("99 Xyz 2004 1"), "99 Xyz 2004 1");
}

TEST(Feed, ManyItemsTakeLinearTimeAndShareTheFile) {
    std::string items;
    for (int i = 0; i < 3000; ++i)
        items += "<item><title>T</title><description>Some text here.</description></item>\n";
    const std::vector<Article> all = items_of(rss(items));
    ASSERT_EQ(all.size(), 3000U);
    EXPECT_EQ(std::string_view(all[0].document.parts[0].bytes).data(),
              std::string_view(all[2999].document.parts[0].bytes).data());
    EXPECT_EQ(all[2999].document.name, "a.xml:3001:1");
}

}  // namespace
}  // namespace rawi::reading::feed
