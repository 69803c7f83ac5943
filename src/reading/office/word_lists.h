#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "reading/office/numbers.h"
#include "reading/office/word_styles.h"

namespace rawi::reading::office {

/// The lists of a WordprocessingML document (ECMA-376, 17.9), and the numbers of their items.
class WordLists {
  public:
    WordLists() = default;
    WordLists(const pugi::xml_document& tree, const WordStyles& styles);

    /// Counts an item and returns its number: "4.", "2.1", "c)"; empty for a bullet.
    std::string next(const WordNumbering& item);

  private:
    static constexpr std::size_t most_levels = 9;
    struct Level {
        int start = 1;
        NumberStyle style = NumberStyle::none;
        std::string text;  ///< with %1 to %9 for the numbers
    };
    static constexpr int uncounted = -1;
    /// A definition, and the number of the last item of each level.
    struct Definition {
        std::array<Level, most_levels> levels;
        std::array<int, most_levels> counts{};
        std::string style;  ///< of the list whose definition applies instead
    };
    struct List {
        std::string definition;
        std::map<std::size_t, int> restarts;  ///< levels that start anew with the list's first item
    };

    static std::string label(Definition& definition, std::size_t level);
    static Level read_level(const pugi::xml_node& node);
    void read_list(const pugi::xml_node& node);
    void resolve(const WordStyles& styles);

    std::map<std::string, Definition, std::less<>> definitions_;
    std::map<std::string, List, std::less<>> lists_;
};

}  // namespace rawi::reading::office
