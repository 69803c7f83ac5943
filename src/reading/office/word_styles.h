#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "reading/office/block_writer.h"
#include "reading/office/languages.h"

namespace rawi::reading::office {

/// The place of a paragraph in a list: w:numPr.
struct WordNumbering {
    std::string list{};  ///< w:numId; empty: not given; "0": no list
    int level = 0;

    bool numbered() const { return !list.empty() && list != "0"; }
};

/// What a style says, with what it inherits from the styles that it is based on.
struct WordStyle {
    std::string name;  ///< as the file has it: "heading 1"
    Shape shape;
    bool hidden = false;  ///< w:vanish
    WordNumbering numbering;
    Languages languages;
};

/// The styles of a WordprocessingML document (ECMA-376, 17.7).
class WordStyles {
  public:
    WordStyles() = default;
    explicit WordStyles(const pugi::xml_document& tree);

    /// The style of a paragraph or a run; for an id that is unknown or empty, what holds by
    /// default.
    const WordStyle& find(std::string_view id) const;
    /// The style of paragraphs that name none.
    const WordStyle& paragraph() const { return find(default_paragraph_); }
    const Languages& languages() const { return languages_; }

  private:
    void add(const pugi::xml_node& style, const std::map<std::string, pugi::xml_node>& all);

    std::map<std::string, WordStyle, std::less<>> styles_;
    WordStyle none_;
    std::string default_paragraph_;
    Languages languages_;
};

/// The languages of run properties (w:rPr).
Languages word_languages(const pugi::xml_node& run_properties);

/// Whether a property such as w:vanish is on; nothing if it is not given.
std::optional<bool> word_toggle(const pugi::xml_node& properties, std::string_view name);

/// The numbering of paragraph properties (w:pPr); `otherwise` has what they do not give.
WordNumbering word_numbering(const pugi::xml_node& paragraph_properties, WordNumbering otherwise);

/// The level of a heading from w:outlineLvl; 0 if there is none, or for body text.
int word_outline_level(const pugi::xml_node& paragraph_properties);

}  // namespace rawi::reading::office
