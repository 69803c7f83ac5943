// From bytes to a Document: plain text, with markup in it or without.
#include "reading/reader.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

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

/// The text without its markup on its way into a document: lines become paragraphs, and what the
/// tags asked for moves with them.
class Layout {
  public:
    Layout(Document& document, const Marked& marked) : document_(document), marked_(marked) {}

    void lay_out() {
        for (const Paragraph& paragraph : find_paragraphs(marked_.text))
            append_block(paragraph);
        for (const Control& control : marked_.controls) {
            Control moved = control;
            moved.source = moved_span(control.source);
            if (!moved.source.empty()) document_.controls.push_back(std::move(moved));
        }
        for (const Silence& silence : marked_.silences) {
            document_.silences.push_back(
                {.at = end_of(silence.at), .milliseconds = silence.milliseconds});
        }
        for (const Span sentence : marked_.sentences) {
            const Span moved = moved_span(sentence);
            if (!moved.empty()) document_.sentences.push_back(moved);
        }
    }

  private:
    /// A line that was taken over, and where it begins now.
    struct Moved {
        Span line;
        std::uint32_t begin = 0;
    };

    std::uint32_t here() const { return static_cast<std::uint32_t>(document_.text.size()); }

    void append_line(Span line) {
        moved_.push_back({.line = line, .begin = here()});
        document_.text += line.of(marked_.text);
        for (; run_ < marked_.runs.size(); ++run_) {
            const Run& run = marked_.runs[run_];
            if (run.text.begin >= line.end) return;
            Run part = run;
            part.text = {.begin = std::max(run.text.begin, line.begin),
                         .end = std::min(run.text.end, line.end)};
            if (part.text.begin < part.text.end) {
                if (run.kind == Run::Kind::copied) {
                    part.origin.begin += part.text.begin - run.text.begin;
                    part.origin.end = part.origin.begin + part.text.size();
                }
                const std::uint32_t by = moved_.back().begin;
                part.text.begin = part.text.begin - line.begin + by;
                part.text.end = part.text.end - line.begin + by;
                document_.runs.push_back(part);
            }
            if (run.text.end > line.end) return;
        }
    }

    void append_block(const Paragraph& paragraph) {
        if (!document_.text.empty()) document_.text += "\n\n";
        Block block;
        block.source.begin = here();
        for (const Span line : paragraph.lines) {
            if (here() > block.source.begin) document_.text += ' ';
            append_line(line);
        }
        block.source.end = here();
        document_.blocks.push_back(block);
    }

    /// Where what stands from byte `at` on begins now.
    std::uint32_t begin_of(std::uint32_t at) const {
        const auto line = std::upper_bound(
            moved_.begin(), moved_.end(), at,
            [](std::uint32_t byte, const Moved& moved) { return byte < moved.line.end; });
        if (line == moved_.end()) return here();
        return line->begin + std::max(at, line->line.begin) - line->line.begin;
    }
    /// Where what stands before byte `at` ends now.
    std::uint32_t end_of(std::uint32_t at) const {
        const auto next = std::lower_bound(
            moved_.begin(), moved_.end(), at,
            [](const Moved& moved, std::uint32_t byte) { return moved.line.begin < byte; });
        if (next == moved_.begin()) return 0;
        const Moved& line = *(next - 1);
        return line.begin + std::min(at, line.line.end) - line.line.begin;
    }
    Span moved_span(Span span) const {
        const std::uint32_t begin = begin_of(span.begin);
        return {.begin = begin, .end = std::max(begin, end_of(span.end))};
    }

    Document& document_;
    const Marked& marked_;
    std::vector<Moved> moved_;
    std::size_t run_ = 0;
};

/// Plain text as text whose markup was taken out.
Marked without_markup(const std::string& text) {
    const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    Marked marked;
    marked.text = text;
    marked.runs = {Run{.text = all, .part = 0, .origin = all, .kind = Run::Kind::copied}};
    return marked;
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
    const std::string& text = document.parts.front().bytes;
    const bool has_markup = options.markup == Inline::ssml ||
                            (options.markup == Inline::found && begins_with_speak(text));
    Marked marked;
    if (has_markup) {
        RAWI_TRY(marked, read_ssml(name, text));
        std::move(marked.notices.begin(), marked.notices.end(),
                  std::back_inserter(reading.notices));
    } else {
        marked = without_markup(text);
    }
    Layout(document, marked).lay_out();
    if (document.blocks.empty()) {
        return fail(Error::Kind::input,
                    has_markup ? "there is nothing but markup in this file"
                               : "there is only white space in this file",
                    std::string(name));
    }
    find_structure(document, options.words, stem_of(name));
    document.metadata.language = marked.language;
    return reading;
}

}  // namespace rawi
