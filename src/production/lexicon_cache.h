#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "wording/lexicon/lexicon.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"

namespace rawi::production {

/// Where to look for lexicons. Each of these takes precedence over those before it: the voice's
/// (voices/<tag>/lexicon.*), the user's (lexicon.<tag>.*), those of the article's folder
/// (lexicon.*), the article's (<article>.lexicon.*), those of the run. A .tsv file takes precedence
/// over a .pls file.
struct LexiconPlaces {
    std::filesystem::path data;              ///< the folder of voices/
    std::filesystem::path user;              ///< empty: none
    std::filesystem::path article;           ///< empty: none
    std::vector<std::filesystem::path> run;  ///< `--lexicon`
};

/// Returns the phonemes of the voice of a language.
using PhonemesOf = std::function<Result<const wording::lexicon::Phonemes*>(std::string_view tag)>;

/// The lexicons that a run has read, each once.
class LexiconCache {
  public:
    /// The lexicons for one article.
    struct Set {
        wording::lexicon::Lexicon lexicon;
        std::string digest;                ///< of all lexicons, in order; empty if there are none
        std::vector<std::string> notices;  ///< with their places
        wording::lexicon::UsedEntries* used = nullptr;  ///< the cache's
    };
    /// The lexicons for an article in the language `tags.front()` that has passages in the others.
    /// Errors (kind input) give line and column: a lexicon with errors.
    Result<Set> gather(const LexiconPlaces& places, const std::vector<std::string>& tags,
                       const PhonemesOf& phonemes_of);

    /// "names.tsv:3: ...": entries of the lexicons of the run and of articles that matched nothing.
    std::vector<std::string> unused() const;

  private:
    struct CachedLexicon {
        std::filesystem::path path;
        std::string digest;
        std::shared_ptr<const wording::lexicon::LexiconFile> file;
        bool own = false;  ///< entries that match nothing are reported
    };
    /// The index of a file in `cached_`; reads it if it is not there yet.
    Result<std::size_t> open(const std::filesystem::path& path);

    std::vector<CachedLexicon> cached_;
    std::unique_ptr<wording::lexicon::UsedEntries> used_ =
        std::make_unique<wording::lexicon::UsedEntries>();
};

}  // namespace rawi::production
