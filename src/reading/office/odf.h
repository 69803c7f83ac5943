#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "reading/document_builder.h"
#include "reading/format.h"
#include "reading/office/block_writer.h"
#include "reading/office/languages.h"
#include "reading/office/odf_styles.h"
#include "reading/package/archive.h"
#include "reading/package/xml.h"

namespace rawi::reading::office {

/// Reads the members of an OpenDocument text and writes its text.
class OdfReader {
  public:
    OdfReader(package::Archive& archive, std::string_view name)
        : archive_(archive), builder_(name), writer_(builder_) {}

    Result<Article> read();

  private:
    using Node = pugi::xml_node;

    /// What applies to the text within an element.
    struct Scope {
        Languages languages{};  ///< that differ from the document's defaults
        Position position = Position::baseline;
        bool paragraph = false;      ///< only here is text of the document
        std::optional<Role> role{};  ///< of all paragraphs: within notes and indexes
        bool cell = false;           ///< paragraphs are parts of a table's row
        bool repeated = false;       ///< the heading of a column, said again
        std::string list{};          ///< the style of the list; empty outside lists
        std::size_t level = 0;       ///< of the list; 0: not in a list
    };

    Result<> check_encryption();
    Result<> read_styles(pugi::xml_document& tree);
    Result<> read_metadata();
    void count_languages(const Node& node, Languages languages, LanguageCount& count) const;

    void children(const Node& parent, const Scope& scope);
    void node(const Node& node, const Scope& scope);
    bool inline_node(const Node& node, const Scope& scope);
    void paragraph(const Node& node, const Scope& scope);
    Shape shape_of(const Node& node, const OdfStyle& style, const Scope& scope);
    void span(const Node& node, Scope scope);
    void text(const Node& node, const Scope& scope);
    void list(const Node& node, Scope scope);
    void number_item(const Node& item, const Scope& scope, int& count);
    void table(const Node& node, const Scope& scope);
    void later(const Node& node, const Scope& scope);
    void write_later(const Scope& scope);
    void shape(const Node& node, const Scope& scope);

    package::Archive& archive_;
    DocumentBuilder builder_;
    BlockWriter writer_;
    OdfStyles styles_;
    package::TextMember body_;
    std::vector<Node> later_;  ///< notes and shapes, written after the paragraph they are in
    std::pair<std::string, Span> label_;  ///< of the item or note whose paragraph comes next
    std::map<std::pair<std::string, std::size_t>, int> counts_;  ///< by style and level of lists
    int notes_counted_ = 0;  ///< footnotes and endnotes with numbers
    bool titled_ = false;    ///< a paragraph has had the style of a title
};

}  // namespace rawi::reading::office
