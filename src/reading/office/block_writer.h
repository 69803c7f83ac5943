#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/span.h"
#include "reading/document_builder.h"
#include "reading/office/languages.h"

namespace rawi::reading::office {

/// What a paragraph is, according to its style.
struct Shape {
    Role role = Role::paragraph;
    int level = 0;        ///< of a heading, from 1; else 0
    std::string label{};  ///< the number of a list item: "4."
    Span label_origin{};  ///< the markup that numbers it
};

/// The role of a paragraph with a style of this name, which may be the style's own name or one that
/// it is based on: "heading 1", "Quotations". False if the name says nothing.
bool shape_of_style(std::string_view name, Shape& shape);

/// Where text stands: "2" raised is a power.
enum class Position : std::uint8_t { baseline, raised, lowered };

/// Writes paragraphs as blocks. A block is opened with its first text, so that a paragraph without
/// text leaves nothing, not even the number of its list item.
class BlockWriter {
  public:
    explicit BlockWriter(DocumentBuilder& builder) : builder_(builder) {}

    /// The part that the text comes from.
    void set_part(std::uint32_t part) { part_ = part; }
    std::uint32_t part() const { return part_; }

    void begin(Shape shape);
    void end();
    /// The role of the paragraph that has begun, if it has no text yet.
    void become(Role role);
    /// The text of a node, in the languages that apply to it. Raised or lowered numbers become the
    /// characters for them, as in "m" and U+00B2; other text stays as it is.
    void text(const pugi::xml_node& node, const Languages& languages,
              Position position = Position::baseline);
    void decoded(Span origin, std::string_view text);
    void inserted(std::string_view text);
    /// A comma and a space, between the cells of a table.
    void comma();
    void space() { builder_.space(); }
    /// A space before the next text of the block, if there is any.
    void space_before_text() { spaced_ = open_; }
    /// A block of its own; does nothing if the text is the name of a file.
    void image(Span origin, std::string_view alt);

  private:
    void open();
    void shifted(const pugi::xml_node& node, Position position);

    DocumentBuilder& builder_;
    std::uint32_t part_ = 0;
    Shape shape_;
    bool open_ = false;
    bool spaced_ = false;   ///< space_before_text() has been called
    std::string language_;  ///< of the text before
};

/// If no paragraph has the style of a title, the only heading of level 1 is the headline, provided
/// that it opens the document.
void find_headline(Document& document, bool titled);

}  // namespace rawi::reading::office
