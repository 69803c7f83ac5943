// A subset of SSML 1.1: the tags are removed, and their effects become spans over the text.
#include "reading/ssml/ssml.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/document_builder.h"
#include "reading/ssml/values.h"
#include "reading/xml_entities.h"

namespace rawi::reading::ssml {

namespace {

constexpr int deepest = 100;  // nesting of tags
constexpr std::size_t most_notices = 20;

/// What applies to the text within a tag.
struct Scope {
    std::string language;     ///< empty: the document's
    bool paragraph = false;   ///< within <p>
    bool one_line = false;    ///< line ends are spaces: within <p>, <s> or a control
    bool controlled = false;  ///< within a tag that becomes a control
    int depth = 0;
};

class SsmlReader {
  public:
    explicit SsmlReader(Source source)
        : name_(source.name), tables_(source.tables), builder_(source.name) {
        part_ = builder_.add_part(std::move(source.name), std::move(source.bytes));
    }

    Result<Article> read() {
        pugi::xml_document tree;
        const pugi::xml_parse_result parsed = tree.load_buffer(
            bytes().data(), bytes().size(),
            pugi::parse_fragment | pugi::parse_cdata | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed && parsed.status != pugi::status_no_document_element) {
            return wrong(static_cast<std::size_t>(parsed.offset),
                         fmt::format("this markup is not well-formed: {}", parsed.description()));
        }
        builder_.open_lines();
        RAWI_CHECK_OK(children_of(tree, {}));
        if (dropped_ > 0) {
            notices_.push_back(Notice{
                .message = fmt::format("{} more tags are not supported", dropped_), .source = {}});
        }
        return Article{.document = builder_.finish(tables_.words), .notices = std::move(notices_)};
    }

  private:
    using Node = pugi::xml_node;

    tl::unexpected<Error> wrong(std::size_t at, std::string message) const {
        return fail(Error::Kind::input, std::move(message),
                    utf8::place(name_, bytes(), std::min(at, bytes().size())));
    }
    /// The position of the tag's "<".
    static std::size_t begin_of(const Node& tag) {
        return static_cast<std::size_t>(tag.offset_debug() - 1);
    }
    std::string_view bytes() const { return builder_.part(part_).bytes; }

    void note(const Node& tag, std::string message) {
        if (notices_.size() >= most_notices) {
            ++dropped_;
            return;
        }
        notices_.push_back(Notice{.message = std::move(message),
                                  .source = {},
                                  .place = utf8::place(name_, bytes(), begin_of(tag))});
    }

    /// The value of an attribute, with entities resolved; nothing if the tag does not have it.
    Result<std::optional<std::string>> attribute(const Node& tag, const char* key) const {
        const pugi::xml_attribute found = tag.attribute(key);
        if (!found) return std::nullopt;
        const std::string_view raw = found.value();
        std::string value;
        for (std::size_t at = 0; at < raw.size(); ++at) {
            if (raw[at] != '&') {
                value += raw[at];
                continue;
            }
            const std::string_view entity = entity_at(raw, at);
            const char32_t c = character_of(entity);
            if (c == 0) return wrong(begin_of(tag), bad_entity(key));
            utf8::append(value, c);
            at += entity.size() + 1;
        }
        return value;
    }
    static std::string bad_entity(std::string_view where) {
        return fmt::format(
            R"("&" does not begin an XML entity here{}{}; a plain "&" is written &amp;)",
            where.empty() ? "" : " in ", where);
    }

    Result<> text_of(const Node& node, const Scope& scope) {
        const std::string_view raw = node.value();
        if (raw.empty()) return {};
        const auto origin = static_cast<std::uint32_t>(node.offset_debug());
        const bool resolve = node.type() == pugi::node_pcdata;
        std::uint32_t begin = 0;
        std::uint32_t at = 0;
        const auto span_to = [&](std::uint32_t end) {
            return Span{.begin = origin + begin, .end = origin + end};
        };
        while (at < raw.size()) {
            const std::uint32_t line_end = scope.one_line ? utf8::line_end(raw, at) : 0;
            const bool entity = resolve && raw[at] == '&';
            if (!entity && line_end == 0) {
                ++at;
                continue;
            }
            builder_.copy(part_, span_to(at));
            begin = at;
            at += line_end;
            if (entity) {
                const std::string_view name = entity_at(raw, at);
                const char32_t c = character_of(name);
                if (c == 0) return wrong(origin + at, bad_entity(""));
                at += static_cast<std::uint32_t>(name.size()) + 2;
                add_character(c, span_to(at), scope);
            } else {
                builder_.space();
            }
            begin = at;
        }
        builder_.copy(part_, span_to(at));
        return {};
    }

