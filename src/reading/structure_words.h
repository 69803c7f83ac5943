#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::reading {

/// Words that indicate the role of a line of plain text, in all languages at once
/// (`voices/<tag>/structure.tsv`), without vowel marks.
struct StructureWords {
    std::vector<std::string> ordinals;   ///< number a heading: "Third"; before a colon
    std::vector<std::string> bylines;    ///< begin a line that names the author: "By"
    std::vector<std::string> credits;    ///< occur in the credit of a caption: "via"
    std::vector<std::string> agencies;   ///< are the credit of a short caption: "Reuters"
    std::vector<std::string> links;      ///< begin a line about another story: "Read also"
    std::vector<std::string> verbs;      ///< of headlines: "urges"
    std::vector<std::string> questions;  ///< begin a subhead that is a question: "Why"
    std::vector<std::string> labels;     ///< are a line that belongs to the site: "Share"
    std::vector<std::string> furniture;  ///< begin a line that belongs to the site: "Follow us on"
    std::vector<std::string> advertisements;  ///< are a line above an advertisement
    std::vector<std::string> corrections;     ///< begin a paragraph that corrects the article
};

/// Reads structure.tsv of every folder in `voices`. Errors (kind input) point at file:line.
Result<StructureWords> load_structure_words(const std::filesystem::path& voices);

}  // namespace rawi::reading
