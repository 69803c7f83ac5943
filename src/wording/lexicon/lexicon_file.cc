// Reads lexicon files: tab-separated text, and W3C PLS 1.0.
#include "wording/lexicon/lexicon_file.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/language_tag.h"
#include "base/utf8.h"

namespace rawi::wording::lexicon {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

/// Removes slashes or brackets around IPA.
std::string_view bare_ipa(std::string_view ipa) {
    ipa = trimmed(ipa);
    const bool slashes = ipa.starts_with('/') && ipa.ends_with('/');
    const bool brackets = ipa.starts_with('[') && ipa.ends_with(']');
    return ipa.size() > 2 && (slashes || brackets) ? ipa.substr(1, ipa.size() - 2) : ipa;
}

constexpr std::size_t most_flaws = 500;  // per file; nobody reads more

void add_flaw(LexiconFile& file, std::string where, std::string message, bool warning = false) {
    if (file.flaws.size() >= most_flaws) return;
    file.flaws.push_back({.error = {.kind = Error::Kind::input,
                                    .message = std::move(message),
                                    .where = std::move(where)},
                          .warning = warning});
}

// Tables.

/// The columns of a line, up to the first one that starts with "#".
std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    for (;;) {
        const std::size_t tab = line.find('\t');
        const std::string_view column = trimmed(line.substr(0, tab));
        if (column.starts_with('#') && !columns.empty()) break;
        columns.push_back(column);
        if (tab == std::string_view::npos) break;
        line.remove_prefix(tab + 1);
    }
    while (!columns.empty() && columns.back().empty())
        columns.pop_back();
    return columns;
}

void read_line(LexiconFile& file, std::string_view line, std::uint32_t number) {
    const auto wrong = [&](std::string message, std::size_t column = 1) {
        add_flaw(file, fmt::format("{}:{}:{}", file.name, number, column), std::move(message));
    };
    if (const auto flaw = utf8::first_invalid(line))
        return wrong("this line is not UTF-8", utf8::length(line.substr(0, *flaw)) + 1);
    if (trimmed(line).empty() || line.starts_with('#')) return;
    const std::vector<std::string_view> columns = columns_of(line);
    constexpr std::size_t most = 3;
    if (columns.empty() || columns[0].empty()) return wrong("the written form is missing");
    if (columns.size() > most)
        return wrong(
            fmt::format("{} columns; expected the written form, its respelling and optionally its "
                        "pronunciation, separated by tabs",
                        columns.size()));
    if (columns.size() < 2) {
        return wrong(
            fmt::format("\"{}\" has no respelling: expected a tab and how to say it", columns[0]),
            utf8::length(line) + 1);
    }
    LexiconEntry entry;
    entry.written = columns[0];
    entry.respelling = columns[1];
    if (columns.size() == most) entry.pronunciation = bare_ipa(columns[2]);
    entry.line = number;
    file.entries.push_back(std::move(entry));
}

void read_table(LexiconFile& file, std::string_view bytes) {
    std::uint32_t number = 0;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        read_line(file, bytes.substr(0, end), ++number);
        if (end == std::string_view::npos) return;
        bytes.remove_prefix(end + 1);
    }
}

// PLS.

class Pls {
  public:
    Pls(LexiconFile& file, std::string_view bytes) : file_(file), bytes_(bytes) {}

    void read() {
        if (const auto flaw = utf8::first_invalid(bytes_))
            return wrong(*flaw, "this file is not UTF-8; other charsets are not supported here");
        pugi::xml_document tree;
        const pugi::xml_parse_result parsed =
            tree.load_buffer(bytes_.data(), bytes_.size(),
                             pugi::parse_default | pugi::parse_declaration, pugi::encoding_utf8);
        if (!parsed) {
            return wrong(static_cast<std::size_t>(parsed.offset),
                         fmt::format("this is not well-formed XML: {}", parsed.description()));
        }
        const pugi::xml_node root = tree.document_element();
        if (std::string_view(root.name()) != "lexicon") {
            return wrong(
                root, fmt::format("a lexicon starts with <lexicon>, not with <{}>", root.name()));
        }
        language(root);
        alphabet_ = root.attribute("alphabet").value();
        for (const pugi::xml_node& node : root.children()) {
            const std::string_view name = node.name();
            if (node.type() != pugi::node_element || name == "meta" || name == "metadata") continue;
            if (name == "lexeme") {
                lexeme(node);
            } else {
                wrong(node, fmt::format("unknown element <{}> in <lexicon>", name), true);
            }
        }
    }

  private:
    using Node = pugi::xml_node;

