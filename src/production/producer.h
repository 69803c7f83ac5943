#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "model/script.h"
#include "production/lexicon_cache.h"
#include "production/manifest.h"
#include "production/options.h"
#include "production/prepared_article.h"
#include "speech/worker_pool.h"
#include "wording/voice_file.h"

namespace rawi::production {

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

/// Renders articles one after another, with the same workers as long as their voice is the same.
class Producer {
  public:
    Producer(RenderOptions options, std::function<bool()> stop);
    Result<Outcome> render(const std::filesystem::path& article,
                           const std::function<void(const Progress&)>& tell);
    /// As LexiconCache::unused, over all articles so far.
    std::vector<std::string> unused_entries() const { return lexica_.unused(); }

  private:
    struct Job;
    /// Starts workers for the voice, and does not wait for them.
    Result<> launch_workers(const wording::VoiceFile& voice);
    Result<> wait_for_workers();
    Result<> perform(Job& job);
    /// The voice of a language that is not the article's; nothing where the machine has none,
    /// which becomes a notice.
    Result<std::optional<speech::Voice>> other_voice(const Word& word, Job& job) const;
    /// Writes a folder beside `place` and moves it there, or copies its sound to standard output.
    Result<> fill(Job& job, const std::filesystem::path& place, const Fingerprint& fingerprint);
    Result<> write(Job& job, const std::filesystem::path& folder, const Fingerprint& fingerprint);
    Fingerprint fingerprint_of(const PreparedArticle& prepared, std::string_view bytes,
                               std::string tables) const;
    Result<std::filesystem::path> place_for(const std::filesystem::path& article);

    RenderOptions options_;
    std::function<bool()> stop_;
    std::optional<speech::WorkerPool> workers_;
    bool ready_ = false;  ///< the workers are
    speech::Voice voice_;
    std::vector<std::filesystem::path> taken_;
    LexiconCache lexica_;
};

}  // namespace rawi::production
