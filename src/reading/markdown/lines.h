#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace rawi::reading::markdown {

/// The lines of a text; they end at LF, CR or CRLF (CommonMark 0.30, 2.1).
class Lines {
  public:
    explicit Lines(std::string_view text, std::uint32_t at = 0) : text_(text), at_(at) {}

    bool at_end() const { return at_ >= text_.size(); }
    /// Where the next line begins.
    std::uint32_t position() const { return at_; }
    /// The next line, without its end.
    Span next() {
        const std::uint32_t begin = at_;
        const std::size_t found = text_.find_first_of("\r\n", begin);
        const auto end = static_cast<std::uint32_t>(std::min(found, text_.size()));
        const std::uint32_t size = text_.substr(end, 2) == "\r\n" ? 2 : 1;
        at_ = std::min(end + size, static_cast<std::uint32_t>(text_.size()));
        return {.begin = begin, .end = end};
    }

  private:
    std::string_view text_;
    std::uint32_t at_;
};

}  // namespace rawi::reading::markdown
