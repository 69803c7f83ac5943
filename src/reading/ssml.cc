// Inline control: a subset of SSML 1.1. The tags are taken out, the text behind them keeps the
// way back to each byte of the file, and what the tags ask for becomes spans over the text.
#include "reading/ssml.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/ssml_values.h"

namespace rawi {

namespace {

constexpr int deepest = 100;  // tags in tags
constexpr std::size_t most_notices = 20;

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What holds for the text within a tag.
struct Scope {
    std::string language;     ///< empty: the document's
    bool one_line = false;    ///< within <p> or <s>: line ends are spaces
    bool controlled = false;  ///< within a tag that says how its whole content is said
    int depth = 0;
};

class Taker {
  public:
    Taker(std::string_view name, std::string_view source) : name_(name), source_(source) {}

    Result<Marked> take() {
        pugi::xml_document tree;
        const pugi::xml_parse_result parsed = tree.load_buffer(
            source_.data(), source_.size(),
            pugi::parse_fragment | pugi::parse_cdata | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed && parsed.status != pugi::status_no_document_element) {
            return wrong(static_cast<std::size_t>(parsed.offset),
                         fmt::format("this markup is not well-formed: {}", parsed.description()));
        }
        RAWI_CHECK_OK(children_of(tree, {}));
        if (dropped_ > 0) {
            result_.notices.push_back(Notice{
                .message = fmt::format("{} more tags are not supported", dropped_), .source = {}});
        }
        return std::move(result_);
    }

  private:
    using Node = pugi::xml_node;

    tl::unexpected<Error> wrong(std::size_t at, std::string message) const {
        return fail(Error::Kind::input, std::move(message),
                    utf8::place(name_, source_, std::min(at, source_.size())));
    }
    /// The byte of a tag's "<".
    static std::size_t begin_of(const Node& tag) {
        return static_cast<std::size_t>(tag.offset_debug() - 1);
    }
    std::uint32_t here() const { return static_cast<std::uint32_t>(result_.text.size()); }

    void note(const Node& tag, std::string message) {
        if (result_.notices.size() >= most_notices) {
            ++dropped_;
            return;
        }
        result_.notices.push_back(Notice{.message = std::move(message),
                                         .source = {},
                                         .place = utf8::place(name_, source_, begin_of(tag))});
    }

    /// An attribute's value, its entities resolved; nothing where the tag has none of this name.
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
        return fmt::format("\"&\" begins no entity of XML here{}{}; a plain one is written &amp;",
                           where.empty() ? "" : " in ", where);
    }

    // What is put into the text.

    void copy(std::uint32_t origin, std::size_t size) {
        const std::uint32_t begin = here();
        result_.text += source_.substr(origin, size);
        std::vector<Run>& runs = result_.runs;
        const bool goes_on = !runs.empty() && runs.back().kind == Run::Kind::copied &&
                             runs.back().text.end == begin && runs.back().origin.end == origin;
        const auto end = static_cast<std::uint32_t>(origin + size);
        if (goes_on) {
            runs.back().text.end = here();
            runs.back().origin.end = end;
            return;
        }
        runs.push_back(Run{.text = {.begin = begin, .end = here()},
                           .part = 0,
                           .origin = {.begin = origin, .end = end},
                           .kind = Run::Kind::copied});
    }

    void put(std::string_view made, Span origin) {
        const std::uint32_t begin = here();
        result_.text += made;
        if (here() == begin) return;
        result_.runs.push_back(Run{.text = {.begin = begin, .end = here()},
                                   .part = 0,
                                   .origin = origin,
                                   .kind = Run::Kind::decoded});
    }

    /// White space that stands in no run, where there is none yet.
    void part_with(std::string_view space) {
        if (result_.text.empty() || result_.text.ends_with(space)) return;
        if (space == " " && is_white(result_.text.back())) return;
        result_.text += space;
    }

