// The roles of plain paragraphs, guessed from how newsrooms write them.
#include "reading/roles.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "reading/lines.h"

namespace rawi::reading {

namespace {

constexpr std::size_t longest_heading = 90;  // code points
constexpr std::size_t longest_title = 140;   // a first line, or a link to a story
constexpr std::size_t fewest_headline_words = 5;
constexpr std::size_t longest_caption = 600;  // that ends with the words of a credit
constexpr std::size_t longest_agency = 250;   // that ends with just the name of an agency
constexpr std::size_t most_heading_digits = 6;
constexpr int least_in_sequence = 100;  // from here on, a number may be a year
constexpr std::size_t most_dateline_words = 7;
constexpr std::size_t most_marker_words = 4;  // "Read also" without a story
constexpr std::size_t longest_dateline = 50;  // code points

bool ends_sentence(std::string_view line) {
    constexpr std::array<char32_t, 10> signs = {'.',    '!', '?', 0x061F, 0x2026,
                                                0x06D4, ':', ',', 0x060C, 0x061B};
    return std::find(signs.begin(), signs.end(), last_sign(line)) != signs.end();
}

bool is_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}

std::size_t skip_spaces(std::string_view line, std::size_t at) {
    while (at < line.size() && is_space(utf8::decode(line, at).code))
        at += utf8::decode(line, at).size;
    return at;
}

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2012 && c <= 0x2015);
}

constexpr char32_t tatweel = 0x0640;  // looks like a dash, and is typed as one

/// Whether the character can separate the number of a heading from its words.
bool separates_number(char32_t c) {
    return c == tatweel || c == '.' || c == ')' || c == ':' || c == '/' || c == 0x060C ||
           is_dash(c);
}

/// Whether the words of a heading may follow the mark after its number without a space: "2.Iran",
/// "2-'Iran'", but not "3-year". Arabic letters always may.
bool follows_closely(char32_t mark, char32_t c) {
    constexpr char32_t first_arabic_letter = 0x0620;
    constexpr char32_t last_arabic_letter = 0x064A;
    constexpr std::array<char32_t, 6> quotes = {'"', '\'', 0x00AB, 0x2018, 0x201C, 0x201E};
    const bool full = mark == '.' || mark == ')';
    return (c >= first_arabic_letter && c <= last_arabic_letter) ||
           std::find(quotes.begin(), quotes.end(), c) != quotes.end() ||
           (full && c >= 'A' && c <= 'Z');
}

/// "Third: ...", or the word alone.
bool begins_with_ordinal(std::string_view line, const StructureWords& words) {
    const std::string plain = without_marks(line);
    return std::any_of(words.ordinals.begin(), words.ordinals.end(), [&](const std::string& word) {
        if (!plain.starts_with(word)) return false;
        const std::size_t at = skip_spaces(plain, word.size());
        if (at == plain.size()) return true;
        const char32_t mark = utf8::decode(plain, at).code;
        return mark == ':' || mark == '.' || mark == 0x060C || mark == tatweel || is_dash(mark);
    });
}

/// Whether a line begins with one of these words, and not with a longer one.
bool begins_with_any(std::string_view written, const std::vector<std::string>& words) {
    const std::string line = without_marks(written);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        if (!line.starts_with(word)) return false;
        if (line.size() == word.size() || word.back() == ':') return true;
        const char32_t next = utf8::decode(line, word.size()).code;
        return is_space(next) || next == ':';
    });
}

/// Whether a line is one of these words, perhaps with a colon after it.
bool is_any(std::string_view line, const std::vector<std::string>& words) {
    const std::string plain =
        without_marks(line.ends_with(':') ? line.substr(0, line.size() - 1) : line);
    return std::find(words.begin(), words.end(), plain) != words.end();
}

bool has_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (is_digit(next.code)) return true;
        at += next.size;
    }
    return false;
}

/// Whether the line has the verb of a headline, so that it may be the headline of another story.
bool has_headline_verb(std::string_view line, const StructureWords& words) {
    if (words_in(line) < fewest_headline_words || begins_with_any(line, words.questions))
        return false;
    std::string spaced = " ";
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Decoded next = utf8::decode(line, at);
        spaced += is_space(next.code) ? " " : line.substr(at, next.size);
        at += next.size;
    }
    spaced += ' ';
    return std::any_of(words.verbs.begin(), words.verbs.end(), [&](const std::string& verb) {
        const std::size_t at = spaced.find(" " + verb + " ");
        return at != std::string::npos && at > 0;  // the verb has a subject before it
    });
}