    void add_character(char32_t c, Span origin, const Scope& scope) {
        std::string text;
        utf8::append(text, c);
        if (scope.one_line && utf8::line_end(text, 0) > 0) return builder_.space();
        builder_.decoded(part_, origin, text);
    }

    // Tags.

    Result<> children_of(const Node& parent, const Scope& scope) {
        if (scope.depth > deepest) {
            return wrong(begin_of(parent),
                         fmt::format("tags are nested {} deep; at most {} levels are "
                                     "allowed",
                                     scope.depth, deepest));
        }
        for (const Node& node : parent.children()) {
            const bool text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
            if (parent.type() == pugi::node_document && spoken_ && !is_blank(node)) {
                return wrong(text ? static_cast<std::size_t>(node.offset_debug()) : begin_of(node),
                             "this comes after the end of <speak>");
            }
            if (text) RAWI_CHECK_OK(text_of(node, scope));
            if (node.type() == pugi::node_element) RAWI_CHECK_OK(tag(node, scope));
        }
        return {};
    }

    static bool is_blank(const Node& node) {
        const std::string_view text = node.value();
        return node.type() != pugi::node_element &&
               std::all_of(text.begin(), text.end(), ascii::is_white);
    }

    Result<> tag(const Node& node, const Scope& outer) {
        const std::string_view name = node.name();
        Scope scope = outer;
        ++scope.depth;
        if (name == "speak" && outer.depth == 0) return speak(node, scope);
        if (name == "p") return paragraph(node, scope);
        if (name == "s") return sentence(node, scope);
        if (name == "break") return silence(node, scope);
        if (name == "lang") return in_language(node, scope);
        if (name == "sub" || name == "say-as" || name == "phoneme") return controlled(node, scope);
        note(node, fmt::format("<{}> is not supported; its content is read", name));
        return children_of(node, scope);
    }

    Result<std::string> language_of(const Node& node, std::string_view otherwise) const {
        RAWI_TRY(const std::optional<std::string> tag, attribute(node, "xml:lang"));
        if (!tag) return std::string(otherwise);
        if (std::optional<std::string> canonical = canonical_language_tag(*tag))
            return *std::move(canonical);
        return wrong(begin_of(node), bad_language_tag(*tag));
    }

    Result<> speak(const Node& node, Scope& scope) {
        spoken_ = true;
        RAWI_TRY(builder_.metadata().language, language_of(node, ""));
        return children_of(node, scope);
    }

    Result<> paragraph(const Node& node, Scope& scope) {
        scope.one_line = true;
        if (scope.controlled) return children_of(node, scope);
        const Scope outer = scope;
        RAWI_TRY(scope.language, language_of(node, outer.language));
        scope.paragraph = true;
        builder_.open_block(Role::paragraph, scope.language);
        RAWI_CHECK_OK(children_of(node, scope));
        if (outer.paragraph) {
            builder_.open_block(Role::paragraph, outer.language);
        } else {
            builder_.open_lines();
            builder_.set_language(outer.language);
        }
        return {};
    }

    Result<> sentence(const Node& node, Scope& scope) {
        builder_.space();
        const std::uint32_t begin = builder_.here();
        scope.one_line = true;
        RAWI_CHECK_OK(in_language_of(node, scope));
        builder_.mark_sentence(begin);
        builder_.space();
        return {};
    }

    Result<> in_language(const Node& node, Scope& scope) {
        if (!node.attribute("xml:lang")) return wrong(begin_of(node), "<lang> needs xml:lang");
        return in_language_of(node, scope);
    }

    /// The content of a tag that may specify a language.
    Result<> in_language_of(const Node& node, Scope& scope) {
        RAWI_TRY(std::string tag, language_of(node, scope.language));
        if (scope.controlled) return children_of(node, scope);
        const std::string outer = std::exchange(scope.language, std::move(tag));
        builder_.set_language(scope.language);
        RAWI_CHECK_OK(children_of(node, scope));
        builder_.set_language(outer);
        return {};
    }

