#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reading/detection/text_words.h"

namespace rawi::reading::detection {

/// A set of languages: the bit of each is its number in Marks::languages().
using Languages = std::uint64_t;

/// The languages that have a word, or a letter, of a kind.
struct Mark {
    Languages links = 0;    ///< as an article, a preposition or a conjunction
    Languages words = 0;    ///< as a word of clauses
    Languages letters = 0;  ///< all of its letters that tell languages apart
    Languages strange = 0;  ///< which lack a Latin letter of it

    Languages all() const { return links | words | letters; }
};

/// What languages are recognized by: function words and letters (voices/<tag>/detection.tsv).
class Marks {
  public:
    /// Reads the table of every folder of `voices`. Errors (kind input) point at file:line.
    static Result<Marks> load(const std::filesystem::path& voices);

    /// BCP 47, sorted.
    const std::vector<std::string>& languages() const { return languages_; }
    /// The number of a language; the number of languages if it has no table.
    std::size_t number_of(std::string_view language) const;
    /// Those that are less likely than another language if both fit equally.
    Languages smaller() const { return smaller_; }
    /// What a word of the text is in each language.
    Mark of(std::string_view text, const TextWord& word) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    std::vector<std::string> languages_;
    std::unordered_map<std::string, Mark, Hash, std::equal_to<>> words_;
    std::unordered_map<char32_t, Languages> letters_;
    Languages lettered_ = 0;  ///< those that have letters
    Languages smaller_ = 0;
};

}  // namespace rawi::reading::detection
