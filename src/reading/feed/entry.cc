// From an entry of a feed to an article.
#include "reading/feed/entry.h"

#include <utility>

#include "base/ascii.h"
#include "reading/document_builder.h"
#include "reading/html/fragment.h"

namespace rawi::reading::feed {

namespace {

/// Adds plain text with a space for each run of white space. `paragraph` is called before each
/// paragraph; blank lines separate these.
template <class Function>
void write_plain(std::string_view text, std::uint32_t part, DocumentBuilder& builder,
                 const Function& paragraph) {
    const auto size = static_cast<std::uint32_t>(text.size());
    bool first = true;
    for (std::uint32_t at = 0; at < size;) {
        int lines = 0;
        while (at < size && ascii::is_white(text[at]))
            lines += text[at++] == '\n' ? 1 : 0;
        std::uint32_t end = at;
        while (end < size && !ascii::is_white(text[end]))
            ++end;
        if (end == at) break;
        if (first || lines > 1) paragraph();
        first = false;
        builder.space();
        builder.copy(part, {.begin = at, .end = end});
        at = end;
    }
}

void write_title(const Text& title, std::uint32_t part, DocumentBuilder& builder) {
    builder.open_heading(Role::headline, 1, title.language);
    if (title.html) {
        html::write_inline(part, builder);
    } else {
        write_plain(title.bytes.text(), part, builder, [] {});
    }
    builder.close_block();
}

/// Programs of blogs add a line after each text that names it and the site: "The post TITLE
/// appeared first on SITE."
void mark_closing_line(Document& document) {
    constexpr std::size_t shortest_title = 8, around = 120;  // bytes
    constexpr std::size_t fewest_blocks = 3;                 // title, text, closing line
    const std::string& title = document.metadata.title;
    if (document.blocks.size() < fewest_blocks || title.size() < shortest_title) return;
    Block& last = document.blocks.back();
    const std::string_view text = last.source.of(document.text);
    if (last.role == Role::paragraph && text.size() <= title.size() + around &&
        text.size() > title.size() && text.find(title) != std::string_view::npos)
        last.role = Role::furniture;
}

}  // namespace

Article article_of(const Entry& entry, std::string_view name, const SharedText& bytes,
                   std::string place, const StructureWords& words) {
    DocumentBuilder builder(name);
    const std::uint32_t title = builder.add_part("title", entry.title.bytes.text());
    const std::uint32_t body = builder.add_part("body", entry.body.bytes.text());
    builder.metadata() = {.title = {},
                          .author = entry.author,
                          .language = entry.language,
                          .date = iso_date(entry.date),
                          .address = entry.address,
                          .id = entry.id};
    write_title(entry.title, title, builder);
    Article article;
    if (entry.body.html) {
        builder.refine_paragraphs();
        article.notices = html::write_fragment(body, builder);
    } else {
        write_plain(entry.body.bytes.text(), body, builder,
                    [&] { builder.open_block(Role::paragraph); });
    }
    article.document = builder.finish(words);
    if (entry.body.html) mark_closing_line(article.document);
    std::vector<Run> runs;
    for (const Run& run : article.document.runs)
        (run.part == title ? entry.title : entry.body).bytes.map(run, runs);
    article.document.runs = std::move(runs);
    article.document.parts = {{.name = std::string(name), .bytes = bytes}};
    article.document.name = std::move(place);
    return article;
}

}  // namespace rawi::reading::feed
