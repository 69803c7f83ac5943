#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rawi::reading {

/// How the bytes of a text are to be decoded.
struct CharsetOptions {
    std::string name{};  ///< ICU's; empty: detected
    bool lossy = false;  ///< replace ill-formed bytes with U+FFFD instead of failing
};

struct Decoding {
    std::string text;     ///< UTF-8, well formed, without a byte-order mark
    std::string charset;  ///< "UTF-8", "windows-1256" ...
    std::string rule;  ///< what decided: "byte-order mark", "valid UTF-8", "detector", "asked for"
};

/// Bytes of any charset a newsroom sends, as UTF-8. Errors (kind input) give line and column; an
/// unknown charset is an error of kind usage.
Result<Decoding> decode_charset(std::string_view name, std::string_view bytes,
                                const CharsetOptions& options);

}  // namespace rawi::reading
