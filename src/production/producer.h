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
#include "production/inputs.h"
#include "production/options.h"
#include "production/prepared_article.h"
#include "production/rendering.h"
#include "production/resources.h"
#include "speech/worker_pool.h"

namespace rawi::production {

/// Receives the events of a run. `input` is the index of the input that an article is from.
struct RunListener {
    std::function<void(std::size_t input, const Progress&)> progress;
    /// Called once for each article, in order, and for each input that cannot be read.
    std::function<void(std::size_t input, const Result<Outcome>&)> done;
};

/// Renders articles. While one is spoken, the next ones are read and verbalized, so that workers do
/// not wait between articles. Workers are reused as long as the voice stays the same.
class Producer {
  public:
    /// `stop` is called often; true ends a run. `launcher` starts the workers; null: they run this
    /// program.
    Producer(RenderOptions options, std::function<bool()> stop,
             std::shared_ptr<speech::WorkerLauncher> launcher = nullptr);
    ~Producer();
    Producer(const Producer&) = delete;
    Producer& operator=(const Producer&) = delete;

    /// Renders all articles of the inputs, files or `standard_input`; one that fails does not stop
    /// the others. An article is written to a folder that is named like its input, an item of a
    /// feed to one within that, named by its title and its id. Errors: `stop` returned true (kind
    /// interrupted); an unknown publisher or sound format, or a format that cannot be streamed to
    /// standard output (kind usage).
    Result<> render(const std::vector<std::filesystem::path>& inputs, const RunListener& listener);
    /// See LexiconCache::unused; covers all articles so far.
    std::vector<std::string> unused_entries() const { return resources_.unused_entries(); }

  private:
    /// Which article: the input, and the article's number in it.
    struct Position {
        std::size_t input = 0, item = 0;
        bool last = true;  ///< of its input
    };
    static Position after(Position at);
    /// An input that has been read, and articles of which are still to be opened.
    struct Input;
    /// An article that has been read but not started.
    struct Opened;
    /// An article in progress, or a finished one that waits for earlier ones to be reported.
    struct Entry;

    /// The next sentence of the run, of any article.
    std::optional<Utterance> next();
    /// Opens the next article and queues it, or holds it back if it needs other workers. Does
    /// nothing if `stop` returned true meanwhile.
    void open_next();
    /// Reads the next input.
    Result<> read_next();
    Result<Opened> open(Position at, reading::Article article);
    /// Queues an article, whose voice must be that of the workers.
    void admit(Opened opened);
    Result<Entry> begin(Opened opened);
    /// Completes articles that are fully spoken, and reports finished ones.
    void settle();
    /// Speaks the queued articles, and those that can be queued meanwhile.
    Result<> speak();
    /// Ends the first article of the queue with an error; those after it are opened again.
    void give_up(Error error);

    /// The voice for words in another language than the article's.
    struct OtherVoice {
        speech::Voice voice;
        std::string missing;  ///< why it cannot be used; empty: it can
    };

    /// Starts workers for a voice unless they are running, without waiting for them.
    Result<> launch_workers(const speech::Voice& voice);
    Result<> wait_for_workers();
    /// The voice of a word in another language than the article's; nothing, and a notice, if no
    /// such voice is installed.
    Result<std::optional<speech::Voice>> other_voice(const Word& word);
    /// Whether the article's folder contains what would be rendered.
    Result<bool> is_up_to_date(const Opened& opened);
    /// `digest`: of the article's bytes.
    Result<Fingerprint> fingerprint(const PreparedArticle& prepared, const std::string& digest);

    RenderOptions options_;
    std::function<bool()> stop_;
    std::shared_ptr<speech::WorkerLauncher> launcher_;
    Resources resources_;
    InputReader reader_;
    std::optional<speech::WorkerPool> workers_;
    speech::Voice voice_;                             ///< of the workers
    bool ready_ = false;                              ///< the workers are
    std::map<std::string, OtherVoice> other_voices_;  ///< by language

    // State of one run:
    const std::vector<std::filesystem::path>* inputs_ = nullptr;
    const RunListener* listener_ = nullptr;
    std::vector<publish::Row> publishers_;
    audio::EncoderFormat format_{};
    std::vector<std::filesystem::path> places_;  ///< the folder of each input
    bool speaking_ = false;                      ///< whether the workers are speaking
    Position next_;                              ///< the article to open next
    std::unique_ptr<Input> input_;               ///< of `next_`; null: still to be read
    std::list<Entry> queue_;                     ///< in order; spoken sentences belong to the first
    std::unique_ptr<Opened> held_;               ///< needs workers with another voice
};

}  // namespace rawi::production
