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

/// A way in which a word's letters, or some of them, were seen marked.
struct Candidate {
    std::vector<std::uint8_t> classes;  ///< of mark, one for each letter
    float weight = 0;                   ///< the logarithm of how often
    std::uint16_t endings = 0;          ///< a bit for each class that the letter behind them had
};

/// What is known about a word: the letters [begin, end) in it that the candidates mark. The last
/// letter of a word, or of its stem, is never among them: its mark hangs on the sentence.
struct Known {
    std::size_t begin = 0, end = 0;
    bool stem = false;  ///< only a part of the word is known
    std::vector<Candidate> candidates;
};

/// How words are vowelled, counted in the texts that the network was trained on. It knows words
/// without their sentence, the network the sentence and not every word.
class DiacriticLexicon {
  public:
    /// Reads a file that scripts/training/lexicon.py wrote. Errors (kind input) name the file.
    static Result<DiacriticLexicon> load(const std::filesystem::path& file);
    /// The same from bytes that `owner` keeps for as long as it lives.
    static Result<DiacriticLexicon> parse(std::string_view bytes,
                                          std::shared_ptr<const void> owner);
    /// The same from bytes.
    static Result<DiacriticLexicon> parse(std::string bytes);

    /// What is known of a word, given as the network's symbols: the word itself, or else the
    /// longest stem that affixes leave of it. No candidates: nothing.
    Known find(std::string_view word) const;

  private:
    /// A part of the file: entries in blocks, each entry behind what it shares with the one before.
    struct Dictionary {
        std::size_t blocks = 0, offsets = 0, begin = 0, end = 0;  ///< places in the file
        bool endings = false;

        std::vector<Candidate> find(std::string_view file, std::string_view word) const;
        std::string_view first_word(std::string_view file, std::size_t block) const;
        std::size_t block_begin(std::string_view file, std::size_t block) const;
    };

    std::shared_ptr<const void> owner_;
    std::string_view bytes_;
    std::array<std::vector<std::string>, 2> affixes_;  ///< prefixes, suffixes; the longest first
    Dictionary words_, stems_;
};

}  // namespace rawi::languages::arabic::diacritizer
