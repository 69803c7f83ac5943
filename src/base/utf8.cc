// UTF-8 as Unicode 15, section 3.9 (table 3-7) defines it: no surrogates, no overlong forms.
#include "base/utf8.h"

#include <fmt/format.h>

namespace rawi {
inline namespace base {
namespace utf8 {

namespace {

bool in(unsigned char byte, unsigned low, unsigned high) {
    return byte >= low && byte <= high;
}

struct Lead {
    std::uint32_t size = 0;  // 0: not a lead byte
    unsigned second_low = 0x80, second_high = 0xBF;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {.size = 1};
    if (in(byte, 0xC2, 0xDF)) return {.size = 2};
    if (byte == 0xE0) return {.size = 3, .second_low = 0xA0};
    if (byte == 0xED) return {.size = 3, .second_high = 0x9F};
    if (in(byte, 0xE1, 0xEF)) return {.size = 3};
    if (byte == 0xF0) return {.size = 4, .second_low = 0x90};
    if (in(byte, 0xF1, 0xF3)) return {.size = 4};
    if (byte == 0xF4) return {.size = 4, .second_high = 0x8F};
    return {};
}

}  // namespace

Decoded decode_any(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const Lead lead = lead_of(byte(at));
    if (lead.size == 1) return {.code = byte(at), .size = 1};
    if (lead.size == 0) return {.code = replacement, .size = 1, .valid = false};
    char32_t code = byte(at) & (0x7FU >> lead.size);
    for (std::uint32_t i = 1; i < lead.size; ++i) {
        const bool second = i == 1;
        if (at + i >= text.size() ||
            !in(byte(at + i), second ? lead.second_low : 0x80, second ? lead.second_high : 0xBF)) {
            return {.code = replacement, .size = i, .valid = false};
        }
        code = (code << 6U) | (byte(at + i) & 0x3FU);
    }
    return {.code = code, .size = lead.size};
}

char32_t last(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return text.empty() ? 0 : decode(text, at).code;
}

void append(std::string& text, char32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        if (!next.valid) return at;
        at += next.size;
    }
    return std::nullopt;
}

std::string replaced(std::string_view text) {
    std::string valid;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        append(valid, next.code);
        at += next.size;
    }
    return valid;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    }
    return count;
}

std::uint32_t line_end(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 3);
    if (rest.empty()) return 0;
    if (rest.front() == '\n') return 1;
    if (rest.front() == '\r') return rest.starts_with("\r\n") ? 2 : 1;
    if (rest.starts_with("\xC2\x85")) return 2;
    return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

std::pair<std::uint32_t, std::uint32_t> LineCounter::at(std::size_t place) {
    if (place < byte_) *this = LineCounter(text_);
    while (byte_ < place && byte_ < text_.size()) {
        if (const std::uint32_t size = line_end(text_, byte_)) {
            ++line_;
            column_ = 1;
            byte_ += size;
            continue;
        }
        if ((static_cast<unsigned char>(text_[byte_]) & 0xC0U) != 0x80U) ++column_;
        ++byte_;
    }
    return {line_, column_};
}

std::string place(std::string_view name, std::string_view text, std::size_t at) {
    const auto [line, column] = LineCounter(text).at(at);
    return fmt::format("{}:{}:{}", name, line, column);
}

}  // namespace utf8
}  // namespace base
}  // namespace rawi
