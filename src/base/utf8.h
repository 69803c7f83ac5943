#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

/// How many bytes the line end that begins at byte `at` takes (LF, CR, CR LF, NEL, U+2028, U+2029);
/// 0: none begins there.
std::uint32_t line_end(std::string_view text, std::size_t at);

/// Lines and columns of places that are asked for in rising order, in time linear in the text.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    /// Line and column (code points), both from 1, of byte `place`.
    std::pair<std::uint32_t, std::uint32_t> at(std::size_t place);

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::uint32_t line_ = 1, column_ = 1;
};

/// "name:line:column" of byte `at` of well-formed text, both from 1, columns in code points.
std::string place(std::string_view name, std::string_view text, std::size_t at);

}  // namespace rawi::utf8
