// Divides plain text into lines, and lines into paragraphs.
#include "reading/lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace rawi::reading {

namespace {

constexpr std::size_t widest = 120,
                      narrowest = 40;  // code points: line widths that text is wrapped to

bool between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// Appends the lines of a stretch of the text.
void add_lines(std::string_view text, Span stretch, std::vector<Span>& lines) {
    text = text.substr(0, stretch.end);
    std::uint32_t begin = stretch.begin;
    for (std::uint32_t at = stretch.begin; at < stretch.end;) {
        const std::uint32_t end = utf8::line_end(text, at);
        if (end == 0) {
            ++at;
            continue;
        }
        lines.push_back(trimmed(text, {.begin = begin, .end = at}));
        at += end;
        begin = at;
    }
    lines.push_back(trimmed(text, {.begin = begin, .end = stretch.end}));
}

/// The length of a line and of its first word, in visible code points.
struct Measure {
    std::size_t length = 0, word = 0;
    bool ends_sentence = false;
};

bool ends_sentence(std::string_view line) {
    const char32_t last = last_sign(line);
    return last == '.' || last == '!' || last == '?' || last == 0x061F || last == 0x2026 ||
           last == 0x06D4;
}

Measure measure(std::string_view line) {
    const std::string seen = visible(line);
    return {.length = utf8::length(seen),
            .word = utf8::length(std::string_view(seen).substr(0, seen.find(' '))),
            .ends_sentence = ends_sentence(line)};
}

/// Whether a line was wrapped because the next word would not have fitted. Other wrapping rules
/// also fill most of each line.
bool is_full(const Measure& line, const Measure& next, std::size_t width) {
    return line.length + 1 + next.word > width || line.length * 10 >= width * 8;
}

/// The width that the lines are wrapped to; 0 if they are not wrapped, so that every line is a
/// paragraph.
std::size_t width_of(const std::vector<Span>& lines, const std::vector<Measure>& measures) {
    std::size_t width = 0;
    for (const Measure& line : measures)
        width = std::max(width, line.length);
    if (width > widest || width < narrowest) return 0;
    std::size_t inner = 0;
    std::size_t full = 0;
    std::size_t ended = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].empty() || lines[i + 1].empty()) continue;
        ++inner;
        if (is_full(measures[i], measures[i + 1], width)) ++full;
        if (measures[i].ends_sentence) ++ended;
    }
    // If many lines end with the end of a sentence, they are short paragraphs.
    const bool wrapped = inner > 0 && full * 10 >= inner * 6 && ended * 3 < inner;
    return wrapped ? width : 0;
}

}  // namespace

bool is_space(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x061C || between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) ||
           between(c, 0x2060, 0x206F) || c == 0xFEFF;
}

bool closes(char32_t c) {
    return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB || c == ')' ||
           is_space(c) || is_invisible(c);
}

Span trimmed(std::string_view text, Span span) {
    std::uint32_t first = span.end;
    std::uint32_t last = span.begin;
    for (std::uint32_t at = span.begin; at < span.end;) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (!is_space(next.code)) {
            first = std::min(first, at);
            last = at + next.size;
        }
        at += next.size;
    }
    return first < last ? Span{.begin = first, .end = last}
                        : Span{.begin = span.begin, .end = span.begin};
}

std::string visible(std::string_view line) {
    std::string seen;
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Decoded next = utf8::decode(line, at);
        if (!is_invisible(next.code)) seen += line.substr(at, next.size);
        at += next.size;
    }
    return seen;
}

std::string without_marks(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        const bool mark = next.code >= 0x064B && next.code <= 0x0652;
        if (!mark) result += text.substr(at, next.size);
        at += next.size;
    }
    return result;
}

char32_t last_sign(std::string_view line) {
    char32_t last = 0;
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Decoded next = utf8::decode(line, at);
        at += next.size;
        if (!closes(next.code)) last = next.code;
    }
    return last;
}

std::size_t words_in(std::string_view line) {
    std::size_t count = 0;
    bool inside = false;
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Decoded next = utf8::decode(line, at);
        at += next.size;
        const bool space = is_space(next.code);
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

std::vector<Paragraph> find_paragraphs(std::string_view text, const std::vector<Span>& stretches) {
    std::vector<Span> lines;
    for (const Span stretch : stretches) {
        add_lines(text, stretch, lines);
        lines.push_back({.begin = stretch.end, .end = stretch.end});  // ends the paragraph
    }
    std::vector<Measure> measures;
    measures.reserve(lines.size());
    for (const Span line : lines)
        measures.push_back(measure(line.of(text)));
    const std::size_t width = width_of(lines, measures);
    std::vector<Paragraph> paragraphs;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty()) {
            open = false;
            continue;
        }
        if (!open) paragraphs.emplace_back();
        paragraphs.back().lines.push_back(lines[i]);
        const bool last = i + 1 == lines.size();
        open = width > 0 && !last && is_full(measures[i], measures[i + 1], width);
    }
    return paragraphs;
}

}  // namespace rawi::reading
