#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audio/chapter_builder.h"
#include "base/result.h"
#include "model/production.h"
#include "model/script.h"
#include "model/speech.h"
#include "production/prepared_article.h"
#include "production/staged_folder.h"
#include "publish/publishers.h"
#include "wording/overrides/override_finder.h"
#include "wording/script/script_writer.h"

namespace rawi::production {

/// How far an article is.
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

/// Where an article is to go, and what is to be written there.
struct RenderPlan {
    std::filesystem::path article;  ///< for messages
    std::filesystem::path folder;   ///< "-": the sound alone, to standard output
    /// Asked once, not before the first sentence is with a worker.
    std::function<Result<Fingerprint>(const PreparedArticle&)> fingerprint;
    std::vector<publish::Row> publishers;
    audio::EncoderFormat format{};  ///< of the sound
    int rate = 0;                   ///< of the sound, frames a second
    bool keep_going = false;        ///< leave a gap where a sentence cannot be spoken
    std::function<void(const Progress&)> report;
    std::function<bool()>
        stop;  ///< as that of the Producer; asked while a reader lets a stream wait
};

/// One article on its way to its folder. Its sentences are handed out by next(), and come back, in
/// that order, to spoken() or failed(); when all have, finish() puts the folder in its place. One
/// that goes without finish() leaves nothing behind.
class Rendering {
  public:
    Rendering(RenderPlan plan, PreparedArticle prepared);

    /// The next sentence to speak; nothing at the end.
    std::optional<Utterance> next();
    /// Errors of both (kind io): what could not be written.
    Result<> spoken(const Utterance& utterance, Speech speech);
    /// An error (kind engine, with the place) unless the plan says to keep going.
    Result<> failed(const Utterance& utterance, const std::string& reason);
    /// Errors: nothing was spoken (kind input); what could not be written (kind io).
    Result<Outcome> finish();

    /// Adds a notice about `source`, once for all of the same message.
    void add_notice(Span source, const std::string& message);

  private:
    /// Makes the folder, and all that writes to it, with the first sentence that comes back.
    Result<> begin();
    /// Standard output, or the folder, which is made.
    Result<std::unique_ptr<audio::SoundTarget>> make_target();
    void find_fingerprint();
    /// What comes before a sentence in the publishers' order.
    Result<> publish_before();
    void report(const Utterance& utterance) const;

    RenderPlan plan_;
    PreparedArticle prepared_;
    wording::overrides::Overrides overrides_;
    wording::script::ScriptWriter writer_;
    std::deque<std::vector<Skip>> skips_;  ///< before each sentence that is out, and the next
    Outcome outcome_;
    std::optional<Result<Fingerprint>> fingerprint_;
    std::vector<std::string> noticed_;    ///< messages of add_notice() so far
    std::optional<StagedFolder> folder_;  ///< nothing if the sound is streamed
    std::optional<audio::ChapterBuilder> sound_;
    std::unique_ptr<publish::Publisher> publisher_;
    std::size_t chapters_ = 0;  ///< that the publishers know
};

}  // namespace rawi::production
