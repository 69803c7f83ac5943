#pragma once

#include <functional>
#include <memory>
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

/// A unit that was not spoken though tried twice: a crash, a hang, or a refusal.
struct Unspoken {
    std::size_t utterance = 0;
    std::string reason;  ///< "the engine crashed (signal 11)"
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

    /// Speaks utterances in order: `heard(index, speech)` is called once for each, in the order of
    /// `utterances`, with at most 16 x jobs in flight. An utterance that fails twice goes to
    /// `failed`; when that returns an error, or `heard` does, the rest is left unspoken and the
    /// error returned. `stop` is asked often; true ends with kind interrupted.
    Result<> perform(const std::vector<Utterance>& utterances,
                     const std::function<Result<>(std::size_t, Speech)>& heard,
                     const std::function<Result<>(Unspoken)>& failed,
                     const std::function<bool()>& stop);

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
