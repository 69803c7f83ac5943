#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi::reading::markdown {

/// Bytes that md4c sees as commas, as they would mean something else to it, and that are not text.
struct Masked {
    enum class Kind : std::uint8_t {
        reference,  ///< to a footnote: "[^1]"
        comment,    ///< with "--" in it
        code,       ///< of a site generator: "{% ... %}", "{#id}" after a heading, "[!NOTE]"
        note,       ///< the start of a paragraph of a footnote: "[^1]:", or its indentation
        nesting     ///< a mark of a quotation or list nested too deeply
    };
    Kind kind = Kind::reference;
    Span span;
};

struct MaskedText {
    std::string text;            ///< as long as the original
    std::vector<Masked> masked;  ///< in order, disjoint
};

/// The deepest nesting of quotations and lists. The time that md4c takes for blank lines grows with
/// it.
constexpr std::uint32_t deepest = 32;

/// Masks footnotes and the codes of site generators, which md4c does not know, comments that it
/// does not recognize, and nesting deeper than `deepest`, from byte `begin` on. Takes linear time.
MaskedText mask(std::string_view text, std::uint32_t begin);

}  // namespace rawi::reading::markdown