/// Guesses the role of each plain block, in order.
class Roles {
  public:
    Roles(Document& document, const std::vector<bool>& plain, const StructureWords& words)
        : document_(document), plain_(plain), words_(words) {
        int last = 0;
        for (std::size_t i = 0; i < document.blocks.size(); ++i) {
            const std::string text = plain[i] ? text_of(i) : std::string();
            looks_numbered_.push_back(plain[i] && is_numbered_heading(text, words, last));
            if (looks_numbered_.back()) last = number_of_heading(text).value_or(last);
        }
        for (std::size_t i = 0; i < document.blocks.size(); ++i)
            numbered_ = numbered_ || is_numbered(i);
    }

    void guess_all() {
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            guess(i);
            body_seen_ = body_seen_ || document_.blocks[i].role == Role::paragraph;
        }
    }

  private:
    void guess(std::size_t i) {
        Block& block = document_.blocks[i];
        if (!plain_[i]) {
            after_marker_ = false;
        } else if (is_numbered(i)) {
            block.role = Role::subhead;
            block.heading = true;
            block.level = 2;
            after_marker_ = false;
        } else if (block.role != Role::dateline) {
            block.role = role_of(i);
            if (block.role == Role::headline) block.level = 1;
            if (block.role == Role::subhead) {
                // A subhead between a headline and its story opens no chapter.
                block.level = numbered_ ? 3 : 2;
                block.heading = !numbered_ && has_more(i) && body_seen_;
            }
        }
    }

    bool has_more(std::size_t i) const { return i + 1 < document_.blocks.size(); }

    std::string text_of(std::size_t i) const {
        return visible(document_.blocks[i].source.of(document_.text));
    }

    bool looks_numbered(std::size_t i) const {
        return i < looks_numbered_.size() && looks_numbered_[i];
    }

    /// A heading is followed by its text; consecutive numbered lines are a list.
    bool is_numbered(std::size_t i) const {
        return looks_numbered(i) && !looks_numbered(i + 1) && !(i > 0 && looks_numbered(i - 1));
    }

    Role role_of(std::size_t i) {
        const std::string text = text_of(i);
        const bool marked = std::exchange(after_marker_, false);
        const bool first = i == 0 && has_more(i);
        if (looks_numbered(i)) return Role::list_item;
        const std::optional<Role> said = role_by_words(text, words_);
        const bool related = said == Role::related_link;
        if (said && !(related && first)) {
            if (related)
                after_marker_ = last_sign(text) == ':' || words_in(text) <= most_marker_words;
            return *said;
        }
        const bool line = utf8::length(text) <= longest_title;
        const bool open = !ends_sentence(text);
        if (line && open && marked) {
            after_marker_ = true;  // links often form lists
            return Role::related_link;
        }
        if (line && open && first) return Role::headline;
        if (line && open && numbered_ && body_seen_ && has_headline_verb(text, words_))
            return Role::related_link;
        return is_heading_like(text) ? Role::subhead : Role::paragraph;
    }

    Document& document_;
    const std::vector<bool>& plain_;
    const StructureWords& words_;
    std::vector<bool> looks_numbered_;
    bool numbered_ = false;      ///< the article has numbered headings: only these open chapters
    bool body_seen_ = false;     ///< a paragraph came before
    bool after_marker_ = false;  ///< "Read also:" came before, followed by links only
};

/// Makes the dateline that a block begins with a separate block; false if there is none.
bool separate_dateline(Document& document, std::size_t index, const StructureWords& words) {
    const auto body = document.blocks.begin() + static_cast<std::ptrdiff_t>(index);
    const Span whole = body->source;
    const std::uint32_t length = dateline_in(whole.of(document.text), words);
    if (length == 0) return false;
    Block dateline = *body;
    dateline.role = Role::dateline;
    dateline.source = {.begin = whole.begin, .end = whole.begin + length};
    body->source = trimmed(document.text, {.begin = dateline.source.end, .end = whole.end});
    document.blocks.insert(body, dateline);
    return true;
}

/// The same for the first long block, if that block is plain.
void separate_dateline(Document& document, std::vector<bool>& plain, const StructureWords& words) {
    const auto body = std::find_if(
        document.blocks.begin(), document.blocks.end(),
        [&](const Block& block) { return !is_heading_like(block.source.of(document.text)); });
    const auto index = static_cast<std::size_t>(body - document.blocks.begin());
    if (body == document.blocks.end() || !plain[index]) return;
    if (separate_dateline(document, index, words))
        plain.insert(plain.begin() + static_cast<std::ptrdiff_t>(index), true);
}

/// Whether the character at `at` is a separating dash: with a space after it or, if it is a long
/// dash, before it; not between digits. `before` is the character before it, `seen` the last one
/// before it that is not a space.
bool is_separating_dash(std::string_view text, std::size_t at, char32_t before, char32_t seen) {
    const utf8::Decoded dash = utf8::decode(text, at);
    const std::size_t after = at + dash.size;
    if ((!is_dash(dash.code) && dash.code != tatweel) || seen == 0 || is_dash(seen) ||
        after >= text.size())
        return false;
    const std::size_t next = skip_spaces(text, after);
    const bool range =
        is_digit(seen) && next < text.size() && is_digit(utf8::decode(text, next).code);
    if (dash.code == tatweel) return is_space(before) && next > after;
    return !range && (next > after || (is_space(before) && dash.code != '-'));
}

