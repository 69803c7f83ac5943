// The table of formats, and the choice of the format of an article.
#include "reading/formats/formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "reading/epub/epub.h"
#include "reading/feed/feed.h"
#include "reading/formats/signatures.h"
#include "reading/html/html.h"
#include "reading/markdown/markdown.h"
#include "reading/mhtml/mhtml.h"
#include "reading/office/office.h"
#include "reading/package/archive.h"
#include "reading/ssml/ssml.h"
#include "reading/text/text.h"

namespace rawi::reading::formats {

namespace {

constexpr std::array table = {
    Format{.name = "text", .extensions = ".txt .text", .sniff = nullptr, .read = text::read},
    Format{.name = "feed",
           .extensions = ".rss .atom .xml .json",
           .sniff = feed::sniff,
           .declared_charset = feed::declared_charset,
           .read_all = feed::read},
    Format{.name = "html",
           .extensions = ".html .htm .xhtml",
           .sniff = html::sniff,
           .declared_charset = html::declared_charset,
           .read = html::read},
    Format{.name = "mhtml",
           .extensions = ".mhtml .mht",
           .input = Format::Input::bytes,
           .sniff = mhtml::sniff,
           .read = mhtml::read},
    Format{.name = "ssml", .extensions = ".ssml", .sniff = ssml::sniff, .read = ssml::read},
    Format{.name = "docx",
           .extensions = ".docx .docm .dotx",
           .input = Format::Input::bytes,
           .sniff = office::sniff_docx,
           .read = office::read_docx},
    Format{.name = "odt",
           .extensions = ".odt .ott",
           .input = Format::Input::bytes,
           .sniff = office::sniff_odt,
           .read = office::read_odt},
    Format{.name = "epub",
           .extensions = ".epub",
           .input = Format::Input::bytes,
           .sniff = epub::sniff,
           .read = epub::read},
    Format{.name = "markdown",
           .extensions = ".md .markdown .mkd",
           .sniff = markdown::sniff,
           .read = markdown::read},
};

/// The extension of a file name in lower case, with its dot; empty if it has none.
std::string extension_of(std::string_view name) {
    name = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
    const std::size_t dot = name.rfind('.');
    if (dot == 0 || dot == std::string_view::npos) return {};
    return ascii::lower(name.substr(dot));
}

bool has_extension(const Format& format, const std::string& extension) {
    const std::string all = fmt::format(" {} ", format.extensions);
    return !extension.empty() && all.find(" " + extension + " ") != std::string::npos;
}

/// The first format with this input that recognizes it, or null.
const Format* sniffed(std::span<const Format> formats, Format::Input input,
                      std::string_view bytes) {
    for (const Format& format : formats)
        if (format.input == input && format.sniff != nullptr && format.sniff(bytes)) return &format;
    return nullptr;
}

/// The format that the file's extension indicates; the first format if none does.
const Format& format_of_name(std::span<const Format> formats, std::string_view name) {
    const std::string extension = extension_of(name);
    for (const Format& format : formats)
        if (has_extension(format, extension)) return format;
    return formats.front();
}

/// The format of a text: the one that recognizes it, or else that of its file's name.
const Format& format_of_text(std::span<const Format> formats, std::string_view name,
                             std::string_view text) {
    const Format* const format = sniffed(formats, Format::Input::text, text);
    return format != nullptr ? *format : format_of_name(formats, name);
}

Result<const Format*> format_named(std::span<const Format> formats, std::string_view name) {
    for (const Format& format : formats)
        if (format.name == name) return &format;
    return fail(
        Error::Kind::usage,
        fmt::format("\"{}\" is not an input format; the formats are: {}", name, names_of(formats)));
}

/// The format, if it can be determined before the charset is decoded; else null.
Result<const Format*> format_before_decoding(std::string_view name, std::string_view bytes,
                                             const ReadOptions& options,
                                             std::span<const Format> formats) {
    if (!options.format.empty()) return format_named(formats, options.format);
    if (const Format* const package = sniffed(formats, Format::Input::bytes, bytes)) return package;
    const Format& named = format_of_name(formats, name);
    const bool damaged = named.input == Format::Input::bytes && package::is_archive(bytes);
    if (const Foreign* const file = damaged ? nullptr : foreign_file(bytes)) {
        return fail(
            Error::Kind::input,
            fmt::format("this is {}, which rawi does not read; {}", file->what, file->advice),
            std::string(name));
    }
    return named.input == Format::Input::bytes ? &named : nullptr;
}

/// Decodes a text, with what its format knows about its charset.
Result<Decoding> decode(std::string_view name, std::string_view bytes, const ReadOptions& options,
                        const Format* format, std::span<const Format> formats) {
    if (format == nullptr) format = &format_of_text(formats, name, bytes);
    if (format->declared_charset == nullptr) return decode_charset(name, bytes, options.charset);
    CharsetOptions charset = options.charset;
    charset.lossy = true;
    return decode_charset(name, bytes, charset, format->declared_charset(bytes));
}

/// Only an item of a collection may lack text: it may have a picture only.
Result<Articles> read_with(const Format& format, Source source) {
    if (format.read_all != nullptr) return format.read_all(std::move(source));
    const std::string name = source.name;
    RAWI_TRY(Article article, format.read(std::move(source)));
    if (article.document.blocks.empty())
        return fail(Error::Kind::input, "this file contains only white space or markup", name);
    Articles articles;
    articles.items.emplace_back(std::move(article));
    return articles;
}

/// Gives an article an id if its reader found none.
void name_article(Article& article, std::string_view name) {
    Metadata& metadata = article.document.metadata;
    if (metadata.id.empty()) metadata.id = metadata.address;
    if (metadata.id.empty()) metadata.id = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
}

/// Moves the notes of an article; what its notices say of places in the text stays right.
void move_notes(Article& article, Notes notes) {
    for (Notice& notice : article.notices) {
        if (notes == Notes::skip || notice.source.empty()) continue;
        notice.place = where(article.document, notice);
        notice.source = {};
    }
    place_notes(article.document, notes);
}

}  // namespace

std::span<const Format> all() {
    return table;
}

bool is_article_name(std::string_view name) {
    const std::string extension = extension_of(name);
    return std::any_of(table.begin(), table.end(),
                       [&](const Format& format) { return has_extension(format, extension); });
}

bool is_recognized(std::string_view bytes) {
    return sniffed(table, Format::Input::bytes, bytes) != nullptr ||
           sniffed(table, Format::Input::text, bytes) != nullptr;
}

std::string names_of(std::span<const Format> formats) {
    std::string names;
    for (const Format& format : formats)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
    return names;
}

Result<Articles> read_documents(std::string_view name, std::string_view bytes,
                                const ReadOptions& options, const ReadingTables& tables,
                                std::span<const Format> formats) {
    RAWI_TRY(const Format* format, format_before_decoding(name, bytes, options, formats));
    Source source{
        .name = std::string(name), .bytes = {}, .charset = options.charset, .tables = tables};
    std::vector<Notice> notices;
    if (format != nullptr && format->input == Format::Input::bytes) {
        source.bytes = bytes;
    } else {
        RAWI_TRY(Decoding decoding, decode(name, bytes, options, format, formats));
        if (decoding.charset != "UTF-8") {
            notices.push_back(
                Notice{.message = fmt::format("read as {} ({})", decoding.charset, decoding.rule),
                       .source = {}});
        }
        if (const std::size_t count = decoding.replaced; count > 0) {
            notices.push_back(Notice{
                .message = fmt::format("{} invalid bytes were replaced", count), .source = {}});
        }
        source.bytes = std::move(decoding.text);
    }
    // The start of UTF-16 is recognized only now.
    if (format == nullptr) format = &format_of_text(formats, name, source.bytes);
    RAWI_TRY(Articles articles, read_with(*format, std::move(source)));
    for (Result<Article>& article : articles.items) {
        if (!article) continue;
        name_article(*article, name);
        move_notes(*article, options.notes);
        article->notices.insert(article->notices.begin(), notices.begin(), notices.end());
        notices.clear();  // they are about the whole input
    }
    return articles;
}

Result<Article> read_document(std::string_view name, std::string_view bytes,
                              const ReadOptions& options, const ReadingTables& tables,
                              std::span<const Format> formats) {
    RAWI_TRY(Articles articles, read_documents(name, bytes, options, tables, formats));
    return std::move(articles.items.front());
}

}  // namespace rawi::reading::formats
