// Messages: headers, parts, transfer encodings.
#include "reading/mhtml/mime.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/charset.h"

namespace rawi::reading::mhtml {

namespace {

constexpr std::size_t most_parts = 10'000;
constexpr int deepest = 16;
constexpr std::size_t longest_headers = 1U << 20;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && ascii::is_white(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && ascii::is_white(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes a line off the front of a text, without its end.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The byte that two digits in base 16 stand for.
std::optional<char> hex_byte(std::string_view digits) {
    std::uint8_t byte = 0;
    const char* const end = digits.data() + digits.size();
    if (digits.size() != 2 || std::from_chars(digits.data(), end, byte, 16).ptr != end) return {};
    return static_cast<char>(byte);
}

/// RFC 2045, 6.7.
std::string from_quoted_printable(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            bytes += text[at];
            continue;
        }
        if (const auto byte = hex_byte(text.substr(at + 1, 2))) {
            bytes += *byte;
            at += 2;
            continue;
        }
        // A soft line break; white space after the "=" was added on the way.
        const std::size_t line_end = text.find_first_not_of(" \t\r", at + 1);
        if (line_end == std::string_view::npos) break;
        if (text[line_end] == '\n')
            at = line_end;
        else
            bytes += '=';
    }
    return bytes;
}

/// RFC 2045, 6.8.
std::string from_base64(std::string_view text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::uint32_t bits_of_digit = 6, bits_of_byte = 8;
    std::string bytes;
    std::uint32_t value = 0, bits = 0;
    for (const char c : text) {
        const std::size_t digit = digits.find(c);
        if (digit == std::string_view::npos) continue;
        value = (value << bits_of_digit) | static_cast<std::uint32_t>(digit);
        bits += bits_of_digit;
        if (bits >= bits_of_byte) {
            bits -= bits_of_byte;
            bytes += static_cast<char>((value >> bits) & 0xFFU);
            value &= (1U << bits) - 1;
        }
    }
    return bytes;
}

/// A parameter's value at the start of a text: quoted, or a token.
std::string value_at(std::string_view text) {
    text = trimmed(text);
    std::string value;
    if (!text.starts_with('"')) return std::string(trimmed(text.substr(0, text.find(';'))));
    for (std::size_t at = 1; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        value += text[at];
    }
    return value;
}

/// Where the next ";" outside quotes is, from `at` on; the size if there is none.
std::size_t next_semicolon(std::string_view text, std::size_t at) {
    bool quoted = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '\\' && quoted)
            ++at;
        else if (text[at] == '"')
            quoted = !quoted;
        else if (text[at] == ';' && !quoted)
            return at;
    }
    return text.size();
}

/// The texts between the lines "--boundary", up to "--boundary--" (RFC 2046, 5.1.1). What is before
/// the first one and after the last one is no part.
std::vector<std::string_view> parts_of(std::string_view body, std::string_view boundary) {
    const std::string delimiter = "--" + std::string(boundary);
    std::vector<std::string_view> parts;
    std::size_t begin = std::string_view::npos;
    for (std::size_t at = body.find(delimiter); at != std::string_view::npos;
         at = body.find(delimiter, at + delimiter.size())) {
        std::string_view rest = body.substr(at + delimiter.size());
        const bool closes = rest.starts_with("--");
        if (closes) rest.remove_prefix(2);
        const std::string_view line = take_line(rest);
        if ((at > 0 && body[at - 1] != '\n') || !trimmed(line).empty()) continue;
        if (begin != std::string_view::npos && parts.size() < most_parts) {
            // The line end before a delimiter belongs to it.
            std::size_t end = std::max(begin, at > 0 ? at - 1 : 0);
            if (end > begin && body[end - 1] == '\r') --end;
            parts.push_back(body.substr(begin, end - begin));
        }
        if (closes) return parts;
        begin = body.size() - rest.size();
    }
    if (begin != std::string_view::npos && parts.size() < most_parts)
        parts.push_back(body.substr(begin));  // truncated
    return parts;
}

