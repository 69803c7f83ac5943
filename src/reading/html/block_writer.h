#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/document_builder.h"
#include "reading/html/main_text.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

/// Writes the nodes of an article as blocks of a document.
class BlockWriter {
  public:
    /// `part`: the page in the builder. `title`: the article's, as metadata has it. All outlive the
    /// writer.
    BlockWriter(const Tree& tree, const std::vector<Part>& parts, std::uint32_t part,
                std::string_view title, DocumentBuilder& builder);

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
    };

    std::uint32_t headline() const;
    void write_headline(std::uint32_t node);
    void node(std::uint32_t index, Scope scope);
    void element(std::uint32_t index, Scope& scope);
    void named(std::uint32_t index, Scope& scope) const;
    bool is_leaf(std::uint32_t index) const;
    void picture(const Node& node, const Scope& scope);
    void table(std::uint32_t index, const Scope& scope);
    void row(std::uint32_t index, const std::vector<std::uint32_t>& headings, const Scope& scope);
    void inline_text(std::uint32_t index, const Scope& scope);
    void text(const Node& node, const Scope& scope);
    void open(Scope scope);
    void close();

    const Tree& tree_;
    const std::vector<Part>& parts_;
    std::uint32_t part_;
    std::string_view title_;
    DocumentBuilder& builder_;
    std::uint32_t headline_ = 0;  ///< the node that was written as the headline; 0: none
    bool open_ = false;
    bool body_seen_ = false;  ///< a paragraph was opened
    int breaks_ = 0;          ///< <br> since the last text
};

}  // namespace rawi::reading::html
