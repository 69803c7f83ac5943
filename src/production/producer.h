#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/script.h"
#include "production/options.h"
#include "production/prepared_article.h"
#include "production/rendering.h"
#include "production/resources.h"
#include "speech/worker_pool.h"

namespace rawi::production {

/// Receives the events of a run. `article` is an index into the articles.
struct RunListener {
    std::function<void(std::size_t article, const Progress&)> progress;
    /// Once for each article, in their order.
    std::function<void(std::size_t article, const Result<Outcome>&)> done;
};

/// Renders articles. While one is spoken the next ones are read and worded, so that no worker waits
/// between them; workers stay as long as the articles' voice is the same.
class Producer {
  public:
    /// `stop` is asked often; true ends a run. `launcher` starts the workers; null: this program.
    Producer(RenderOptions options, std::function<bool()> stop,
             std::shared_ptr<speech::WorkerLauncher> launcher = nullptr);
    ~Producer();
    Producer(const Producer&) = delete;
    Producer& operator=(const Producer&) = delete;

    /// Renders all; an article that fails does not stop the others. Errors: `stop` said so (kind
    /// interrupted), an unknown publisher or sound format is asked for, or a stream of a format
    /// that cannot be streamed (kind usage).
    Result<> render(const std::vector<std::filesystem::path>& articles,
                    const RunListener& listener);
    /// As LexiconCache::unused, over all articles so far.
    std::vector<std::string> unused_entries() const { return resources_.unused_entries(); }

  private:
    /// An article that has been read, and not yet begun.
    struct Opened;
    /// An article at work, or one that is over and waits for those before it to be reported.
    struct Entry;

    /// The next sentence of the run, of whatever article.
    std::optional<Utterance> next();
    /// Opens the next article: it is queued, or, if it wants other workers, held back.
    void open_next();
    Result<Opened> open(const std::filesystem::path& article);
    /// Queues an article; the workers speak with its voice.
    void admit(Opened opened);
    Result<Entry> begin(Opened opened);
    /// Ends articles of which everything is spoken, and reports those that are over.
    void settle();
    /// Speaks what is queued, and what can be queued meanwhile.
    Result<> speak();
    /// The first article of the queue is over; those after it are opened again.
    void give_up(Error error);

    /// What speaks words of a language that is not their article's.
    struct OtherVoice {
        speech::Voice voice;
        std::string missing;  ///< why it cannot be used; empty: it can
    };

    /// Starts workers for a voice unless they are there, and does not wait for them.
    Result<> launch_workers(const speech::Voice& voice);
    Result<> wait_for_workers();
    /// The voice of a word that is not in its article's language; nothing if the machine has none,
    /// which becomes a notice.
    Result<std::optional<speech::Voice>> other_voice(const Word& word);
    /// Whether the article's folder has what would be rendered.
    Result<bool> is_up_to_date(const Opened& opened);
    /// `digest`: of the article's bytes.
    Result<Fingerprint> fingerprint(const PreparedArticle& prepared, const std::string& digest);

    RenderOptions options_;
    std::function<bool()> stop_;
    std::shared_ptr<speech::WorkerLauncher> launcher_;
    Resources resources_;
    std::optional<speech::WorkerPool> workers_;
    speech::Voice voice_;                             ///< of the workers
    bool ready_ = false;                              ///< the workers are
    std::map<std::string, OtherVoice> other_voices_;  ///< by language

    // One run:
    const std::vector<std::filesystem::path>* articles_ = nullptr;
    const RunListener* listener_ = nullptr;
    std::vector<publish::Row> publishers_;
    audio::EncoderFormat format_{};
    std::vector<std::filesystem::path> places_;  ///< of each article's folder
    bool speaking_ = false;                      ///< the workers are at it
    std::size_t next_ = 0;                       ///< the article to be opened next
    std::list<Entry> queue_;        ///< in their order; sentences come back to the first
    std::unique_ptr<Opened> held_;  ///< wants other workers than those at work
};

}  // namespace rawi::production