    Result<> text_of(const Node& node, const Scope& scope) {
        const std::string_view raw = node.value();
        if (raw.empty()) return {};
        const auto origin = static_cast<std::uint32_t>(node.offset_debug());
        const bool resolve = node.type() == pugi::node_pcdata;
        std::size_t begin = 0;
        std::size_t at = 0;
        const auto flush = [&] {
            if (at > begin) copy(origin + static_cast<std::uint32_t>(begin), at - begin);
        };
        while (at < raw.size()) {
            const bool entity = resolve && raw[at] == '&';
            const bool line_end = scope.one_line && (raw[at] == '\n' || raw[at] == '\r');
            if (!entity && !line_end) {
                ++at;
                continue;
            }
            flush();
            std::size_t size = 1;
            if (line_end) {
                part_with(" ");
            } else {
                const std::string_view name = entity_at(raw, at);
                const char32_t c = character_of(name);
                if (c == 0) return wrong(origin + at, bad_entity(""));
                std::string made;
                utf8::append(made, c);
                size = name.size() + 2;
                const auto first = origin + static_cast<std::uint32_t>(at);
                put(made, {.begin = first, .end = first + static_cast<std::uint32_t>(size)});
            }
            at += size;
            begin = at;
        }
        flush();
        return {};
    }

    // Tags.

    Result<> children_of(const Node& parent, const Scope& scope) {
        if (scope.depth > deepest) {
            return wrong(begin_of(parent), fmt::format("tags stand {} deep in one another; {} are "
                                                       "allowed",
                                                       scope.depth, deepest));
        }
        for (const Node& node : parent.children()) {
            const bool text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
            if (parent.type() == pugi::node_document && spoken_ && !is_blank(node)) {
                return wrong(text ? static_cast<std::size_t>(node.offset_debug()) : begin_of(node),
                             "this stands behind the end of <speak>");
            }
            if (text) RAWI_CHECK_OK(text_of(node, scope));
            if (node.type() == pugi::node_element) RAWI_CHECK_OK(tag(node, scope));
        }
        return {};
    }

    static bool is_blank(const Node& node) {
        const std::string_view text = node.value();
        return node.type() != pugi::node_element && std::all_of(text.begin(), text.end(), is_white);
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
        note(node, fmt::format("<{}> is not supported; what stands in it is read", name));
        return children_of(node, scope);
    }

    Result<std::string> language_of(const Node& node, std::string_view otherwise) const {
        RAWI_TRY(const std::optional<std::string> tag, attribute(node, "xml:lang"));
        if (!tag) return std::string(otherwise);
        if (std::optional<std::string> canonical = canonical_language_tag(*tag))
            return *std::move(canonical);
        return wrong(begin_of(node), no_language_tag(*tag));
    }

    Result<> speak(const Node& node, Scope& scope) {
        spoken_ = true;
        RAWI_TRY(result_.language, language_of(node, ""));
        return children_of(node, scope);
    }

    Result<> paragraph(const Node& node, Scope& scope) {
        if (!scope.controlled) part_with("\n\n");
        scope.one_line = true;
        RAWI_CHECK_OK(in_language_of(node, scope));
        if (!scope.controlled) part_with("\n\n");
        return {};
    }

    Result<> sentence(const Node& node, Scope& scope) {
        part_with(" ");
        const std::uint32_t begin = here();
        scope.one_line = true;
        RAWI_CHECK_OK(in_language_of(node, scope));
        std::vector<Span>& all = result_.sentences;
        const bool apart = all.empty() || all.back().end <= begin;
        if (here() > begin && apart) all.push_back({.begin = begin, .end = here()});
        part_with(" ");
        return {};
    }

    Result<> in_language(const Node& node, Scope& scope) {
        if (!node.attribute("xml:lang")) return wrong(begin_of(node), "<lang> wants xml:lang");
        return in_language_of(node, scope);
    }

    /// The content of a tag, in the language that it names.
    Result<> in_language_of(const Node& node, Scope& scope) {
        RAWI_TRY(std::string tag, language_of(node, scope.language));
        if (scope.controlled || tag == scope.language) return children_of(node, scope);
        const std::string before = std::exchange(scope.language, std::move(tag));
        close_stretch(before);
        RAWI_CHECK_OK(children_of(node, scope));
        close_stretch(scope.language);
        return {};
    }

    /// Ends the stretch of text in `language` that is open; the next one begins here.
    void close_stretch(const std::string& language) {
        add_control(Control{.kind = Control::Kind::language,
                            .source = {.begin = stretch_, .end = here()},
                            .value = {},
                            .format = {},
                            .language = language});
        stretch_ = here();
    }

