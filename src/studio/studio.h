#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "model/production.h"
#include "model/script.h"
#include "reading/reader.h"
#include "speech/crew.h"
#include "studio/lexica.h"
#include "studio/manifest.h"
#include "wording/language.h"

namespace rawi {

/// How articles are rendered. Whatever changes the sound is part of the manifest's fingerprint.
struct RenderOptions {
    std::filesystem::path data;      ///< the folder of voices/
    std::filesystem::path output;    ///< "-": one WAVE file on standard output
    std::string language = "auto";   ///< BCP 47, or "auto"
    std::string voice;               ///< the engine's; empty: the language's
    std::optional<int> rate, pitch;  ///< words a minute; 0-99
    int jobs = 1;
    bool keep_going = false;  ///< leave a gap where an utterance cannot be spoken
    bool force = false;       ///< write over a folder that is not ours
    bool again = false;       ///< render what is up to date too
    bool vowelled = false;    ///< write vowelled.txt too
    std::string program;      ///< the program's version: another one renders again
    std::vector<std::filesystem::path> lexica;  ///< `--lexicon`: a later one goes before an earlier
    std::filesystem::path user_lexica;          ///< the folder of the user's; empty: none
    ReadOptions read;
    Style style;
};

/// An article read, and the language that words it.
struct Worded {
    Document document;
    std::vector<Notice> notices;
    std::string tag;  ///< of the language, BCP 47
    VoiceFile voice;
    std::unique_ptr<Language> language;
    Languages languages;  ///< others that stretches of it are in
    LexiconShelf::Set lexica;

    Guidance guidance() const { return {.lexicon = &lexica.lexicon, .languages = &languages}; }
};

/// Reads an article and finds its language and lexica. `name` stands in messages; lexica are looked
/// for beside `path` too, where it is not empty. `voice_known` is called as soon as the voice is,
/// before what takes longer; its error ends it.
Result<Worded> open_article(std::string_view name, const std::filesystem::path& path,
                            std::string_view bytes, const RenderOptions& options,
                            LexiconShelf& shelf,
                            const std::function<Result<>(const VoiceFile&)>& voice_known = {});

/// Notices as lines with their places.
std::vector<std::string> told(const Document& document, const std::vector<Notice>& notices);

/// What there is to tell while an article is spoken.
struct Progress {
    double share = 0;    ///< of the article's text, 0-1
    double seconds = 0;  ///< of sound made so far
};

/// What became of an article.
struct Outcome {
    bool up_to_date = false;
    std::filesystem::path folder;
    double seconds = 0;
    std::size_t chapters = 0;
    std::vector<std::string> notices;  ///< with their places
    std::vector<std::string> gaps;     ///< with their places
};

/// Renders articles one after another, with one crew as long as their voice is the same.
class Studio {
  public:
    Studio(RenderOptions options, std::function<bool()> stop);
    Result<Outcome> render(const std::filesystem::path& article,
                           const std::function<void(const Progress&)>& tell);
    /// As LexiconShelf::unused, over all articles so far.
    std::vector<std::string> unused_entries() const { return shelf_.unused(); }

  private:
    struct Job;
    /// Calls a crew for the voice, and does not wait for it.
    Result<> hire(const VoiceFile& voice);
    Result<> wait_for_crew();
    Result<> perform(Job& job);
    /// The voice of a language that is not the article's; nothing where the machine has none,
    /// which becomes a notice.
    Result<std::optional<Voice>> other_voice(const Word& word, Job& job) const;
    /// Writes a folder beside `place` and moves it there, or copies its sound to standard output.
    Result<> fill(Job& job, const std::filesystem::path& place, const Fingerprint& fingerprint);
    Result<> write(Job& job, const std::filesystem::path& folder, const Fingerprint& fingerprint);
    Fingerprint fingerprint_of(const Worded& worded, std::string_view bytes,
                               std::string tables) const;
    Result<std::filesystem::path> place_for(const std::filesystem::path& article);

    RenderOptions options_;
    std::function<bool()> stop_;
    std::optional<Crew> crew_;
    bool ready_ = false;  ///< the crew's workers are
    Voice voice_;
    std::vector<std::filesystem::path> taken_;
    LexiconShelf shelf_;
};

}  // namespace rawi
