#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "languages/languages.h"
#include "production/digest.h"
#include "production/lexicon_cache.h"
#include "production/options.h"
#include "reading/format.h"
#include "reading/policies.h"
#include "wording/lexicon/phonemes.h"
#include "wording/voice_file.h"

namespace rawi::production {

/// What the articles of a run share: the files of voices/, lexica, and digests. Each is loaded when
/// it is first asked for, and kept; what is returned lives as long as the Resources. Errors (kind
/// input) point at the line of the file; those of kind io name it.
class Resources {
  public:
    explicit Resources(const RenderOptions& options);

    Result<const reading::ReadingTables*> reading_tables();
    Result<const reading::RoleLabels*> role_labels(std::string_view tag);
    /// With the rate and the pitch that were asked for.
    Result<const wording::VoiceFile*> voice_file(std::string_view tag);
    Result<const wording::Language*> language(std::string_view tag);
    /// The languages loaded so far.
    const wording::LanguageLookup& languages() const { return languages_; }
    Result<const wording::lexicon::Phonemes*> phonemes(std::string_view tag);
    /// The lexica for an article at `article` (empty: it has no place), in the language
    /// `tags.front()` with stretches in the others; see LexiconCache::gather.
    Result<LexiconCache::Set> lexica_for(const std::filesystem::path& article,
                                         const std::vector<std::string>& tags);
    /// As LexiconCache::unused.
    std::vector<std::string> unused_entries() const { return lexica_.unused(); }

    /// Of the tables of these languages, and of those that every article is read with.
    Result<std::string> digest_of_tables(const std::vector<std::string>& tags);
    /// Of files, and of all files below folders.
    Result<std::string> digest_of(const std::vector<std::filesystem::path>& paths);

  private:
    template <class T>
    using ByTag = std::map<std::string, T, std::less<>>;

    Result<std::string> digest_once(const std::filesystem::path& path, const FileFilter& counts,
                                    std::string_view what);

    std::filesystem::path data_;
    LexiconOptions lexicon_options_;
    VoiceOptions voice_options_;
    std::unique_ptr<reading::ReadingTables> reading_tables_;
    ByTag<reading::RoleLabels> role_labels_;
    ByTag<wording::VoiceFile> voice_files_;
    languages::Languages languages_;
    ByTag<wording::lexicon::Phonemes> phonemes_;
    LexiconCache lexica_;
    ByTag<std::string> digests_;  ///< by what they are of
};

}  // namespace rawi::production
