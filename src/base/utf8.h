#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rawi::utf8 {

/// U+FFFD, which stands for what could not be read.
inline constexpr char32_t replacement = 0xFFFD;

/// One code point and how many bytes it takes.
struct Decoded {
    char32_t code = 0;
    std::uint32_t size = 0;
    bool valid = true;  ///< false: `code` is U+FFFD, `size` the bytes to step over (Unicode 3.9)
};

/// The code point that begins at byte `at`, which must lie within `text`.
Decoded decode(std::string_view text, std::size_t at);

/// The last code point of well-formed text, or 0 where there is none.
char32_t last(std::string_view text);

/// Appends a code point; a surrogate or one past U+10FFFF becomes U+FFFD.
void append(std::string& text, char32_t code);

/// The byte at which the first ill-formed sequence begins (surrogates count as ill-formed).
std::optional<std::size_t> first_invalid(std::string_view text);

/// Code points in well-formed text.
std::size_t length(std::string_view text);

/// "name:line:column" of byte `at` of well-formed text, both from 1, columns in code points.
std::string place(std::string_view name, std::string_view text, std::size_t at);

}  // namespace rawi::utf8
