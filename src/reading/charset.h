#pragma once

#include <cstddef>
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
    std::size_t replaced = 0;  ///< ill-formed sequences that became U+FFFD, in lossy decoding
};

/// Bytes of any charset a newsroom sends, as UTF-8. `declared`: the charset that the text says it
/// is in, which counts if it is not UTF-8 and its bytes are possible in it. Errors (kind input)
/// give line and column; one about an unknown charset is of kind usage.
Result<Decoding> decode_charset(std::string_view name, std::string_view bytes,
                                const CharsetOptions& options, const std::string& declared = {});

}  // namespace rawi::reading
