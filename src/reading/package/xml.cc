// Parses the XML members of an archive within limits, and adds their text to a document.
#include "reading/package/xml.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/charset.h"
#include "reading/xml_entities.h"

namespace rawi::reading::package {

namespace {

tl::unexpected<Error> wrong(std::string_view place, std::string_view bytes, std::size_t at,
                            std::string message) {
    return fail(Error::Kind::input, std::move(message),
                utf8::place(place, bytes, std::min(at, bytes.size())));
}

/// Finds an element that is too deep, without recursion.
struct DepthCheck : pugi::xml_tree_walker {
    explicit DepthCheck(int most) : limit(most) {}
    bool for_each(pugi::xml_node& node) override {
        if (depth() >= limit) found = node;
        return found.empty();
    }
    int limit = 0;
    pugi::xml_node found;
};

/// Where a value in the tree's buffer lies in the bytes that were parsed. `node`: any element that
/// has a name.
Span span_of(const pugi::xml_node& node, std::string_view value) {
    const auto offset = node.offset_debug() + (value.data() - node.name());
    const auto begin = static_cast<std::uint32_t>(offset);
    return {.begin = begin, .end = begin + static_cast<std::uint32_t>(value.size())};
}

pugi::xml_attribute attribute_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& found : node.attributes()) {
        const std::string_view full = found.name();
        if (full.substr(full.find(':') + 1) == name) return found;  // npos + 1 is 0
    }
    return {};
}

}  // namespace

Result<> parse_xml(std::string_view place, std::string_view bytes, pugi::xml_document& tree,
                   const XmlLimits& limits) {
    const auto nodes = static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '<' || c == '='; }));
    if (nodes > limits.nodes) {
        return fail(Error::Kind::input,
                    fmt::format("this XML has more than {} tags and attributes", limits.nodes),
                    std::string(place));
    }
    const pugi::xml_parse_result parsed = tree.load_buffer(
        bytes.data(), bytes.size(), pugi::parse_minimal | pugi::parse_cdata | pugi::parse_ws_pcdata,
        pugi::encoding_utf8);
    if (!parsed) {
        return wrong(place, bytes, static_cast<std::size_t>(parsed.offset),
                     fmt::format("this XML is not well-formed: {}", parsed.description()));
    }
    DepthCheck check(limits.depth);
    tree.traverse(check);
    if (!check.found.empty()) {
        return wrong(place, bytes, origin_of(check.found).begin,
                     fmt::format("tags are nested more than {} deep", limits.depth));
    }
    return {};
}

Result<std::string> read_text(Archive& archive, std::string_view member) {
    RAWI_TRY(const std::string bytes, archive.read(member));
    RAWI_TRY(Decoding decoding, decode_charset(archive.place_of(member), bytes, {}));
    return std::move(decoding.text);
}

Result<> read_xml(Archive& archive, std::string_view member, pugi::xml_document& tree) {
    RAWI_TRY(const std::string bytes, read_text(archive, member));
    return parse_xml(archive.place_of(member), bytes, tree);
}

Result<> read_part(Archive& archive, std::string_view member, DocumentBuilder& builder,
                   TextMember& into) {
    RAWI_TRY(std::string bytes, read_text(archive, member));
    into.part = builder.add_part(archive.place_of(member), std::move(bytes));
    return parse_xml(archive.place_of(member), builder.part(into.part).bytes, into.tree);
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view full = node.name();
    return full.substr(full.find(':') + 1);  // npos + 1 is 0
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& found : node.children())
        if (local_name(found) == name) return found;
    return {};
}

std::string attribute(const pugi::xml_node& node, std::string_view name) {
    return without_entities(attribute_of(node, name).value());
}

Span origin_of(const pugi::xml_node& node, std::string_view name) {
    const pugi::xml_attribute found = attribute_of(node, name);
    const std::string_view value = found.value();
    return value.empty() ? origin_of(node) : span_of(node, value);
}

Span origin_of(const pugi::xml_node& node) {
    const auto begin = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 1));
    const std::string_view name = node.name();
    return {.begin = begin - 1, .end = begin + static_cast<std::uint32_t>(name.size())};
}

std::string text_below(const pugi::xml_node& node) {
    struct Collect : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node& inner) override {
            text += without_entities(inner.value());
            return true;
        }
        std::string text;
    } collect;
    pugi::xml_node top = node;
    top.traverse(collect);
    std::string text;
    for (const char c : collect.text) {
        if (!ascii::is_white(c))
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    if (text.ends_with(' ')) text.pop_back();
    return text;
}

void add_text(DocumentBuilder& builder, std::uint32_t part, const pugi::xml_node& node) {
    const std::string_view raw = node.value();
    const auto origin = static_cast<std::uint32_t>(node.offset_debug());
    const bool resolve = node.type() == pugi::node_pcdata;
    std::uint32_t begin = 0;
    std::uint32_t at = 0;
    const auto span_to = [&](std::uint32_t end) {
        return Span{.begin = origin + begin, .end = origin + end};
    };
    const auto size = static_cast<std::uint32_t>(raw.size());
    while (at < size) {
        const bool blank = ascii::is_white(raw[at]);
        const bool plain_space = raw[at] == ' ' && at > begin && !ascii::is_white(raw[at - 1]);
        const std::string_view entity =
            resolve && raw[at] == '&' ? entity_at(raw, at) : std::string_view();
        const char32_t c = character_of(entity);
        if (plain_space || (!blank && c == 0)) {
            ++at;
            continue;
        }
        builder.copy(part, span_to(at));
        begin = at;
        at += blank ? 1 : static_cast<std::uint32_t>(entity.size()) + 2;
        std::string text;
        if (!blank) utf8::append(text, c);
        if (blank || utf8::line_end(text, 0) > 0 || text == "\t" || text == " ")
            builder.space();
        else
            builder.decoded(part, span_to(at), text);
        begin = at;
    }
    builder.copy(part, span_to(at));
}

}  // namespace rawi::reading::package
