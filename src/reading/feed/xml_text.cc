// The texts of RSS and Atom: plain, escaped HTML, markup in place, base 64.
#include "reading/feed/xml_text.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/feed/names.h"
#include "reading/package/xml.h"
#include "reading/xml_entities.h"

namespace rawi::reading::feed {

namespace {

constexpr std::array<std::string_view, 13> void_tags = {"area",  "base",   "br",    "col",  "embed",
                                                        "hr",    "img",    "input", "link", "meta",
                                                        "param", "source", "wbr"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_elements(const pugi::xml_node& node) {
    return std::any_of(node.begin(), node.end(), [](const pugi::xml_node& child) {
        return child.type() == pugi::node_element;
    });
}

Span value_of(const pugi::xml_node& text) {
    const auto begin = static_cast<std::uint32_t>(text.offset_debug());
    const std::string_view value = text.value();
    return {.begin = begin, .end = begin + static_cast<std::uint32_t>(value.size())};
}

/// The characters of a text, with its entities resolved, at their places.
void add_characters(const pugi::xml_node& text, std::string_view bytes, MappedText& to) {
    const Span all = value_of(text);
    if (text.type() == pugi::node_cdata) return to.copy(bytes, all);
    const std::string_view raw = text.value();
    std::size_t begin = 0;
    const auto span = [&](std::size_t from, std::size_t end) {
        return Span{.begin = all.begin + static_cast<std::uint32_t>(from),
                    .end = all.begin + static_cast<std::uint32_t>(end)};
    };
    for (std::size_t at = raw.find('&'); at != std::string_view::npos; at = raw.find('&', at)) {
        const std::string_view entity = entity_at(raw, at);
        const char32_t c = character_of(entity);
        if (c == 0) {
            ++at;
            continue;
        }
        to.copy(bytes, span(begin, at));
        begin = at + entity.size() + 2;
        std::string character;
        utf8::append(character, c);
        to.decoded(span(at, begin), character);
        at = begin;
    }
    to.copy(bytes, span(begin, raw.size()));
}

/// "<", ">" and "&" of a CDATA section as HTML needs them.
void add_escaped(const pugi::xml_node& cdata, std::string_view bytes, MappedText& to) {
    const Span all = value_of(cdata);
    for (std::uint32_t at = all.begin; at < all.end;) {
        const auto end = static_cast<std::uint32_t>(
            std::min<std::size_t>(bytes.find_first_of("<>&", at), all.end));
        to.copy(bytes, {.begin = at, .end = end});
        at = end;
        if (at == all.end) break;
        const char c = bytes[at];
        to.decoded({.begin = at, .end = at + 1}, c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
        ++at;
    }
}

/// Elements within a text, as HTML writes them.
void add_markup(const pugi::xml_node& node, std::string_view bytes, MappedText& to) {
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_pcdata) {
            to.copy(bytes, value_of(child));
        } else if (child.type() == pugi::node_cdata) {
            add_escaped(child, bytes, to);
        } else if (child.type() == pugi::node_element) {
            const Span origin = package::origin_of(child);
            const std::string tag = name_of(child).local;
            std::string start = "<" + tag;
            for (const pugi::xml_attribute& attribute : child.attributes()) {
                std::string value = attribute.value();
                std::replace(value.begin(), value.end(), '"', '\'');
                start += fmt::format(" {}=\"{}\"", attribute.name(), value);
            }
            to.decoded(origin, start + ">");
            add_markup(child, bytes, to);
            if (!has(void_tags, tag)) to.decoded(origin, fmt::format("</{}>", tag));
        }
    }
}

/// The bytes that base 64 (RFC 4648) stands for; white space and what else is not of it is ignored.
std::string from_base64(std::string_view text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr unsigned bits_of_digit = 6, bits_of_byte = 8, byte = 0xFF;
    std::string bytes;
    unsigned value = 0, bits = 0;
    for (const char c : text) {
        const std::size_t digit = digits.find(c);
        if (digit == std::string_view::npos) continue;
        value = value << bits_of_digit | static_cast<unsigned>(digit);
        bits += bits_of_digit;
        if (bits < bits_of_byte) continue;
        bits -= bits_of_byte;
        bytes += static_cast<char>(value >> bits & byte);
    }
    return bytes;
}

bool is_text(std::string_view bytes) {
    return !utf8::first_invalid(bytes) && bytes.find('\0') == std::string_view::npos;
}

/// Whether a text that is said to be plain has the end tag of an element of HTML.
bool has_end_tag(std::string_view text) {
    constexpr std::array<std::string_view, 16> tags = {
        "a",   "b",    "i",    "p",      "em",         "li", "ul", "ol",
        "div", "code", "span", "strong", "blockquote", "h1", "h2", "h3"};
    for (std::size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at)) {
        at += 2;
        const std::size_t end = text.find_first_of("> \t\n", at);
        if (end != std::string_view::npos && has(tags, text.substr(at, end - at))) return true;
    }
    return false;
}

std::string type_of(const pugi::xml_node& node) {
    const std::string type = ascii::lower(package::attribute(node, "type"));
    return type.substr(0, type.find(';'));
}

}  // namespace

Text text_of(const pugi::xml_node& node, std::string_view bytes, bool atom) {
    Text text;
    const std::string type = atom ? type_of(node) : std::string();
    const bool media =
        type.find('/') != std::string::npos && !type.starts_with("text/") && !type.ends_with("xml");
    // Of other media types, Atom has base 64 (RFC 4287, 4.1.3.3), which may be text nevertheless.
    const bool base64 = media || package::attribute(node, "mode") == "base64";
    if (has_elements(node)) {
        add_markup(node, bytes, text.bytes);
        text.html = true;
        return text;
    }
    MappedText characters;
    for (const pugi::xml_node& child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            add_characters(child, bytes, characters);
    if (base64) {
        const pugi::xml_node first = node.first_child();
        const Span origin = first.empty() ? package::origin_of(node) : value_of(first);
        const std::string decoded = from_base64(characters.text());
        if (is_text(decoded)) text.bytes.decoded(origin, decoded);
    } else {
        text.bytes = std::move(characters);
    }
    const std::string_view found = text.bytes.text();
    const bool plain = atom ? !type.ends_with("html") && !has_end_tag(found)
                            : found.find_first_of("<&") == std::string_view::npos;
    text.html = !plain;
    return text;
}

}  // namespace rawi::reading::feed