/// The separating dashes in the first sentence.
std::vector<std::size_t> separating_dashes(std::string_view paragraph) {
    std::vector<std::size_t> found;
    char32_t before = 0;
    char32_t seen = 0;
    int brackets = 0;
    for (std::size_t at = 0; at < paragraph.size();) {
        const utf8::Decoded next = utf8::decode(paragraph, at);
        const std::size_t after = at + next.size;
        const bool space_after =
            after < paragraph.size() && is_space(utf8::decode(paragraph, after).code);
        brackets += next.code == '(' ? 1 : next.code == ')' ? -1 : 0;
        if (is_separating_dash(paragraph, at, before, seen)) found.push_back(at);
        if ((next.code == '.' || next.code == 0x061F) && space_after && brackets <= 0) break;
        if (!is_invisible(next.code)) before = next.code;
        if (!is_space(before)) seen = before;
        at = after;
    }
    return found;
}

bool has_any(std::string_view spaced, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return spaced.find(" " + word + (word.back() == ':' ? "" : " ")) != std::string::npos ||
               spaced.find(" " + word + ": ") != std::string::npos;
    });
}

/// Whether the text is just the name of an agency, with or without brackets.
bool is_agency(std::string_view text, const StructureWords& words) {
    const auto around = [](char c) { return c == ' ' || c == '(' || c == ')'; };
    while (!text.empty() && around(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && around(text.back()))
        text.remove_suffix(1);
    return std::find(words.agencies.begin(), words.agencies.end(), text) != words.agencies.end();
}

/// "(Reuters)": a line that is all in brackets, as agencies are named below an article.
bool is_credit(std::string_view line) {
    constexpr std::size_t most_words = 4;
    const bool round = line.starts_with('(') && line.ends_with(')');
    const bool square = line.starts_with('[') && line.ends_with(']');
    return (round || square) && words_in(line) <= most_words && !has_digit(line) &&
           line.find_first_of(")]") == line.size() - 1;
}

/// The role of a line about the site or its other stories; nothing if it is part of the article.
std::optional<Role> role_of_site(std::string_view line, const StructureWords& words) {
    if (utf8::length(line) > longest_title) return std::nullopt;
    if (is_any(line, words.advertisements)) return Role::advertisement;
    if (is_any(line, words.labels)) return Role::furniture;
    if (begins_with_any(line, words.furniture)) return Role::furniture;
    if (begins_with_any(line, words.links)) return Role::related_link;
    return std::nullopt;
}

}  // namespace

bool is_heading_like(std::string_view line) {
    return utf8::length(line) <= longest_heading && !ends_sentence(line);
}

std::optional<int> number_of_heading(std::string_view line) {
    const bool bracket = line.starts_with('(');
    std::size_t at = bracket ? 1 : 0;
    std::size_t digits = 0;
    int number = 0;
    for (; at < line.size() && is_digit(utf8::decode(line, at).code); ++digits) {
        if (digits == most_heading_digits) return std::nullopt;
        const utf8::Decoded digit = utf8::decode(line, at);
        number = number * 10 + static_cast<int>(digit.code & 0xFU);
        at += digit.size;
    }
    at = skip_spaces(line, at);
    if (digits == 0 || at >= line.size()) return std::nullopt;
    const utf8::Decoded mark = utf8::decode(line, at);
    if (bracket ? mark.code != ')' : !separates_number(mark.code)) return std::nullopt;
    at += mark.size;
    if (at >= line.size()) return std::nullopt;
    const char32_t next = utf8::decode(line, at).code;
    const std::size_t words = skip_spaces(line, at);
    const bool range =
        is_dash(mark.code) && words < line.size() && is_digit(utf8::decode(line, words).code);
    if (range || !(is_space(next) || follows_closely(mark.code, next))) return std::nullopt;
    return number;
}

bool is_numbered_heading(std::string_view line, const StructureWords& words, int last) {
    const bool short_enough = utf8::length(line) <= longest_heading;
    if (!short_enough || last_sign(line) == '.') return false;
    if (begins_with_ordinal(line, words)) return true;
    const std::optional<int> number = number_of_heading(line);
    return number && (*number < least_in_sequence || *number == last + 1);
}