    /// Without white space at its ends; none where nothing is left or asked for.
    void add_control(Control control) {
        Span& source = control.source;
        while (source.begin < source.end && is_white(result_.text[source.begin]))
            ++source.begin;
        while (source.begin < source.end && is_white(result_.text[source.end - 1]))
            --source.end;
        const bool plain = control.kind == Control::Kind::language && control.language.empty();
        if (!plain && !source.empty()) result_.controls.push_back(std::move(control));
    }

    Result<> silence(const Node& node, const Scope& scope) {
        RAWI_TRY(const std::optional<std::string> time, attribute(node, "time"));
        RAWI_TRY(const std::optional<std::string> strength, attribute(node, "strength"));
        const std::optional<int> length =
            time ? duration_of(*time) : strength_of(strength.value_or("medium"));
        if (!length) {
            return wrong(
                begin_of(node),
                time
                    ? fmt::format("\"{}\" is no time of a <break>: 700ms, 1.5s, at most {} s",
                                  *time, longest_silence / 1000)
                    : fmt::format("\"{}\" is no strength of a <break>: none, x-weak, weak, medium, "
                                  "strong, x-strong",
                                  *strength));
        }
        if (*length > 0) result_.silences.push_back({.at = here(), .milliseconds = *length});
        part_with(" ");
        return children_of(node, scope);
    }

    /// The control of a tag; nothing where it asks for something that is not supported.
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
                note(node, fmt::format("the alphabet \"{}\" is not supported; what stands in "
                                       "<phoneme> is read",
                                       *alphabet));
                return std::nullopt;
            }
        }
        RAWI_TRY(std::optional<std::string> value, attribute(node, key));
        if (!value) return wrong(begin_of(node), fmt::format("<{}> wants {}", name, key));
        const bool empty = std::all_of(value->begin(), value->end(), is_white);
        if (empty && control.kind != Control::Kind::alias) {
            return wrong(begin_of(node), fmt::format("{} of <{}> is empty", key, name));
        }
        control.value = *std::move(value);
        return control;
    }

    Result<> controlled(const Node& node, Scope& scope) {
        if (scope.controlled) {
            note(node,
                 fmt::format("<{}> stands in a tag that says all of it already", node.name()));
            return children_of(node, scope);
        }
        RAWI_TRY(std::optional<Control> control, control_of(node));
        if (!control) return children_of(node, scope);
        close_stretch(scope.language);
        scope.controlled = true;
        scope.one_line = true;
        const std::uint32_t begin = here();
        RAWI_CHECK_OK(children_of(node, scope));
        const std::string_view content = std::string_view(result_.text).substr(begin);
        if (std::all_of(content.begin(), content.end(), is_white)) fill(node, *control);
        control->source = {.begin = begin, .end = here()};
        control->language = scope.language;
        add_control(*std::move(control));
        stretch_ = here();
        return {};
    }

    /// A tag with nothing in it: what it says is the text.
    void fill(const Node& node, const Control& control) {
        if (control.kind == Control::Kind::say_as) {
            note(node, "there is nothing in this <say-as>");
            return;
        }
        std::string line = control.value;
        std::replace_if(line.begin(), line.end(), is_white, ' ');
        const std::size_t begin = begin_of(node);
        const std::size_t end = std::min(source_.find('>', begin), source_.size() - 1) + 1;
        put(line,
            {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)});
    }

    std::string_view name_, source_;
    Marked result_;
    bool spoken_ = false;        ///< <speak> was there
    std::uint32_t stretch_ = 0;  ///< where the text in the language at hand began
    std::size_t dropped_ = 0;
};

/// What XML allows before the first tag, taken off.
std::string_view without_prologue(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> parts = {
        {{"<?", "?>"}, {"<!--", "-->"}, {"<!DOCTYPE", ">"}}};
    while (!text.empty()) {
        if (is_white(text.front())) {
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

bool begins_with_speak(std::string_view text) {
    constexpr std::string_view tag = "<speak";
    text = without_prologue(text);
    if (!text.starts_with(tag) || text.size() == tag.size()) return false;
    const char next = text[tag.size()];
    return is_white(next) || next == '>' || next == '/';
}

Result<Marked> read_ssml(std::string_view name, std::string_view text) {
    return Taker(name, text).take();
}

}  // namespace rawi
