#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::languages::arabic::diacritizer {

/// An observed marking of the letters of a word, or of some of them.
struct Candidate {
    std::vector<std::uint8_t> classes;  ///< one class of marks for each letter
    float weight = 0;                   ///< the logarithm of the count
    std::uint16_t endings = 0;          ///< a bit for each observed class of the letter after them
};

/// What the lexicon knows about a word: candidates for its letters [begin, end). The last letter of
/// a word, or of its stem, is never among them, because its mark depends on the sentence.
struct Known {
    std::size_t begin = 0, end = 0;
    bool stem = false;  ///< whether only the stem is known
    std::vector<Candidate> candidates;
};

/// How words are vowelled in the training texts of the network, with counts. The lexicon knows
/// words without their sentence; the network knows the sentence but not every word.
class DiacriticLexicon {
  public:
    /// Loads a file that scripts/training/lexicon.py wrote. Errors (kind input) name the file.
    static Result<DiacriticLexicon> load(const std::filesystem::path& file);
    /// The same from bytes that stay valid as long as `owner` lives.
    static Result<DiacriticLexicon> parse(std::string_view bytes,
                                          std::shared_ptr<const void> owner);
    /// The same from bytes.
    static Result<DiacriticLexicon> parse(std::string bytes);

    /// Looks up a word, given as symbols of the network: the word itself, or else the longest stem
    /// between affixes. Without candidates, nothing is known.
    Known find(std::string_view word) const;

  private:
    /// A part of the file: blocks of entries that are prefix-compressed.
    struct Dictionary {
        std::size_t blocks = 0, offsets = 0, begin = 0, end = 0;  ///< offsets in the file
        bool endings = false;

        std::vector<Candidate> find(std::string_view file, std::string_view word) const;
        std::string_view first_word(std::string_view file, std::size_t block) const;
        std::size_t block_begin(std::string_view file, std::size_t block) const;
    };

    std::shared_ptr<const void> owner_;
    std::string_view bytes_;
    std::array<std::vector<std::string>, 2> affixes_;  ///< prefixes and suffixes, the longest first
    Dictionary words_, stems_;
};

}  // namespace rawi::languages::arabic::diacritizer
