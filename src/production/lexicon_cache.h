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

/// Where lexicons are looked for. Each of these takes precedence over those before it: a voice's
/// own (voices/<tag>/lexicon.*), the user's (lexicon.<tag>.*), those of the article's folder
/// (lexicon.*), the article's (<article>.lexicon.*), those of the run; and .tsv over .pls.
struct LexiconPlaces {
    std::filesystem::path data;              ///< the folder of voices/
    std::filesystem::path user;              ///< empty: none
    std::filesystem::path article;           ///< empty: none
    std::vector<std::filesystem::path> run;  ///< `--lexicon`
};

/// Looks up the phonemes of a language's voice.
using PhonemesOf = std::function<Result<const wording::lexicon::Phonemes*>(std::string_view tag)>;

/// Lexica that a run has read, each once.
class LexiconCache {
  public:
    /// What an article is said with.
    struct Set {
        wording::lexicon::Lexicon lexicon;
        std::string digest;                ///< of all that went in, in order; empty: nothing
        std::vector<std::string> notices;  ///< with their places
        wording::lexicon::UsedEntries* used = nullptr;  ///< the cache's
    };
    /// The lexica for an article in the language `tags.front()` that has stretches in the others.
    /// Errors (kind input) give line and column: a lexicon that cannot be used as it is.
    Result<Set> gather(const LexiconPlaces& places, const std::vector<std::string>& tags,
                       const PhonemesOf& phonemes_of);

    /// "names.tsv:3: ...": entries of a run's and of articles' lexica that stood for nothing.
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
