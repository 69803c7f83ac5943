// From bytes to a Document. So far every article is plain text.
#include "reading/reader.h"

#include <fmt/format.h>

#include "reading/charset.h"
#include "reading/lines.h"
#include "reading/plain_text.h"

namespace rawi {

namespace {

std::string_view stem_of(std::string_view name) {
    name = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
    const std::size_t dot = name.rfind('.');
    return dot == 0 || dot == std::string_view::npos ? name : name.substr(0, dot);
}

void append_text(Document& document, std::string_view made) {
    document.text += made;
}

void append_copy(Document& document, Span origin) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += origin.of(document.parts.front().bytes);
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.runs.push_back(Run{.text = {.begin = begin, .end = end},
                                .part = 0,
                                .origin = origin,
                                .kind = Run::Kind::copied});
}

void append_block(Document& document, const Paragraph& paragraph) {
    if (!document.text.empty()) append_text(document, "\n\n");
    Block block;
    block.source.begin = static_cast<std::uint32_t>(document.text.size());
    for (const Span line : paragraph.lines) {
        if (document.text.size() > block.source.begin) append_text(document, " ");
        append_copy(document, line);
    }
    block.source.end = static_cast<std::uint32_t>(document.text.size());
    document.blocks.push_back(block);
}

}  // namespace

Result<Reading> read_document(std::string_view name, std::string_view bytes,
                              const ReadOptions& options) {
    RAWI_TRY(Decoding decoding, decode_charset(name, bytes, options));
    Reading reading;
    if (decoding.charset != "UTF-8") {
        reading.notices.push_back(
            Notice{.message = fmt::format("read as {} ({})", decoding.charset, decoding.rule),
                   .source = {}});
    }
    Document& document = reading.document;
    document.parts.push_back(Part{.name = std::string(name), .bytes = std::move(decoding.text)});
    for (const Paragraph& paragraph : find_paragraphs(document.parts.front().bytes)) {
        append_block(document, paragraph);
    }
    if (document.blocks.empty()) {
        return fail(Error::Kind::input, "there is only white space in this file",
                    std::string(name));
    }
    find_structure(document, options.words, stem_of(name));
    return reading;
}

}  // namespace rawi
