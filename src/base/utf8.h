#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rawi {
inline namespace base {
namespace utf8 {

/// U+FFFD, the replacement character for ill-formed text.
inline constexpr char32_t replacement = 0xFFFD;

/// A code point and its size in bytes.
struct Decoded {
    char32_t code = 0;
    std::uint32_t size = 0;
    bool valid = true;  ///< false: `code` is U+FFFD, `size` the bytes to skip (Unicode 3.9)
};

/// As `decode`, for any sequence. Not inlined.
Decoded decode_any(std::string_view text, std::size_t at);

/// The code point that starts at byte `at`, which must be within `text`. The most frequent
/// sequences, of one or two bytes, are decoded inline.
inline Decoded decode(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {.code = lead, .size = 1};
    if (lead >= 0xC2 && lead <= 0xDF && at + 1 < text.size()) {
        const auto trail = static_cast<unsigned char>(text[at + 1]);
        if ((trail & 0xC0U) == 0x80U)
            return {.code = ((lead & 0x1FU) << 6U) | (trail & 0x3FU), .size = 2};
    }
    return decode_any(text, at);
}

/// The last code point of well-formed text, or 0 if it is empty.
char32_t last(std::string_view text);

/// Appends a code point; surrogates and values above U+10FFFF become U+FFFD.
void append(std::string& text, char32_t code);

/// The byte at which the first ill-formed sequence starts, if any. Surrogates are ill-formed.
std::optional<std::size_t> first_invalid(std::string_view text);

/// The text with each ill-formed sequence replaced by U+FFFD.
std::string replaced(std::string_view text);

/// The number of code points in well-formed text.
std::size_t length(std::string_view text);

/// The size in bytes of the line end at byte `at` (LF, CR, CR LF, NEL, U+2028, U+2029), or 0 if
/// there is none.
std::uint32_t line_end(std::string_view text, std::size_t at);

/// Computes lines and columns. Requests in ascending order take linear time in total.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    /// Line and column of byte `place`, both from 1; columns count code points.
    std::pair<std::uint32_t, std::uint32_t> at(std::size_t place);

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::uint32_t line_ = 1, column_ = 1;
};

/// "name:line:column" of byte `at` in well-formed text, as LineCounter counts them.
std::string place(std::string_view name, std::string_view text, std::size_t at);

}  // namespace utf8
}  // namespace base
}  // namespace rawi
