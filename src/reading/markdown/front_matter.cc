// Front matter: the fields between two lines "---" or "+++" at the start of an article.
#include "reading/markdown/front_matter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/markdown/lines.h"

namespace rawi::reading::markdown {

namespace {

constexpr std::size_t longest = std::size_t{1} << 16U;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// `span` without the spaces and tabs at its ends.
Span inner(std::string_view text, Span span) {
    while (!span.empty() && is_blank(text[span.begin]))
        ++span.begin;
    while (!span.empty() && is_blank(text[span.end - 1]))
        --span.end;
    return span;
}

/// The code point with this number in hexadecimal digits; U+FFFD if it is not a number.
char32_t code_of(std::string_view digits) {
    char32_t code = 0;
    for (const char c : digits) {
        const std::size_t value = std::string_view("0123456789abcdef").find(ascii::lower(c));
        if (value == std::string_view::npos) return utf8::replacement;
        code = code * 16 + static_cast<char32_t>(value);
    }
    return code;
}

/// Appends what the escape after a backslash at `at` stands for; returns its length.
std::size_t unescape(std::string_view text, std::size_t at, std::string& value) {
    if (at >= text.size()) return 0;
    constexpr std::array<std::pair<char, std::size_t>, 3> coded = {{{'x', 2}, {'u', 4}, {'U', 8}}};
    for (const auto& [sign, digits] : coded) {
        if (text[at] != sign || at + digits >= text.size()) continue;
        utf8::append(value, code_of(text.substr(at + 1, digits)));
        return digits + 1;
    }
    if (text[at] == 'n' || text[at] == 't' || text[at] == 'r')
        value += ' ';
    else
        value += text[at];
    return 1;
}

/// A scalar: its value, and where that is. `end` is the byte after it.
struct Scalar {
    std::string value;
    Span origin;
    std::uint32_t end = 0;
};

Scalar quoted(std::string_view text, Span span) {
    const char quote = text[span.begin];
    Scalar scalar;
    std::uint32_t at = span.begin + 1;
    while (at < span.end) {
        if (text[at] == '\\' && quote == '"') {
            ++at;
            at += static_cast<std::uint32_t>(unescape(text.substr(0, span.end), at, scalar.value));
        } else if (text[at] != quote) {
            scalar.value += text[at++];
        } else if (quote == '\'' && at + 1 < span.end && text[at + 1] == quote) {
            scalar.value += quote;
            at += 2;
        } else {
            break;
        }
    }
    scalar.origin = {.begin = span.begin + 1, .end = at};
    scalar.end = std::min(at + 1, span.end);
    return scalar;
}

/// The scalar at the start of `span`; outside quotes, it ends before a comment and before `stops`.
Scalar scalar_in(std::string_view text, Span span, std::string_view stops) {
    span = inner(text, span);
    if (!span.empty() && (text[span.begin] == '"' || text[span.begin] == '\''))
        return quoted(text, span);
    std::uint32_t end = span.begin;
    while (end < span.end && stops.find(text[end]) == std::string_view::npos) {
        const bool comment = text[end] == '#' && (end == span.begin || is_blank(text[end - 1]));
        if (comment) break;
        ++end;
    }
    const Span origin = inner(text, {.begin = span.begin, .end = end});
    return {.value = std::string(origin.of(text)), .origin = origin, .end = end};
}

class Reader {
  public:
    /// `toml`: keys end at "=", not at ":".
    Reader(std::string_view text, bool toml) : text_(text), separator_(toml ? '=' : ':') {}

    /// Whether the line has a key at its start.
    bool has_key(Span line) const { return key_of(line).has_value(); }

    void line(Span line) {
        const Span content = inner(text_, line);
        if (content.empty() || text_[content.begin] == '#') return;
        if (list_open_) return items(content);
        const bool item = text_.substr(content.begin, 2) == "- ";
        const bool nested = content.begin > line.begin || item;
        if (nested && separator_ == ':') return continued(content, item);
        if (separator_ == '=' && text_[content.begin] == '[') within_table_ = true;
        if (!within_table_) field(content);
    }

    std::vector<Field> take() { return std::move(fields_); }

