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

/// A word to be vowelled, and what follows it.
struct BareWord {
    std::string_view text;  ///< Arabic letters; marks on them are kept and hint at the others
    bool complete = false;  ///< a letter without a mark has none
    /// From this letter on, waw and ya without a mark have none: they make a vowel long; and what
    /// is marked without a shadda has none, but for this letter itself.
    std::size_t known_from = std::string_view::npos;
    enum class Then : unsigned char { space, comma, stop } then = Then::space;
};

/// A word with all its marks, the shadda before its vowel, tanwin-fath before its alif.
struct DiacritizedWord {
    std::string text;
    float ending = 1.0F;     ///< how sure the last letter's mark is, 0-1
    float certainty = 1.0F;  ///< of the least sure letter before it
};

/// Puts the vowels on Arabic words.
class Diacritizer {
  public:
    Diacritizer(Network network, DiacriticLexicon lexicon)
        : network_(std::move(network)), lexicon_(std::move(lexicon)) {}
    /// From vowels.weights and vowels.lexicon in `folder`. Errors (kind input) name the file.
    static Result<Diacritizer> load(const std::filesystem::path& folder);

    /// One word for each of `words`, which are a sentence in order. Letters stay as they are, and
    /// no mark that was there is contradicted. Time is linear; long sentences are cut between
    /// words.
    std::vector<DiacritizedWord> vowel(const std::vector<BareWord>& words) const;

    /// Whether the lexicon knows the word mostly as another one: neither with the marks that stand
    /// on it, nor as clitics and the word that begins at letter `begin` in any of its readings.
    bool contradicts(std::string_view marked, std::size_t begin) const;

  private:
    std::vector<DiacritizedWord> vowel_some(const BareWord* words, std::size_t count) const;

    Network network_;
    DiacriticLexicon lexicon_;
};

}  // namespace rawi::languages::arabic::diacritizer
