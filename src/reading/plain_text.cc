// Plain text as newsrooms send it: which lines are paragraphs, and what each is to its reader.
#include "reading/plain_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace rawi {

namespace {

constexpr std::size_t longest_heading = 90;  // code points
constexpr std::size_t fewest_link_words = 7;

bool is_space(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool ends_line(char32_t c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
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

std::vector<Span> lines_of(std::string_view text) {
    std::vector<Span> lines;
    std::uint32_t begin = 0;
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = 0; at < size;) {
        const utf8::Decoded next = utf8::decode(text, at);
        const std::uint32_t here = at;
        at += next.size;
        if (!ends_line(next.code)) continue;
        if (next.code == '\r' && at < size && text[at] == '\n') ++at;
        lines.push_back(trimmed(text, {.begin = begin, .end = here}));
        begin = at;
    }
    lines.push_back(trimmed(text, {.begin = begin, .end = size}));
    return lines;
}

/// Whether lines were broken to fit a width: groups of several lines between blank ones, of which
/// all but the last are nearly as long as the longest.
bool is_wrapped(std::string_view text, const std::vector<Span>& lines) {
    constexpr std::size_t widest = 120;
    std::size_t longest = 0;
    for (const Span line : lines)
        longest = std::max(longest, utf8::length(line.of(text)));
    if (longest > widest || longest < 40) return false;
    std::size_t inner = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].empty() || lines[i + 1].empty()) continue;
        ++inner;
        if (utf8::length(lines[i].of(text)) * 4 >= longest * 3) ++full;
    }
    return inner > 0 && full * 10 >= inner * 8;
}

/// The last code point that is no closing quote or bracket.
char32_t last_sign(std::string_view line) {
    char32_t last = 0;
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Decoded next = utf8::decode(line, at);
        at += next.size;
        const bool closing = next.code == '"' || next.code == '\'' || next.code == 0x201D ||
                             next.code == 0x2019 || next.code == 0xBB || next.code == ')' ||
                             is_space(next.code);
        if (!closing) last = next.code;
    }
    return last;
}

bool ends_sentence(std::string_view line) {
    constexpr std::array<char32_t, 10> signs = {'.',    '!', '?', 0x061F, 0x2026,
                                                0x06D4, ':', ',', 0x060C, 0x061B};
    return std::find(signs.begin(), signs.end(), last_sign(line)) != signs.end();
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

bool is_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}

// Words that say what a line is, in UTF-8.
constexpr std::array<std::string_view, 10> ordinal_words = {
    "\xD8\xA3\xD9\x88\xD9\x84\xD8\xA7",  // awwalan, thaniyan ... : first, second ...
    "\xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A\xD8\xA7",
    "\xD8\xAB\xD8\xA7\xD9\x84\xD8\xAB\xD8\xA7",
    "\xD8\xB1\xD8\xA7\xD8\xA8\xD8\xB9\xD8\xA7",
    "\xD8\xAE\xD8\xA7\xD9\x85\xD8\xB3\xD8\xA7",
    "\xD8\xB3\xD8\xA7\xD8\xAF\xD8\xB3\xD8\xA7",
    "First",
    "Second",
    "Third",
    "Fourth"};
constexpr std::array<std::string_view, 6> byline_words = {
    "\xD8\xA8\xD9\x82\xD9\x84\xD9\x85 ",  // biqalam: by the pen of
    "\xD9\x83\xD8\xAA\xD8\xA8: ",         // kataba: wrote
    "\xD9\x83\xD8\xAA\xD8\xA8\xD8\xAA: ",
    "\xD8\xA5\xD8\xB9\xD8\xAF\xD8\xA7\xD8\xAF: ",  // i'dad: prepared by
    "By ",
    "BY "};
constexpr std::array<std::string_view, 5> credit_words = {
    " / ", "\xD8\xB9\xD8\xA8\xD8\xB1 ", "Photo", " via ",
    "\xD8\xAA\xD8\xB5\xD9\x88\xD9\x8A\xD8\xB1"};

/// Fathatan (U+064B) left out, as it is written before or after the alif or not at all.
std::string without_tanwin(std::string_view text) {
    std::string result(text);
    for (std::size_t at = 0; (at = result.find("\xD9\x8B", at)) != std::string::npos;) {
        result.erase(at, 2);
    }
    return result;
}

