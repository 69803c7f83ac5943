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
#include "reading/detection/detector.h"
#include "reading/format.h"
#include "reading/policies.h"
#include "wording/lexicon/phonemes.h"
#include "wording/voice_file.h"

namespace rawi::production {

/// The resources that the articles of a run share: the files of voices/, lexicons, and digests.
/// Each is loaded on first use and kept; returned references are valid as long as the Resources.
/// Errors of kind input point at the line of the file; those of kind io name it.
class Resources {
  public:
    explicit Resources(const RenderOptions& options);

    Result<const reading::ReadingTables*> reading_tables();
    /// Finds out the language of a text.
    Result<const reading::detection::Detector*> detector();
    Result<const reading::RoleLabels*> role_labels(std::string_view tag);
    /// With the requested rate and pitch.
    Result<const wording::VoiceFile*> voice_file(std::string_view tag);
    /// Whether the engine has the voice of a language.
    Result<bool> has_voice(std::string_view tag);
    Result<const wording::Language*> language(std::string_view tag);
    /// The language of a passage; see Languages::load_for_passages.
    Result<const wording::Language*> language_of_passage(std::string_view tag);
    /// The languages loaded so far.
    const wording::LanguageLookup& languages() const { return languages_; }
    Result<const wording::lexicon::Phonemes*> phonemes(std::string_view tag);
    /// The lexicons for an article at `article` (empty: not a file), in the language
    /// `tags.front()` with passages in the others; see LexiconCache::gather.
    Result<LexiconCache::Set> lexica_for(const std::filesystem::path& article,
                                         const std::vector<std::string>& tags);
    /// See LexiconCache::unused.
    std::vector<std::string> unused_entries() const { return lexica_.unused(); }

    /// The digest of the tables of these languages and of those that every article needs.
    Result<std::string> digest_of_tables(const std::vector<std::string>& tags);
    /// The digest of files, and of all files below folders.
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
    std::unique_ptr<reading::detection::Detector> detector_;
    ByTag<reading::RoleLabels> role_labels_;
    ByTag<wording::VoiceFile> voice_files_;
    ByTag<bool> has_voice_;
    languages::Languages languages_;
    ByTag<wording::lexicon::Phonemes> phonemes_;
    LexiconCache lexica_;
    ByTag<std::string> digests_;  ///< by the name of what they cover
};

}  // namespace rawi::production
