#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "languages/arabic/diacritizer/diacritic_lexicon.h"
#include "languages/arabic/diacritizer/network.h"

namespace rawi::languages::arabic::diacritizer {

/// A word to be vowelled, and its boundary to the next one.
struct BareWord {
    std::string_view text;  ///< Arabic letters; marks on them are kept and are hints for the others
    bool complete = false;  ///< whether the word has all its marks
    /// From this letter on, waw and ya without a mark lengthen a vowel and have none, and marked
    /// letters without a shadda (except this one) have none.
    std::size_t known_from = std::string_view::npos;
    enum class Then : unsigned char { space, comma, stop } then = Then::space;
};

/// A word with all its marks: each shadda before its vowel, tanwin-fath before its alif.
struct DiacritizedWord {
    std::string text;
    float ending = 1.0F;     ///< the certainty of the last letter's mark, 0-1
    float certainty = 1.0F;  ///< of the least certain other letter
};

/// Adds vowel marks to Arabic words.
class Diacritizer {
  public:
    Diacritizer(Network network, DiacriticLexicon lexicon)
        : network_(std::move(network)), lexicon_(std::move(lexicon)) {}
    /// Loads vowels.weights and vowels.lexicon from `folder`. Errors (kind input) name the file.
    static Result<Diacritizer> load(const std::filesystem::path& folder);

    /// Vowels the words of a sentence. Keeps letters and existing marks. Takes linear time; long
    /// sentences are processed in parts, cut between words.
    std::vector<DiacritizedWord> vowel(const std::vector<BareWord>& words) const;

    /// Whether the lexicon knows the word mostly as another one: neither with the marks that it
    /// has, nor as clitics before any reading of the word that starts at letter `begin`.
    bool contradicts(std::string_view marked, std::size_t begin) const;

  private:
    std::vector<DiacritizedWord> vowel_some(const BareWord* words, std::size_t count) const;

    Network network_;
    DiacriticLexicon lexicon_;
};

}  // namespace rawi::languages::arabic::diacritizer
