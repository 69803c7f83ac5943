#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/script.h"
#include "model/speech.h"

namespace rawi {

/// How the engine speaks.
struct Voice {
    std::string name;            ///< the engine's: "ar", "en-us", "de"
    int words_per_minute = 175;  ///< 80-449
    int pitch = 50;              ///< 0-99

    friend bool operator==(const Voice&, const Voice&) = default;
};

/// A voice that the engine's data holds.
struct InstalledVoice {
    std::string tag, name;
};

/// Worker processes that speak. The same utterance gives the same samples whatever was said
/// before it, by whatever worker.
class Crew {
  public:
    /// Starts `jobs` workers (at least 1): this program again, as `rawi --worker`. Errors: a voice
    /// that is not installed (kind unsupported, naming Debian's package), no data (kind engine).
    static Result<Crew> start(const Voice& voice, int jobs);
    Crew(Crew&&) noexcept;
    Crew& operator=(Crew&&) noexcept;
    ~Crew();  ///< ends the workers

    /// What perform() asks for and tells.
    struct Stage {
        /// The next utterance to speak; nothing at the end.
        std::function<std::optional<Utterance>()> next;
        /// An utterance's speech; in the order in which next() gave them.
        std::function<Result<>(const Utterance&, Speech)> heard;
        /// In place of heard(): tried twice, a crash, a hang or a refusal, and which.
        std::function<Result<>(const Utterance&, std::string reason)> failed;
        /// Asked often; true ends with kind interrupted.
        std::function<bool()> stop;
    };

    /// Speaks utterances in order, at most 16 x jobs of them in flight. Where heard() or failed()
    /// returns an error the rest is left unspoken and the error returned.
    Result<> perform(const Stage& stage);

    int rate() const;              ///< frames a second
    std::string identity() const;  ///< "eSpeak NG 1.51": part of what makes sound up to date

  private:
    struct State;
    explicit Crew(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// What `rawi --worker` does: reads requests on descriptor 0, answers on 1, until its input ends.
/// Returns the process's exit code.
int run_worker(const Voice& voice);

/// Asks the engine, in a process of its own, which voices this machine has.
Result<std::vector<InstalledVoice>> installed_voices();

}  // namespace rawi
