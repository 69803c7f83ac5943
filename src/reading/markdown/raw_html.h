#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace rawi::reading::markdown {

/// Raw HTML, and where its bytes come from. Line ends have no origin.
struct RawHtml {
    struct Stretch {
        std::uint32_t begin = 0;  ///< in `text`
        Span origin;

        std::uint32_t end() const { return begin + origin.size(); }
    };
    std::string text;
    std::vector<Stretch> stretches;

    /// Adds bytes; an empty origin: they have none.
    void add(std::string_view more, Span origin);
};

/// What an HTML element is for the text within it. A paragraph only separates what is around it.
struct ElementRole {
    std::string_view name;
    Role role = Role::paragraph;
    int level = 0;  ///< of a heading
};

/// The element with this name if it begins a block, or null.
const ElementRole* element_named(std::string_view name);

/// A part of raw HTML. Comments, declarations and processing instructions are left out.
struct HtmlPart {
    enum class Kind : std::uint8_t {
        text,
        opening,  ///< a tag: "<p>"
        closing,  ///< "</p>"
        code      ///< what a script or a style sheet contains
    };
    Kind kind = Kind::text;
    Span span;         ///< in the HTML
    std::string name;  ///< of a tag, in lower case
};

/// The parts of a piece of HTML, in order. A "<" that no ">" closes is text. Takes linear time.
std::vector<HtmlPart> parts_of(std::string_view html);

/// The value of an attribute of a tag, with entities as they are; empty if there is none.
std::string_view attribute_of(std::string_view tag, std::string_view name);

/// Where in `html` the tag "</name" begins, from `at` on; npos if it does not. `name` is in lower
/// case.
std::size_t find_closing_tag(std::string_view html, std::string_view name, std::size_t at);

}  // namespace rawi::reading::markdown