bool begins_with_number(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && is_digit(utf8::decode(line, at).code)) {
        at += utf8::decode(line, at).size;
    }
    if (at == 0 || at > 4 || at + 2 > line.size()) return false;
    const bool mark = line[at] == '.' || line[at] == '-' || line[at] == ')';
    return mark && line[at + 1] == ' ';
}

bool begins_with_ordinal(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string head = without_tanwin(line.substr(0, colon));
    return std::find(ordinal_words.begin(), ordinal_words.end(), head) != ordinal_words.end();
}

void give(Block& block, Role role) {
    block.role = role;
    block.policy = usual_policy(role);
    if (block.policy == Policy::skip) block.reason = "role: " + std::string(name_of(role));
}

Role role_of(std::string_view text, bool first, bool numbered, bool long_before) {
    if (is_byline(text)) return Role::byline;
    if (is_caption(text)) return Role::caption;
    if (!is_heading_like(text)) return Role::paragraph;
    if (first) return Role::headline;
    if (numbered && long_before && words_in(text) >= fewest_link_words) return Role::related_link;
    return Role::subhead;
}

void give_roles(Document& document, bool numbered) {
    bool paragraph_seen = false;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        Block& block = document.blocks[i];
        const std::string_view text = block.source.of(document.text);
        if (is_numbered_heading(text)) {
            give(block, Role::subhead);
            block.heading = true;
            block.level = 2;
            continue;
        }
        const bool more = i + 1 < document.blocks.size();
        give(block, role_of(text, i == 0 && more, numbered, paragraph_seen));
        paragraph_seen = paragraph_seen || block.role == Role::paragraph;
        if (block.role == Role::headline) block.level = 1;
        if (block.role == Role::subhead) {
            block.level = numbered ? 3 : 2;
            block.heading = !numbered && more && i > 0;
        }
    }
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text) {
    const std::vector<Span> lines = lines_of(text);
    const bool wrapped = is_wrapped(text, lines);
    std::vector<Paragraph> paragraphs;
    bool open = false;
    for (const Span line : lines) {
        if (line.empty()) {
            open = false;
            continue;
        }
        if (!open) paragraphs.emplace_back();
        open = wrapped;
        paragraphs.back().lines.push_back(line);
        paragraphs.back().letters += static_cast<std::uint32_t>(utf8::length(line.of(text)));
    }
    return paragraphs;
}

bool is_heading_like(std::string_view line) {
    return utf8::length(line) <= longest_heading && !ends_sentence(line);
}

bool is_numbered_heading(std::string_view line) {
    const bool short_enough = utf8::length(line) <= longest_heading;
    if (!short_enough || last_sign(line) == '.') return false;
    return begins_with_number(line) || begins_with_ordinal(line);
}

bool is_caption(std::string_view paragraph) {
    if (paragraph.empty() || paragraph.back() != ')') return false;
    const std::size_t open = paragraph.rfind('(');
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view credit = paragraph.substr(open);
    return utf8::length(credit) <= longest_heading &&
           std::any_of(credit_words.begin(), credit_words.end(), [&](std::string_view word) {
               return credit.find(word) != std::string_view::npos;
           });
}

bool is_byline(std::string_view line) {
    if (!is_heading_like(line)) return false;
    return std::any_of(byline_words.begin(), byline_words.end(),
                       [&](std::string_view word) { return line.starts_with(word); });
}

void find_structure(Document& document, std::string_view stem) {
    const bool numbered = std::any_of(
        document.blocks.begin(), document.blocks.end(),
        [&](const Block& block) { return is_numbered_heading(block.source.of(document.text)); });
    give_roles(document, numbered);
    document.metadata.title = stem;
    if (!document.blocks.empty() && document.blocks.front().role == Role::headline) {
        document.metadata.title = document.blocks.front().source.of(document.text);
    }
    document.sections.push_back(
        Section{.title = document.metadata.title, .first_block = 0, .block_count = 0});
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        if (block.heading && document.sections.back().block_count > 0) {
            document.sections.push_back(
                Section{.title = std::string(block.source.of(document.text)),
                        .first_block = i,
                        .block_count = 0});
        }
        ++document.sections.back().block_count;
        if (block.role == Role::byline && document.metadata.author.empty()) {
            document.metadata.author = block.source.of(document.text);
        }
    }
}

}  // namespace rawi