    Result<> silence(const Node& node, const Scope& scope) {
        RAWI_TRY(const std::optional<std::string> time, attribute(node, "time"));
        RAWI_TRY(const std::optional<std::string> strength, attribute(node, "strength"));
        const std::optional<int> length =
            time ? duration_of(*time) : strength_of(strength.value_or("medium"));
        if (!length) {
            return wrong(
                begin_of(node),
                time ? fmt::format("\"{}\" is not a time for <break>: 700ms, 1.5s, at most {} s",
                                   *time, longest_silence / 1000)
                     : fmt::format(
                           "\"{}\" is not a strength for <break>: none, x-weak, weak, medium, "
                           "strong, x-strong",
                           *strength));
        }
        builder_.silence(*length);
        builder_.space();
        return children_of(node, scope);
    }

    /// The control that a tag specifies; nothing if it is not supported.
    Result<std::optional<Control>> control_of(const Node& node) {
        const std::string_view name = node.name();
        Control control;
        const char* key = "alias";
        control.kind = Control::Kind::alias;
        if (name == "say-as") {
            key = "interpret-as";
            control.kind = Control::Kind::say_as;
            RAWI_TRY(const std::optional<std::string> format, attribute(node, "format"));
            control.format = format.value_or("");
        } else if (name == "phoneme") {
            key = "ph";
            control.kind = Control::Kind::phoneme;
            RAWI_TRY(const std::optional<std::string> alphabet, attribute(node, "alphabet"));
            if (alphabet.value_or("ipa") != "ipa") {
                note(node, fmt::format("the alphabet \"{}\" is not supported; the content of "
                                       "<phoneme> is read",
                                       *alphabet));
                return std::nullopt;
            }
        }
        RAWI_TRY(std::optional<std::string> value, attribute(node, key));
        if (!value) return wrong(begin_of(node), fmt::format("<{}> needs {}", name, key));
        const bool empty = std::all_of(value->begin(), value->end(), ascii::is_white);
        if (empty && control.kind != Control::Kind::alias) {
            return wrong(begin_of(node), fmt::format("{} of <{}> is empty", key, name));
        }
        control.value = *std::move(value);
        return control;
    }

    Result<> controlled(const Node& node, Scope& scope) {
        if (scope.controlled) {
            note(node,
                 fmt::format("<{}> is ignored within a tag that determines how its content is "
                             "said",
                             node.name()));
            return children_of(node, scope);
        }
        RAWI_TRY(const std::optional<Control> control, control_of(node));
        if (!control) return children_of(node, scope);
        scope.controlled = true;
        scope.one_line = true;
        builder_.open_control(control->kind, control->value, control->format);
        RAWI_CHECK_OK(children_of(node, scope));
        if (!builder_.close_control()) fill(node, *control);
        return {};
    }

    /// Gives a tag without text the value of its attribute as text.
    void fill(const Node& node, const Control& control) {
        if (control.kind == Control::Kind::say_as) {
            note(node, "this <say-as> is empty");
            return;
        }
        std::string line = control.value;
        std::replace_if(line.begin(), line.end(), ascii::is_white, ' ');
        const std::size_t begin = begin_of(node);
        const std::size_t end = std::min(bytes().find('>', begin), bytes().size() - 1) + 1;
        builder_.open_control(control.kind, control.value, control.format);
        builder_.decoded(
            part_,
            {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)},
            line);
        builder_.close_control();
    }

    std::string name_;
    const ReadingTables& tables_;
    DocumentBuilder builder_;
    std::uint32_t part_ = 0;
    std::vector<Notice> notices_;
    bool spoken_ = false;      ///< <speak> has been read
    std::size_t dropped_ = 0;  ///< notices beyond most_notices
};

/// The text without what XML allows before the first tag.
std::string_view without_prologue(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> parts = {
        {{"<?", "?>"}, {"<!--", "-->"}, {"<!DOCTYPE", ">"}}};
    while (!text.empty()) {
        if (ascii::is_white(text.front())) {
            text.remove_prefix(1);
            continue;
        }
        const auto* const part = std::find_if(
            parts.begin(), parts.end(), [&](const auto& p) { return text.starts_with(p.first); });
        if (part == parts.end()) break;
        const std::size_t end = text.find(part->second);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + part->second.size());
    }
    return text;
}

}  // namespace

bool sniff(std::string_view text) {
    constexpr std::string_view tag = "<speak";
    text = without_prologue(text);
    if (!text.starts_with(tag) || text.size() == tag.size()) return false;
    const char next = text[tag.size()];
    return ascii::is_white(next) || next == '>' || next == '/';
}

Result<Article> read(Source source) {
    return SsmlReader(std::move(source)).read();
}

}  // namespace rawi::reading::ssml
