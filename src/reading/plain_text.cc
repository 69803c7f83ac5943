// Plain text as newsrooms send it: which lines are paragraphs, and what each is to its reader.
#include "reading/plain_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace rawi {

namespace {

constexpr std::size_t longest_heading = 90;  // code points
constexpr std::size_t fewest_link_words = 7;
constexpr std::size_t most_dateline_words = 7;
constexpr std::size_t longest_dateline = 50;  // code points

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

bool begins_with_ordinal(std::string_view line, const StructureWords& words) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string head = without_tanwin(line.substr(0, colon));
    return std::find(words.ordinals.begin(), words.ordinals.end(), head) != words.ordinals.end();
}

void give(Block& block, Role role) {
    block.role = role;
    block.policy = usual_policy(role);
    if (block.policy == Policy::skip) block.reason = "role: " + std::string(name_of(role));
}

/// Gives each block its role, in order.
class Roles {
  public:
    Roles(Document& document, const StructureWords& words) : document_(document), words_(words) {
        numbered_ = std::any_of(document.blocks.begin(), document.blocks.end(),
                                [&](const Block& block) { return is_numbered(block); });
    }

    void give_all() {
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            Block& block = document_.blocks[i];
            const bool more = i + 1 < document_.blocks.size();
            if (is_numbered(block)) {
                give(block, Role::subhead);
                block.heading = true;
                block.level = 2;
                continue;
            }
            if (block.role == Role::dateline) continue;
            give(block, role_of(block.source.of(document_.text), i == 0 && more));
            body_seen_ = body_seen_ || block.role == Role::paragraph;
            if (block.role == Role::headline) block.level = 1;
            if (block.role == Role::subhead) {
                block.level = numbered_ ? 3 : 2;
                block.heading = !numbered_ && more && i > 0;
            }
        }
    }

  private:
    bool is_numbered(const Block& block) const {
        return is_numbered_heading(block.source.of(document_.text), words_);
    }

    Role role_of(std::string_view text, bool first) const {
        if (!author_in(text, words_).empty()) return Role::byline;
        if (is_caption(text, words_)) return Role::caption;
        if (!is_heading_like(text)) return Role::paragraph;
        if (first) return Role::headline;
        const bool link = numbered_ && body_seen_ && words_in(text) >= fewest_link_words;
        return link ? Role::related_link : Role::subhead;
    }

    Document& document_;
    const StructureWords& words_;
    bool numbered_ = false;   ///< the article has numbered headings: only these open chapters
    bool body_seen_ = false;  ///< a paragraph came before
};

/// Makes the dateline of the first long paragraph a block of its own.
void part_dateline(Document& document) {
    const auto body = std::find_if(
        document.blocks.begin(), document.blocks.end(),
        [&](const Block& block) { return !is_heading_like(block.source.of(document.text)); });
    if (body == document.blocks.end()) return;
    const Span whole = body->source;
    const std::uint32_t length = dateline_in(whole.of(document.text));
    if (length == 0) return;
    Block dateline;
    give(dateline, Role::dateline);
    dateline.source = {.begin = whole.begin, .end = whole.begin + length};
    body->source = trimmed(document.text, {.begin = dateline.source.end, .end = whole.end});
    document.blocks.insert(body, dateline);
}

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2012 && c <= 0x2015);
}

/// The places of dashes between spaces in the first sentence, at most two.
std::vector<std::size_t> free_dashes(std::string_view paragraph) {
    std::vector<std::size_t> found;
    bool space_before = false;
    for (std::size_t at = 0; at < paragraph.size() && found.size() < 2;) {
        const utf8::Decoded next = utf8::decode(paragraph, at);
        const std::size_t after = at + next.size;
        const bool space_after =
            after < paragraph.size() && is_space(utf8::decode(paragraph, after).code);
        if (is_dash(next.code) && space_before && space_after) found.push_back(at);
        if ((next.code == '.' || next.code == 0x061F) && space_after) break;
        space_before = is_space(next.code);
        at = after;
    }
    return found;
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

bool is_numbered_heading(std::string_view line, const StructureWords& words) {
    const bool short_enough = utf8::length(line) <= longest_heading;
    if (!short_enough || last_sign(line) == '.') return false;
    return begins_with_number(line) || begins_with_ordinal(line, words);
}

bool is_caption(std::string_view paragraph, const StructureWords& words) {
    if (paragraph.empty() || paragraph.back() != ')') return false;
    const std::size_t open = paragraph.rfind('(');
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view credit = paragraph.substr(open + 1, paragraph.size() - open - 2);
    if (utf8::length(credit) > longest_heading) return false;
    if (credit.find(" / ") != std::string_view::npos) return true;
    const std::string spaced = " " + std::string(credit) + " ";
    return std::any_of(words.credits.begin(), words.credits.end(), [&](const std::string& word) {
        return spaced.find(" " + word + (word.back() == ':' ? "" : " ")) != std::string::npos ||
               spaced.find(" " + word + ": ") != std::string::npos;
    });
}

std::string_view author_in(std::string_view line, const StructureWords& words) {
    if (!is_heading_like(line)) return {};
    for (const std::string& word : words.bylines) {
        if (!line.starts_with(word)) continue;
        std::string_view name = line.substr(word.size());
        if (name.empty() || (name.front() != ' ' && word.back() != ':')) continue;
        while (!name.empty() && name.front() == ' ')
            name.remove_prefix(1);
        if (!name.empty()) return name;
    }
    return {};
}

std::uint32_t dateline_in(std::string_view paragraph) {
    const std::vector<std::size_t> dashes = free_dashes(paragraph);
    if (dashes.size() != 1) return 0;
    const std::string_view head = paragraph.substr(0, dashes.front());
    const bool place =
        words_in(head) <= most_dateline_words && utf8::length(head) <= longest_dateline;
    return place ? static_cast<std::uint32_t>(dashes.front() +
                                              utf8::decode(paragraph, dashes.front()).size)
                 : 0;
}

void find_structure(Document& document, const StructureWords& words, std::string_view stem) {
    part_dateline(document);
    Roles(document, words).give_all();
    document.metadata.title = stem;
    if (!document.blocks.empty() && document.blocks.front().role == Role::headline) {
        document.metadata.title = document.blocks.front().source.of(document.text);
    }
    document.sections.push_back(
        Section{.title = document.metadata.title, .first_block = 0, .block_count = 0});
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        const std::string_view text = block.source.of(document.text);
        if (block.heading && document.sections.back().block_count > 0) {
            document.sections.push_back(
                Section{.title = std::string(text), .first_block = i, .block_count = 0});
        }
        ++document.sections.back().block_count;
        if (block.role == Role::byline && document.metadata.author.empty()) {
            document.metadata.author = author_in(text, words);
        }
    }
}

}  // namespace rawi
