#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "reading/document_builder.h"
#include "reading/format.h"
#include "reading/office/block_writer.h"
#include "reading/office/languages.h"
#include "reading/office/relations.h"
#include "reading/office/word_fields.h"
#include "reading/office/word_lists.h"
#include "reading/office/word_styles.h"
#include "reading/package/archive.h"
#include "reading/package/xml.h"

namespace rawi::reading::office {

/// Reads the members of a WordprocessingML document and writes its text.
class WordReader {
  public:
    WordReader(package::Archive& archive, std::string_view name)
        : archive_(archive), builder_(name), writer_(builder_) {}

    Result<Article> read();

  private:
    using Node = pugi::xml_node;

    /// What applies to the text within an element.
    struct Scope {
        Languages languages{};  ///< that differ from the document's defaults
        bool hidden = false;
        Position position = Position::baseline;
        std::optional<Role> role{};  ///< of all paragraphs: within notes and contents
        bool cell = false;           ///< paragraphs are parts of a table's row
        bool repeated = false;       ///< the heading of a column, said again
    };
    /// What is written after the paragraph that it is in.
    struct Later {
        enum class Kind : std::uint8_t { image, note, box } kind = Kind::image;
        Node node;
        int number = 0;  ///< of a note; 0: it has a mark of its own
    };
    struct Notes {
        package::TextMember member;
        std::map<std::string, Node, std::less<>> notes;  ///< by id; each is written once
    };

    Result<> read_styles(const Relations& relations);
    Result<> read_notes(const Relations& relations, std::string_view type, Notes& notes);
    Result<> read_metadata(const Relations& relations);
    void count_languages(const Node& node, Languages languages, LanguageCount& count) const;

    void children(const Node& parent, const Scope& scope);
    void node(const Node& node, const Scope& scope);
    void inline_node(const Node& node, const Scope& scope);
    Node paragraph(const Node& first, const Scope& scope);
    bool is_front_matter(const Node& paragraph, const WordStyle& style);
    Shape shape_of(const Node& paragraph, const WordStyle& style, const Scope& scope);
    void run(const Node& node, Scope scope);
    void text(const Node& node, const Scope& scope);
    void note_reference(const Node& node, const Scope& scope);
    void symbol(const Node& node, const Scope& scope);
    void simple_field(const Node& node, const Scope& scope);
    void content_control(const Node& node, Scope scope);
    void drawing(const Node& node, const Scope& scope);
    void table(const Node& node, const Scope& scope);
    void write_later(const Scope& scope);
    void note(const Later& reference, const Scope& scope);

    const WordStyle& style_of(const Node& properties, std::string_view name) const;
    bool silent(const Scope& scope) const { return scope.hidden || fields_.silent(); }

    package::Archive& archive_;
    DocumentBuilder builder_;
    BlockWriter writer_;
    WordStyles styles_;
    WordLists lists_;
    WordFields fields_;
    package::TextMember body_;
    Notes footnotes_, endnotes_;
    std::vector<Later> later_;
    std::string label_;      ///< of the note whose first paragraph comes next: "1."
    int notes_counted_ = 0;  ///< footnotes and endnotes with numbers
    bool titled_ = false;    ///< a paragraph has had the style of a title
    /// What has come so far is the title and what pandoc writes below it.
    enum class Front : std::uint8_t { none, title, author, past } front_ = Front::none;
};

}  // namespace rawi::reading::office
