#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "reading/office/block_writer.h"
#include "reading/office/languages.h"
#include "reading/office/numbers.h"

namespace rawi::reading::office {

/// What an OpenDocument style says, with what it inherits.
struct OdfStyle {
    Shape shape;
    bool hidden = false;
    Position position = Position::baseline;
    Languages languages;
};

/// A level of an OpenDocument list style.
struct OdfListLevel {
    NumberStyle style = NumberStyle::none;
    int start = 1;
    std::string prefix, suffix;
};

/// The styles of an OpenDocument text: of paragraphs, of spans and of lists (OpenDocument 1.3,
/// part 3, chapter 16). Those of styles.xml and of content.xml are added in turn.
class OdfStyles {
  public:
    void add(const pugi::xml_document& tree);
    /// Follows styles to those that they inherit from; to be called once, after all have been
    /// added.
    void resolve();

    /// `family`: "paragraph" or "text". For a name that is unknown, what holds by default.
    const OdfStyle& find(std::string_view family, std::string_view name) const;
    const OdfListLevel& list_level(std::string_view style, std::size_t level) const;
    /// The default languages of paragraphs.
    const Languages& languages() const { return languages_; }

  private:
    void add_list(const pugi::xml_node& node);
    OdfStyle resolved(const pugi::xml_node& node) const;

    std::map<std::string, pugi::xml_node, std::less<>> nodes_;
    std::map<std::string, OdfStyle, std::less<>> styles_;
    std::map<std::string, std::vector<OdfListLevel>, std::less<>> lists_;
    OdfStyle none_;
    OdfListLevel no_level_;
    Languages languages_;
};

}  // namespace rawi::reading::office
