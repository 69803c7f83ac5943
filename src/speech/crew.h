#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/script.h"
#include "model/speech.h"
#include "speech/voice.h"

namespace rawi {

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
    /// The same, but does not wait for the workers: they load their voice while the caller has
    /// other things to do, as many as it leaves processors to. ready() then comes before anything
    /// else: it starts the others and waits for the first.
    static Result<Crew> call(const Voice& voice, int jobs);
    Result<> ready();
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
        /// The voice of a word whose language is not its utterance's; nothing: the crew's voice
        /// speaks it too. Where the function is empty that one speaks everything.
        std::function<Result<std::optional<Voice>>(const Word&)> voice_of;
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

/// Asks the engine, in a process of its own, whether it has a voice of that name.
Result<bool> has_voice(const std::string& name);

/// What to tell where it has not.
std::string not_installed(std::string_view name);

/// Asks the engine, in a process of its own, which voices this machine has.
Result<std::vector<InstalledVoice>> installed_voices();

}  // namespace rawi
