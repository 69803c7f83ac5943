#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/document_builder.h"
#include "reading/html/main_text.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

/// Writes the nodes of an article as blocks of a document.
class BlockWriter {
  public:
    /// `part`: the page in the builder. All outlive the writer.
    BlockWriter(const Tree& tree, const MainText& text, std::uint32_t part,
                DocumentBuilder& builder);

    /// The headline, then all blocks of the article in order.
    void write();

  private:
    /// What holds for the text within an element.
    struct Scope {
        Role role = Role::paragraph;
        int level = 0;  ///< of a heading
        std::string language;
        bool preformatted = false;
        bool lede = false;  ///< the first paragraph is set apart
        bool row = false;   ///< of a table: all is one block
    };
    /// A picture to describe when its paragraph ends.
    struct Picture {
        std::uint32_t node = 0;
        std::string language;
    };

    void write_headline(std::uint32_t node);
    void node(std::uint32_t index, Scope scope);
    void element(std::uint32_t index, Scope& scope);
    void named(std::uint32_t index, Scope& scope) const;
    void children(std::uint32_t index, const Scope& scope);
    void formula(std::uint32_t index, const Scope& scope);
    void picture(std::uint32_t index, const Scope& scope);
    void describe_pictures();
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
    std::vector<Picture> pictures_;
    bool open_ = false;
    bool body_seen_ = false;  ///< a paragraph was opened
    int breaks_ = 0;          ///< <br> since the last text
};

}  // namespace rawi::reading::html