bool is_caption(std::string_view paragraph, const StructureWords& words) {
    const std::size_t length = utf8::length(paragraph);
    if (length > longest_caption || paragraph.empty()) return false;
    const char close = paragraph.back();
    if (close != ')' && close != ']') return false;
    const std::size_t open = paragraph.rfind(close == ')' ? '(' : '[');
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view credit = paragraph.substr(open + 1, paragraph.size() - open - 2);
    if (utf8::length(credit) > longest_heading) return false;
    const std::string spaced = " " + std::string(credit) + " ";
    return credit.find(" / ") != std::string_view::npos || has_any(spaced, words.credits) ||
           (length <= longest_agency && has_any(spaced, words.agencies));
}

std::string_view author_in(std::string_view line, const StructureWords& words) {
    if (!is_heading_like(line)) return {};
    for (const std::string& word : words.bylines) {
        if (!line.starts_with(word)) continue;
        std::string_view name = line.substr(word.size());
        if (name.empty() || (name.front() != ' ' && word.back() != ':')) continue;
        while (!name.empty() && name.front() == ' ')
            name.remove_prefix(1);
        // "By the numbers" is nobody's name.
        const bool small = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
        if (!name.empty() && !small) return name;
    }
    return {};
}

std::optional<Role> role_by_words(std::string_view paragraph, const StructureWords& words) {
    if (!author_in(paragraph, words).empty()) return Role::byline;
    if (is_caption(paragraph, words)) return Role::caption;
    if (is_credit(paragraph)) return Role::credit;
    if (begins_with_any(paragraph, words.corrections)) return Role::correction;
    return role_of_site(paragraph, words);
}

std::uint32_t dateline_in(std::string_view paragraph, const StructureWords& words) {
    const std::vector<std::size_t> dashes = separating_dashes(paragraph);
    const auto after_dash = [&](std::size_t i) {
        return dashes[i] + utf8::decode(paragraph, dashes[i]).size;
    };
    // Two dashes enclose a parenthesis, unless an agency is between them.
    std::size_t last = 0;
    if (dashes.size() > 1) {
        const std::string_view between = paragraph.substr(after_dash(0), dashes[1] - after_dash(0));
        if (is_agency(between, words)) last = 1;
    }
    if (last == 0 && dashes.size() % 2 == 0) return 0;
    const std::string_view head = paragraph.substr(0, dashes[last]);
    const bool place =
        words_in(head) <= most_dateline_words + last && utf8::length(head) <= longest_dateline;
    return place ? static_cast<std::uint32_t>(after_dash(last)) : 0;
}

void guess_roles(Document& document, std::vector<bool> plain, const StructureWords& words) {
    separate_dateline(document, plain, words);
    Roles(document, plain, words).guess_all();
    for (std::size_t i = 0; i < document.blocks.size() && document.metadata.author.empty(); ++i) {
        const Block& block = document.blocks[i];
        if (plain[i] && block.role == Role::byline)
            document.metadata.author = author_in(visible(block.source.of(document.text)), words);
    }
}

namespace {

/// Whether a line is no more than a date and a time: short, with a year, and without a full stop.
bool is_date_line(std::string_view text) {
    constexpr std::size_t longest = 80, fewest_digits = 6, year_digits = 4;
    if (utf8::length(text) > longest || ends_sentence(text)) return false;
    std::size_t digits = 0, run = 0;
    bool year = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        run = is_digit(next.code) ? run + 1 : 0;
        digits += run > 0 ? 1 : 0;
        year = year || run == year_digits;
    }
    return year && digits >= fewest_digits;
}

/// "Related articles" heads what is no part of the article, and opens no chapter.
void refine_subhead(Block& block, const Document& document, const StructureWords& words) {
    const std::string text = visible(block.source.of(document.text));
    const bool related = is_any(text, words.links);
    if (!related && !is_any(text, words.labels) && !is_any(text, words.advertisements)) return;
    block.role = related ? Role::related_link : Role::furniture;
    block.heading = false;
    block.level = 0;
}

}  // namespace

void refine_roles(Document& document, const StructureWords& words) {
    bool body_seen = false;
    for (Block& block : document.blocks) {
        if (block.role == Role::subhead) refine_subhead(block, document, words);
        if (block.role != Role::paragraph) continue;
        if (!body_seen && is_date_line(block.source.of(document.text))) {
            block.role = Role::furniture;
            continue;
        }
        body_seen = body_seen || ends_sentence(block.source.of(document.text));
        const std::string text = visible(block.source.of(document.text));
        const std::optional<Role> said = role_by_words(text, words);
        if (said && *said != Role::caption) block.role = *said;
        if (said == Role::byline && document.metadata.author.empty())
            document.metadata.author = author_in(text, words);
    }
    const auto first =
        std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
            return block.role == Role::paragraph || block.role == Role::lede;
        });
    if (first != document.blocks.end())
        separate_dateline(document, static_cast<std::size_t>(first - document.blocks.begin()),
                          words);
}

}  // namespace rawi::reading
