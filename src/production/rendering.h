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

/// The progress of an article.
struct Progress {
    double share = 0;    ///< of the article's text, 0-1
    double seconds = 0;  ///< of sound so far
};

/// The result of rendering an article.
struct Outcome {
    bool up_to_date = false;
    std::filesystem::path folder;
    double seconds = 0;
    std::size_t chapters = 0;
    std::vector<std::string> notices;  ///< with their places
    std::vector<std::string> gaps;     ///< with their places
};

/// What to write for an article, and where.
struct RenderPlan {
    std::filesystem::path folder;  ///< "-": only the sound, to standard output
    /// Called once, after the first sentence has been sent to a worker.
    std::function<Result<Fingerprint>(const PreparedArticle&)> fingerprint;
    std::vector<publish::Row> publishers;
    audio::EncoderFormat format{};  ///< of the sound
    int rate = 0;                   ///< of the sound, frames per second
    bool keep_going = false;        ///< leave a gap where a sentence cannot be spoken
    std::function<void(const Progress&)> report;
    std::function<bool()> stop;  ///< as in Producer; called while a stream waits for its reader
};

/// The rendering of one article. next() returns its sentences; for each of them, in the same order,
/// spoken() or failed() is called; then finish() moves the folder to its place. A rendering that is
/// destroyed without finish() leaves no files.
class Rendering {
  public:
    Rendering(RenderPlan plan, PreparedArticle prepared);

    /// The next sentence to speak; nothing at the end.
    std::optional<Utterance> next();
    /// Errors of both (kind io): what could not be written.
    Result<> spoken(const Utterance& utterance, Speech speech);
    /// An error (kind engine, with the place) unless the plan says to keep going.
    Result<> failed(const Utterance& utterance, const std::string& reason);
    /// Errors: nothing was spoken (kind input); data that could not be written (kind io).
    Result<Outcome> finish();

    /// Adds a notice about `source`, unless the same message was added before.
    void add_notice(Span source, const std::string& message);

  private:
    /// Creates the folder and everything that writes to it, for the first spoken sentence.
    Result<> begin();
    /// Opens standard output, or creates the folder.
    Result<std::unique_ptr<audio::SoundTarget>> make_target();
    void find_fingerprint();
    /// Passes to the publishers what precedes a sentence.
    Result<> publish_before();
    void report(const Utterance& utterance) const;

    RenderPlan plan_;
    PreparedArticle prepared_;
    wording::overrides::Overrides overrides_;
    wording::script::ScriptWriter writer_;
    std::deque<std::vector<Skip>> skips_;  ///< before each sentence in flight and the next one
    Outcome outcome_;
    std::optional<Result<Fingerprint>> fingerprint_;
    std::vector<std::string> noticed_;    ///< messages of add_notice() so far
    std::optional<StagedFolder> folder_;  ///< empty if the sound is streamed
    std::optional<audio::ChapterBuilder> sound_;
    std::unique_ptr<publish::Publisher> publisher_;
    std::size_t chapters_ = 0;  ///< opened for the publishers
};

}  // namespace rawi::production
