#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/document_builder.h"
#include "reading/html/main_text.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

/// The titles of sections by the ids of the elements that they begin at.
using SectionTitles = std::map<std::string, std::string, std::less<>>;

/// Writes the nodes of an article as blocks of a document.
class BlockWriter {
  public:
    /// `part`: the page in the builder. All outlive the writer.
    BlockWriter(const Tree& tree, const MainText& text, std::uint32_t part,
                DocumentBuilder& builder);

    /// The headline, then all blocks of the article in order.
    void write();
    /// All blocks of a chapter of a book in order. Its headings keep their levels, and the title of
    /// the document is where it stands.
    void write_chapter(const SectionTitles& sections);

  private:
    /// What holds for the text within an element.
    struct Scope {
        Role role = Role::paragraph;
        int level = 0;  ///< of a heading
        std::string language;
        bool preformatted = false;
        bool lede = false;   ///< the first paragraph is set apart
        bool row = false;    ///< of a table: all is one block
        std::string note{};  ///< the id of the note that it belongs to
    };
    /// A picture to describe when its paragraph ends.
    struct Picture {
        std::uint32_t node = 0;
        std::string language;
    };

    void write_nodes();
    void write_headline(std::uint32_t node);
    void node(std::uint32_t index, Scope scope);
    void open_section(const Node& node);
    void element(std::uint32_t index, Scope& scope);
    bool is_documents(std::string_view language, const Node& node) const;
    void heading(std::uint32_t index, int level, Scope& scope) const;
    void named(std::uint32_t index, Scope& scope) const;
    void children(std::uint32_t index, const Scope& scope);
    void formula(std::uint32_t index, const Scope& scope);
    void picture(std::uint32_t index, const Scope& scope);
    bool is_said_by_caption(std::uint32_t index, std::string_view alt);
    const std::vector<std::uint64_t>& caption_of(std::uint32_t figure);
    bool is_initial(std::uint32_t index, std::string_view alt) const;
    void describe_pictures();
    void write_notes();
    std::string note_id(std::string_view address) const;
    void table(std::uint32_t index, const Scope& scope);
    void row(std::uint32_t index, const std::vector<std::uint32_t>& headings, const Scope& scope);
    void text(const Node& node, const Scope& scope);
    void open(Scope scope);
    void end_line(const Scope& scope);
    void close();

    const Tree& tree_;
    const std::vector<Part>& parts_;
    std::uint32_t headline_;  ///< the node that was written as the headline; 0: none
    std::uint32_t part_;
    DocumentBuilder& builder_;
    const SectionTitles* sections_ = nullptr;  ///< of a chapter
    std::vector<Picture> pictures_;
    std::map<std::uint32_t, std::vector<std::uint64_t>> captions_;  ///< of figures, their words
    /// Notes within the block that is open: they are written after it.
    std::vector<std::pair<std::uint32_t, Scope>> notes_;
    bool open_ = false;
    bool body_seen_ = false;  ///< a paragraph was opened
    int breaks_ = 0;          ///< <br> since the last text
};

}  // namespace rawi::reading::html
