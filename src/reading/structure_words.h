#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::reading {

/// Words that tell what a line of a plain text is, in all languages at once:
/// voices/*/structure.tsv.
struct StructureWords {
    std::vector<std::string> ordinals;   ///< number a heading: "Third"; before a colon
    std::vector<std::string> bylines;    ///< begin a line that names the author: "By"
    std::vector<std::string> credits;    ///< stand in a caption's credit: "via"
    std::vector<std::string> agencies;   ///< are a short caption's credit: "Reuters"
    std::vector<std::string> links;      ///< begin a line about another story: "Read also"
    std::vector<std::string> verbs;      ///< of headlines: "urges"
    std::vector<std::string> questions;  ///< begin a subhead that asks: "Why"
};

/// Reads structure.tsv of every folder in `voices`. Errors (kind input) point at file:line.
Result<StructureWords> load_structure_words(const std::filesystem::path& voices);

}  // namespace rawi::reading