  private:
    /// The key at the start of a line: its end, which is at the separator.
    std::optional<std::uint32_t> key_of(Span line) const {
        const Span content = inner(text_, line);
        for (std::uint32_t at = content.begin; at < content.end; ++at) {
            const char c = text_[at];
            const bool ends = c == separator_ && (separator_ == '=' || at + 1 == content.end ||
                                                  is_blank(text_[at + 1]));
            if (ends && at > content.begin) return at;
            const bool space = is_blank(c) && separator_ != '=';
            if (space || std::string_view("#[]{}<>,").find(c) != std::string_view::npos) break;
        }
        return std::nullopt;
    }

    void field(Span content) {
        const std::optional<std::uint32_t> end = key_of(content);
        if (!end) return;
        const Span name = inner(text_, {.begin = content.begin, .end = *end});
        Field field;
        for (const char c : name.of(text_))
            if (c != '"' && c != '\'') field.key += ascii::lower(c);
        fields_.push_back(std::move(field));
        Span value = inner(text_, {.begin = *end + 1, .end = content.end});
        literal_ = !value.empty() && (text_[value.begin] == '|' || text_[value.begin] == '>');
        if (literal_) return;
        if (!value.empty() && text_[value.begin] == '[') {
            ++value.begin;
            return items(value);
        }
        add(scalar_in(text_, value, {}), " ");
    }

    /// The items of a list in brackets, up to its end or the end of the line.
    void items(Span content) {
        list_open_ = true;
        while (!content.empty() && list_open_) {
            const Scalar item = scalar_in(text_, content, ",]");
            add(item, ", ");
            content.begin = item.end;
            while (!content.empty() && text_[content.begin] != ',' && text_[content.begin] != ']')
                ++content.begin;
            if (content.empty()) return;
            list_open_ = text_[content.begin++] != ']';
        }
    }

    /// A line that belongs to the field before it: an item of a list, or more of its value.
    void continued(Span content, bool item) {
        if (fields_.empty()) return;
        if (item) content.begin += 2;
        content = inner(text_, content);
        const auto end = literal_ ? std::nullopt : key_of(content);
        if (end) {
            if (inner(text_, {.begin = content.begin, .end = *end}).of(text_) != "name") return;
            content.begin = *end + 1;
            item = true;
        }
        add(scalar_in(text_, content, {}), item ? ", " : " ");
    }

    void add(const Scalar& scalar, std::string_view separator) {
        if (scalar.value.empty()) return;
        Field& field = fields_.back();
        if (field.value.empty())
            field.origin = scalar.origin;
        else
            field.value += separator;
        field.value += scalar.value;
    }

    std::string_view text_;
    char separator_;
    std::vector<Field> fields_;
    bool list_open_ = false;     ///< a list in brackets goes on
    bool literal_ = false;       ///< the lines of the value follow
    bool within_table_ = false;  ///< of TOML: the fields are not the article's
};

}  // namespace

const Field* FrontMatter::find(std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
        const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) {
            return field.key == key && !field.value.empty();
        });
        if (found != fields.end()) return &*found;
    }
    return nullptr;
}

FrontMatter front_matter_of(std::string_view text) {
    const std::string_view whole = text;
    text = text.substr(0, longest);
    const std::string_view fence = text.substr(0, 3);
    if (fence != "---" && fence != "+++") return {};
    Reader reader(text, fence == "+++");
    bool first = true;
    Lines lines(text);
    if (!inner(text, {.begin = 3, .end = lines.next().end}).empty()) return {};
    while (!lines.at_end()) {
        const Span line = lines.next();
        const std::string_view written = inner(text, line).of(text);
        const bool ends = line.begin < line.end && !is_blank(text[line.begin]) &&
                          (written == fence || (fence == "---" && written == "..."));
        if (ends && !first) return {.end = lines.position(), .fields = reader.take()};
        if (written.empty() || written.front() == '#') continue;
        if (first && !reader.has_key(line)) return {};
        first = false;
        if (line.end == text.size() && text.size() < whole.size()) return {};
        reader.line(line);
    }
    return {};
}

}  // namespace rawi::reading::markdown
