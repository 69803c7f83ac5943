// What md4c must not see: footnotes, and nesting that would take too long.
#include "reading/markdown/masking.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "reading/markdown/lines.h"

namespace rawi::reading::markdown {

namespace {

/// The columns up to a tab stop.
constexpr std::uint32_t tab = 4;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_label(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The size of the footnote label at the start of a text: "[^1]"; 0 if there is none.
std::uint32_t label_size(std::string_view text) {
    if (!text.starts_with("[^")) return 0;
    std::uint32_t end = 2;
    while (end < text.size() && is_label(text[end]))
        ++end;
    return end > 2 && end < text.size() && text[end] == ']' ? end + 1 : 0;
}

/// The size of the mark of a quotation or a list item at the start of a text; 0 if there is none.
std::uint32_t container_mark(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() == '>') return 1;
    std::uint32_t size = 0;
    if (text.front() == '-' || text.front() == '+' || text.front() == '*') {
        size = 1;
    } else {
        while (size < text.size() && ascii::is_digit(text[size]))
            ++size;
        const bool number =
            size > 0 && size < text.size() && (text[size] == '.' || text[size] == ')');
        size = number ? size + 1 : 0;
    }
    const bool apart = size == text.size() || is_blank(text[size]);
    return apart ? size : 0;
}

/// Where a string occurs next, for positions in ascending order. Takes linear time in total.
class Next {
  public:
    Next(std::string_view text, std::string_view wanted) : text_(text), wanted_(wanted) {}

    std::size_t from(std::size_t at) {
        if (found_ < at || !searched_) found_ = text_.find(wanted_, at);
        searched_ = true;
        return found_;
    }

  private:
    std::string_view text_, wanted_;
    std::size_t found_ = 0;
    bool searched_ = false;
};

class Masker {
  public:
    Masker(std::string_view text, std::uint32_t begin) : begin_(begin) { result_.text = text; }

    MaskedText mask() {
        comments();
        for (Lines lines(result_.text, begin_); !lines.at_end();) {
            const Span line = lines.next();
            const std::uint32_t content = containers(line);
            if (!starts_note(line, content)) continues_note(line);
            references({.begin = content, .end = line.end});
            codes({.begin = content, .end = line.end});
        }
        std::sort(result_.masked.begin(), result_.masked.end(),
                  [](const Masked& a, const Masked& b) { return a.span.begin < b.span.begin; });
        return std::move(result_);
    }

  private:
    std::string_view text() const { return result_.text; }

    /// Masks comments with "--" in them, which are comments since CommonMark 0.31 only.
    void comments() {
        constexpr std::string_view opening = "<!--";
        constexpr std::string_view closing = "-->";
        Next ends(text(), closing);
        Next blank(text(), "\n\n");
        Next blank_crlf(text(), "\r\n\r\n");
        for (std::size_t at = text().find(opening, begin_); at != std::string_view::npos;) {
            const std::size_t inside = at + opening.size();
            const std::size_t end = ends.from(inside);
            if (end == std::string_view::npos) return;
            const bool whole = end < blank.from(at) && end < blank_crlf.from(at);
            const std::size_t dashes = text().find("--", inside);
            if (whole && dashes < end) {
                add(Masked::Kind::comment,
                    {.begin = static_cast<std::uint32_t>(at),
                     .end = static_cast<std::uint32_t>(end + closing.size())});
            }
            at = text().find(opening, whole ? end : inside);
        }
    }

    void add(Masked::Kind kind, Span span) {
        for (std::uint32_t at = span.begin; at < span.end; ++at) {
            char& c = result_.text[at];
            if (c != '\n' && c != '\r') c = ',';
        }
        result_.masked.push_back({.kind = kind, .span = span});
    }