    void wrong(std::size_t at, std::string message, bool warning = false) {
        add_flaw(file_, utf8::place(file_.name, bytes_, std::min(at, bytes_.size())),
                 std::move(message), warning);
    }
    void wrong(const Node& node, std::string message, bool warning = false) {
        wrong(begin_of(node), std::move(message), warning);
    }
    static std::size_t begin_of(const Node& node) {
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, node.offset_debug()) - 1);
    }
    static std::string text_of(const Node& node) {
        std::string text;
        for (const Node& part : node.children())
            text += part.value();
        return std::string(trimmed(text));
    }

    void language(const Node& root) {
        const std::string_view tag = root.attribute("xml:lang").value();
        if (tag.empty())
            return wrong(root, "<lexicon> has no xml:lang; using the language of the article",
                         true);
        if (auto canonical = canonical_language_tag(tag)) {
            file_.language = *std::move(canonical);
        } else {
            wrong(root, bad_language_tag(tag));
        }
    }

    /// The first alias or phoneme that can be used, or the preferred one.
    struct SpokenPart {
        std::string respelling, pronunciation;
        bool preferred = false;
    };

    void take(std::optional<SpokenPart>& said, const Node& node) {
        const bool phoneme = std::string_view(node.name()) == "phoneme";
        const std::string_view own = node.attribute("alphabet").value();
        const std::string_view alphabet = own.empty() ? std::string_view(alphabet_) : own;
        if (phoneme && alphabet != "ipa") {
            return wrong(
                node,
                alphabet.empty()
                    ? std::string(R"(this <phoneme> has no alphabet; only "ipa" is supported)")
                    : fmt::format(R"(alphabet "{}" is not supported, only "ipa")", alphabet),
                true);
        }
        std::string text = text_of(node);
        if (text.empty()) return wrong(node, fmt::format("this <{}> is empty", node.name()));
        const bool preferred = node.attribute("prefer").as_bool();
        if (said && (said->preferred || !preferred)) return;
        said = SpokenPart{.respelling = phoneme ? std::string() : text,
                          .pronunciation = phoneme ? std::string(bare_ipa(text)) : std::string(),
                          .preferred = preferred};
    }

    void lexeme(const Node& node) {
        std::vector<std::pair<std::string, std::size_t>> written;
        std::optional<SpokenPart> said;
        const std::size_t flaws = file_.flaws.size();
        for (const Node& part : node.children()) {
            const std::string_view name = part.name();
            if (name == "grapheme") {
                written.emplace_back(text_of(part), begin_of(part));
                if (written.back().first.empty()) {
                    wrong(part, "this <grapheme> is empty");
                    written.pop_back();
                }
            } else if (name == "alias" || name == "phoneme") {
                take(said, part);
            } else if (part.type() == pugi::node_element && name != "example") {
                wrong(part, fmt::format("unknown element <{}> in <lexeme>", name), true);
            }
        }
        const bool reported = file_.flaws.size() > flaws;
        if (written.empty() && !reported) wrong(node, "this <lexeme> has no <grapheme>");
        if (!said && !reported) wrong(node, "this <lexeme> has neither <alias> nor <phoneme>");
        if (!said) return;
        for (auto& [text, at] : written) {
            LexiconEntry entry;
            entry.written = std::move(text);
            entry.respelling = said->respelling;
            entry.pronunciation = said->pronunciation;
            std::tie(entry.line, entry.column) = line_and_column(at);
            entry.exact = true;
            file_.entries.push_back(std::move(entry));
        }
    }

    /// Lines and columns; requests in ascending order take linear time altogether.
    std::pair<std::uint32_t, std::uint32_t> line_and_column(std::size_t at) {
        for (; at_ < at; ++at_) {
            if (bytes_[at_] == '\n') {
                ++line_;
                line_begin_ = at_ + 1;
            }
        }
        const auto column = utf8::length(bytes_.substr(line_begin_, at - line_begin_)) + 1;
        return {line_, static_cast<std::uint32_t>(column)};
    }

    LexiconFile& file_;
    std::string_view bytes_;
    std::string alphabet_;
    std::size_t at_ = 0, line_begin_ = 0;
    std::uint32_t line_ = 1;
};

}  // namespace

std::string LexiconFile::place_of(const LexiconEntry& entry) const {
    return fmt::format("{}:{}", name, entry.line);
}

LexiconFile read_lexicon(std::string_view name, std::string_view bytes) {
    LexiconFile file;
    file.name = name;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (name.ends_with(".pls") || name.ends_with(".xml")) {
        Pls(file, bytes).read();
    } else {
        read_table(file, bytes);
    }
    return file;
}

}  // namespace rawi::wording::lexicon
