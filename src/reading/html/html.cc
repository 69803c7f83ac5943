// Web pages.
#include "reading/html/html.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "reading/document_builder.h"
#include "reading/html/block_writer.h"
#include "reading/html/main_text.h"
#include "reading/html/metadata.h"
#include "reading/html/tree.h"
#include "reading/html/words.h"

namespace rawi::reading::html {

bool sniff(std::string_view text) {
    constexpr std::size_t start = 1024;
    const std::string head = ascii::lower(text.substr(0, start));
    std::size_t at = head.find_first_not_of(" \t\r\n");
    while (at != std::string::npos && head.compare(at, 4, "<!--") == 0) {
        at = head.find("-->", at);
        if (at != std::string::npos) at = head.find_first_not_of(" \t\r\n", at + 3);
    }
    if (at == std::string::npos) return false;
    constexpr std::array<std::string_view, 4> starts = {"<!doctype html", "<html", "<head",
                                                        "<body"};
    for (const std::string_view begin : starts)
        if (head.compare(at, begin.size(), begin) == 0) return true;
    return head.compare(at, 5, "<?xml") == 0 && head.find("<html", at) != std::string::npos;
}

std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t start = 4096;
    constexpr std::string_view key = "charset=";
    const std::string head = ascii::lower(bytes.substr(0, start));
    for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
         meta = head.find("<meta", meta + 1)) {
        const std::size_t end = std::min(head.find('>', meta), head.size());
        const std::size_t found = head.find(key, meta);
        if (found == std::string::npos || found > end) continue;
        const std::size_t begin = head.find_first_not_of(" \"'", found + key.size());
        if (begin == std::string::npos || begin > end) continue;
        return head.substr(begin, std::min(head.find_first_of(" \"';/>", begin), end) - begin);
    }
    return {};
}

namespace {

/// The text of JSON-LD, line by line, for a page that lacks it.
void write_body(const PageMetadata& page, std::uint32_t part, Span origin,
                DocumentBuilder& builder) {
    builder.open_heading(Role::headline, 1);
    builder.decoded(part, origin, page.metadata.title);
    std::string_view rest = page.body;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        builder.open_block(Role::paragraph);
        builder.decoded(part, origin, collapsed(without_tags(rest.substr(0, end))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

/// The bytes of an article's text.
std::size_t text_size(const Tree& tree, const std::vector<Part>& parts) {
    std::size_t size = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i)
        if (parts[i] == Part::text) size += collapsed(tree[i].text).size();
    return size;
}

Notice notice(std::string message) {
    return Notice{.message = std::move(message), .source = {}};
}

/// What is to be said about a page: what was left out, and what it may lack.
std::vector<Notice> notices_of(const Limits& limits, const PageMetadata& page, std::size_t text) {
    constexpr std::size_t much = 400;
    std::vector<Notice> notices = notices_of(limits);
    if (text == 0)
        notices.push_back(
            notice("the text is not in the page itself, and was taken from its "
                   "description for search engines (JSON-LD)"));
    else if (page.body.size() > much && text * 2 < page.body.size())
        notices.push_back(
            notice("this page seems to hold only the start of the article: its "
                   "description for search engines (JSON-LD) is longer"));
    if (!page.free)
        notices.push_back(
            notice("this page says that only subscribers can read the whole article; "
                   "it may hold only the start"));
    return notices;
}

/// Takes from `known` what is missing.
void complete(Metadata& metadata, const Metadata& known) {
    for (const auto field : {&Metadata::title, &Metadata::author, &Metadata::language,
                             &Metadata::date, &Metadata::address})
        if ((metadata.*field).empty()) metadata.*field = known.*field;
}

}  // namespace

Result<Article> read(Source source) {
    std::string name = source.name;
    return read_page(std::move(source), std::move(name), {});
}

Result<Article> read_page(Source source, std::string name, const Metadata& known) {
    DocumentBuilder builder(source.name);
    const std::uint32_t part = builder.add_part(std::move(name), std::move(source.bytes));
    Limits limits;
    const Tree tree = parse(builder.part(part).bytes, limits);
    PageMetadata page = metadata_of(tree);
    complete(page.metadata, known);
    builder.metadata() = page.metadata;
    builder.refine_paragraphs();
    const MainText main = find_main_text(
        tree, {.title = page.metadata.title, .body = page.body, .description = page.description});
    std::size_t text = text_size(tree, main.parts);
    constexpr std::size_t much = 400;
    if (page.body.size() > much && text * 4 < page.body.size()) {
        write_body(page, part, tree[page.body_node].origin, builder);
        text = 0;
    } else {
        BlockWriter(tree, main, part, builder).write();
        text = std::max<std::size_t>(text, 1);
    }
    return Article{.document = builder.finish(source.tables.words),
                   .notices = notices_of(limits, page, text)};
}

}  // namespace rawi::reading::html