    /// Masks the marks of quotations and lists that are nested too deeply; returns where the
    /// content of the line begins. A level is nested in another one by a mark or by two columns.
    std::uint32_t containers(Span line) {
        std::uint32_t at = line.begin;
        std::uint32_t column = 0;
        std::uint32_t marks = 0;
        while (at < line.end) {
            if (is_blank(text()[at])) {
                column += text()[at++] == '\t' ? tab : 1;
                continue;
            }
            const std::uint32_t size = container_mark(text().substr(at, line.end - at));
            if (size == 0) break;
            ++marks;
            if (marks > deepest || column > 2 * deepest)
                add(Masked::Kind::nesting, {.begin = at, .end = at + size});
            at += size;
            column += size;
        }
        return at;
    }

    bool starts_note(Span line, std::uint32_t content) {
        constexpr std::uint32_t most_indented = 3;
        if (content - line.begin > most_indented) return false;
        const std::uint32_t size = label_size(text().substr(content, line.end - content));
        if (size == 0 || !text().substr(content + size).starts_with(':')) return false;
        add(Masked::Kind::note, {.begin = content, .end = content + size + 1});
        in_note_ = true;
        after_blank_ = false;
        return true;
    }

    /// A paragraph that is indented below a footnote belongs to it.
    void continues_note(Span line) {
        if (!in_note_) return;
        const std::size_t first = text().find_first_not_of(" \t", line.begin);
        if (first >= line.end) {
            after_blank_ = true;
            return;
        }
        const std::string_view written = line.of(text());
        const bool indented = written.starts_with("    ") || written.starts_with('\t');
        if (!indented && after_blank_) in_note_ = false;
        const auto begin = static_cast<std::uint32_t>(first);
        if (indented && after_blank_) add(Masked::Kind::note, {.begin = line.begin, .end = begin});
        after_blank_ = false;
    }

    void references(Span content) {
        const std::string_view written = content.of(text());
        for (std::size_t at = written.find("[^"); at < written.size();
             at = written.find("[^", at)) {
            const std::uint32_t size = label_size(written.substr(at));
            const auto begin = content.begin + static_cast<std::uint32_t>(at);
            const bool escaped = at > 0 && written[at - 1] == '\\';
            const bool linked = written.substr(at + size).starts_with('(');
            if (size > 0 && !escaped && !linked)
                add(Masked::Kind::reference, {.begin = begin, .end = begin + size});
            at += std::max(size, 1U);
        }
    }

    /// Masks "{% ... %}" and "{{ ... }}" (Liquid, Hugo), "{#id}" after a heading and "{: ...}"
    /// alone in a line (Pandoc, kramdown), and "[!NOTE]" alone in a line (GitHub).
    void codes(Span content) {
        std::string_view written = content.of(text());
        written = written.substr(0, written.find_last_not_of(" \t") + 1);
        const auto add_code = [&](std::size_t begin, std::size_t end) {
            add(Masked::Kind::code, {.begin = content.begin + static_cast<std::uint32_t>(begin),
                                     .end = content.begin + static_cast<std::uint32_t>(end)});
        };
        const bool alert = written.starts_with("[!") && written.ends_with(']') &&
                           std::all_of(written.begin() + 2, written.end() - 1, ascii::is_letter);
        const bool attributes =
            written.starts_with("{:") && written.find('}') + 1 == written.size();
        if (alert || attributes) return add_code(0, written.size());
        const std::size_t last = written.starts_with('#') && written.ends_with('}')
                                     ? written.rfind('{')
                                     : std::string_view::npos;
        if (last != std::string_view::npos && (written.substr(last + 1).starts_with('#') ||
                                               written.substr(last + 1).starts_with('.')))
            return add_code(last, written.size());
        for (const auto& [opening, closing] :
             {std::pair<std::string_view, std::string_view>{"{%", "%}"}, {"{{", "}}"}}) {
            for (std::size_t at = written.find(opening); at < written.size();) {
                const std::size_t end = written.find(closing, at + 2);
                if (end == std::string_view::npos) break;
                add_code(at, end + 2);
                at = written.find(opening, end + 2);
            }
        }
    }

    std::uint32_t begin_;
    MaskedText result_;
    bool in_note_ = false;
    bool after_blank_ = false;  ///< the line before was blank
};

}  // namespace

MaskedText mask(std::string_view text, std::uint32_t begin) {
    return Masker(text, begin).mask();
}

}  // namespace rawi::reading::markdown