void add_leaves(const Entity& entity, int depth, std::vector<Entity>& leaves) {
    const std::string boundary = entity.parameter("boundary");
    if (!entity.media_type().starts_with("multipart/") || boundary.empty()) {
        leaves.push_back(entity);
        return;
    }
    if (depth == deepest) return;
    for (const std::string_view part : parts_of(entity.body, boundary)) {
        if (leaves.size() == most_parts) return;
        add_leaves(parse_entity(part), depth + 1, leaves);
    }
}

/// An encoded word: "=?charset?B?text?=". Nothing if it is none.
std::optional<std::string> decoded_word(std::string_view word) {
    if (!word.starts_with("=?") || !word.ends_with("?=")) return {};
    word = word.substr(2, word.size() - 4);
    const std::size_t first = word.find('?');
    const std::size_t second = word.find('?', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return {};
    const std::string_view encoding = word.substr(first + 1, second - first - 1);
    std::string text(word.substr(second + 1));
    if (encoding == "Q" || encoding == "q") {
        std::replace(text.begin(), text.end(), '_', ' ');
        text = from_quoted_printable(text);
    } else if (encoding == "B" || encoding == "b") {
        text = from_base64(text);
    } else {
        return {};
    }
    const std::string charset(word.substr(0, std::min(first, word.find('*'))));  // "utf-8*en"
    const auto decoding = decode_charset("", text, {.name = charset, .lossy = true});
    if (!decoding) return {};
    return decoding->text;
}

}  // namespace

std::string_view Entity::header(std::string_view name) const {
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto& entry) { return entry.first == name; });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string Entity::media_type() const {
    const std::string_view value = header("content-type");
    const std::string_view type = trimmed(value.substr(0, value.find(';')));
    return type.empty() ? "text/plain" : ascii::lower(type);
}

std::string Entity::parameter(std::string_view name) const {
    const std::string_view value = header("content-type");
    for (std::size_t at = next_semicolon(value, 0); at < value.size();) {
        const std::size_t end = next_semicolon(value, at + 1);
        const std::string_view one = value.substr(at + 1, end - at - 1);
        const std::size_t equals = one.find('=');
        if (equals != std::string_view::npos &&
            ascii::lower(trimmed(one.substr(0, equals))) == name)
            return value_at(one.substr(equals + 1));
        at = end;
    }
    return {};
}

std::string Entity::decoded() const {
    const std::string encoding = ascii::lower(trimmed(header("content-transfer-encoding")));
    if (encoding == "quoted-printable") return from_quoted_printable(body);
    if (encoding == "base64") return from_base64(body);
    return std::string(body);
}

Entity parse_entity(std::string_view bytes) {
    Entity entity;
    std::string_view rest = bytes;
    while (!rest.empty() && bytes.size() - rest.size() < longest_headers) {
        const std::string_view line = take_line(rest);
        if (line.empty()) break;
        if ((line[0] == ' ' || line[0] == '\t') && !entity.headers.empty()) {
            std::string& value = entity.headers.back().second;
            value += value.empty() ? "" : " ";
            value += trimmed(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        entity.headers.emplace_back(ascii::lower(trimmed(line.substr(0, colon))),
                                    trimmed(line.substr(colon + 1)));
    }
    entity.body = rest;
    return entity;
}

std::vector<Entity> leaves_of(const Entity& multipart) {
    std::vector<Entity> leaves;
    add_leaves(multipart, 0, leaves);
    return leaves;
}

std::string with_decoded_words(std::string_view header) {
    std::string text;
    bool after_word = false;
    while (!header.empty()) {
        const std::size_t white = std::min(header.find_first_not_of(" \t\r\n"), header.size());
        const std::size_t end = std::min(header.find_first_of(" \t\r\n", white), header.size());
        const std::optional<std::string> word = decoded_word(header.substr(white, end - white));
        // White space between two encoded words only separates them.
        if (!(word && after_word)) text += header.substr(0, white);
        text += word ? *word : utf8::replaced(header.substr(white, end - white));
        after_word = word.has_value();
        header.remove_prefix(end);
    }
    return text;
}

}  // namespace rawi::reading::mhtml
