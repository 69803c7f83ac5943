// Distributes work to workers: sending, receiving, time limits and restarts.
#include "speech/worker_pool.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <deque>
#include <optional>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "speech/pipes.h"
#include "speech/processors.h"
#include "speech/protocol.h"

namespace rawi::speech {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t window_per_job = 16;  // utterances in flight
constexpr std::size_t ready_per_job = 2;    // utterances that are verbalized before they are needed
constexpr std::size_t sent_ahead =
    2;  // utterances per worker, including the one that it is speaking
constexpr std::size_t small = 1U << 14U;  // bytes of a request that certainly fit into a pipe
constexpr int poll_milliseconds = 100;
constexpr std::size_t read_size = 1U << 18U;

/// The pool's side of a worker.
struct Worker {
    WorkerProcess process;
    std::optional<int> processor;     ///< that the worker is kept on
    bool ready = false;               ///< whether it has loaded its voice
    std::string received;             ///< bytes not yet decoded
    std::vector<std::int16_t> parts;  ///< of the sound of the current utterance
    std::deque<std::size_t> units;    ///< the numbers sent to it; it is speaking the first
    Clock::time_point deadline;
};

bool is_idle(const Worker& worker) {
    return worker.ready && worker.units.empty();
}

void forget(Worker& worker) {
    worker.received.clear();
    worker.parts.clear();
    worker.ready = false;
}

void end(Worker& worker) {
    kill_and_reap(worker.process);
    forget(worker);
}

/// A pool with a worker for every processor keeps each worker on its own processor: their children
/// are so short-lived that the scheduler often runs two on one processor and none on another.
void assign_processors(std::vector<Worker>& workers, const std::vector<int>& all) {
    if (all.size() < 2 || workers.size() < all.size()) return;
    for (std::size_t i = 0; i < workers.size(); ++i)
        workers[i].processor = all[i % all.size()];
}

auto never_ready() {
    return fail(Error::Kind::engine, "a worker ended before it was ready");
}

/// Reads the first message of a worker: its sample rate or an error.
Result<int> greet(Worker& worker, std::string_view payload) {
    RAWI_TRY(const Reply reply, decode_reply(payload));
    RAWI_TRY(const int rate, rate_in(reply));
    worker.ready = true;
    return rate;
}

/// Waits until the worker is ready.
Result<int> wait_for_greeting(Worker& worker) {
    const std::optional<std::string> payload = read_frame(worker.process.replies);
    if (!payload) return never_ready();
    return greet(worker, *payload);
}

std::string describe_end(int status) {
    if (WIFSIGNALED(status)) {
        return fmt::format("the engine crashed (signal {})", WTERMSIG(status));
    }
    return "the engine ended without an answer";
}

}  // namespace

struct WorkerPool::State {
    Voice voice;
    PoolOptions options;
    std::vector<Worker> workers;  ///< workers that are still loading their voice join later
    int rate = 0;
    std::size_t launched = 0;  ///< workers
    UtteranceQueue queue;      ///< of the current run
    std::vector<char> buffer = std::vector<char>(read_size);

    ~State() {
        for (const Worker& worker : workers)  // first signal all, then wait for each
            if (worker.process.id > 0) kill(-worker.process.id, SIGKILL);
        for (Worker& worker : workers)
            end(worker);
    }

    Result<> launch(Worker& worker) const {
        RAWI_TRY(worker.process, options.launcher->launch(voice));
        if (worker.processor) keep_on(worker.process.id, *worker.processor);
        worker.deadline = Clock::now() + options.patience;
        return {};
    }

    /// Launches workers until there are `count`.
    Result<> launch_up_to(std::size_t count) {
        for (; launched < count; ++launched)
            RAWI_CHECK_OK(launch(workers[launched]));
        return {};
    }

    Result<> relaunch(Worker& worker) const {
        RAWI_CHECK_OK(launch(worker));
        RAWI_TRY([[maybe_unused]] const int same_rate, wait_for_greeting(worker));
        return {};
    }

    /// Sends the next unit to the worker. A busy worker gets only a small one: it reads its pipe
    /// when it is done, and writing must not block until then.
    void send(Worker& worker) {
        const std::size_t number = queue.next();
        const Unit& next = queue[number];
        if (!worker.units.empty() && next.request.size() > small) return;
        queue.pop_next();
        worker.units.push_back(number);
        if (worker.units.size() == 1) start_clock(worker);
        write_all(worker.process.requests, next.request);  // on failure, the worker's replies end
    }

    void start_clock(Worker& worker) {
        const std::size_t words = queue[worker.units.front()].utterance.words.size();
        worker.deadline = Clock::now() + options.patience + options.patience_per_word * words;
    }

    /// Gives a unit to idle workers, and one ahead to busy workers if enough is left for the
    /// others.
    void feed() {
        for (Worker& worker : workers)
            if (is_idle(worker) && queue.waiting() > 0) send(worker);
        for (Worker& worker : workers) {
            const bool has_room = worker.ready && worker.units.size() < sent_ahead;
            if (has_room && queue.waiting() >= workers.size()) send(worker);
        }
    }

    /// Handles the end of a worker: the unit that it was speaking is tried once more.
    Result<> restart_failed(Worker& worker, std::string reason) {
        if (worker.units.empty()) return never_ready();
        Unit& failed = queue[worker.units.front()];
        if (++failed.failed_attempts == 2) {
            failed.failure = std::move(reason);
            worker.units.pop_front();
        }
        queue.retry(worker.units);
        worker.units.clear();
        return relaunch(worker);
    }

    /// Reads the replies of a worker.
    Result<> receive(Worker& worker) {
        const ssize_t got = ::read(worker.process.replies, buffer.data(), buffer.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) return {};
        if (got <= 0) {
            const int status = reap(worker.process);
            forget(worker);
            return restart_failed(worker, describe_end(status));
        }
        worker.received.append(buffer.data(), static_cast<std::size_t>(got));
        while (const std::optional<std::string_view> payload = frame_in(worker.received)) {
            if (!worker.ready) {
                RAWI_TRY([[maybe_unused]] const int same_rate, greet(worker, *payload));
            } else if (worker.units.empty()) {
                break;
            } else if (const Result<> understood = on_reply(worker, *payload); !understood) {
                end(worker);
                return restart_failed(worker, understood.error().message);
            }
            drop_frame(worker.received);
        }
        return {};
    }

    /// Handles a part of a sound, or the reply that ends it. Errors: an invalid reply.
    Result<> on_reply(Worker& worker, std::string_view payload) {
        RAWI_TRY(Reply reply, decode_reply(payload));
        if (reply.status != Reply::Status::part) {
            RAWI_CHECK_OK(join_parts(reply, worker.parts));
            complete(worker, std::move(reply));
            return {};
        }
        const std::vector<std::int16_t>& samples = reply.speech.clip.samples;
        worker.parts.insert(worker.parts.end(), samples.begin(), samples.end());
        return {};
    }

    /// Notes the outcome of the unit that the worker was speaking.
    void complete(Worker& worker, Reply reply) {
        Unit& done = queue[worker.units.front()];
        worker.units.pop_front();
        const bool whole = reply.status == Reply::Status::spoken &&
                           reply.speech.onsets.size() == done.utterance.words.size();
        if (whole) {
            done.speech = std::move(reply.speech);
        } else {
            done.failure = reply.message.empty() ? "the engine lost words" : reply.message;
        }
        if (!worker.units.empty()) start_clock(worker);
        feed();  // before anything else, so that no worker waits for the disk
    }

    /// Moves this process to the processor of a worker that waits for its next sentence, to
    /// verbalize it there: the system would often leave it where another worker is speaking.
    void move_to_idle_processor() const {
        const int here = processor_now();
        std::optional<int> free;
        for (const Worker& worker : workers) {
            if (!worker.processor || !is_idle(worker)) continue;
            if (worker.processor == here) return;
            free = worker.processor;
        }
        if (free) move_to(*free);
    }

    /// Gives work to every worker, and verbalizes ahead if all are busy; returns how long to wait
    /// for them, in milliseconds.
    Result<int> dispatch() {
        feed();
        while (std::any_of(workers.begin(), workers.end(), is_idle)) {
            move_to_idle_processor();
            RAWI_TRY(const bool more, queue.fetch());
            if (!more) return poll_milliseconds;
            feed();
        }
        if (queue.waiting() >= workers.size() * ready_per_job) return poll_milliseconds;
        RAWI_TRY(const bool more, queue.fetch());
        if (more) feed();
        return more ? 0 : poll_milliseconds;
    }

    /// Ends a worker that has been speaking for too long.
    Result<> check_deadline(Worker& worker) {
        if (Clock::now() <= worker.deadline) return {};
        end(worker);
        return restart_failed(worker, "the engine took too long");
    }

    Result<> poll_once() {
        RAWI_TRY(const int milliseconds, dispatch());
        std::vector<Worker*> busy;
        std::vector<pollfd> descriptors;
        for (Worker& worker : workers) {
            if (is_idle(worker) || worker.process.id < 0) continue;
            busy.push_back(&worker);
            descriptors.push_back(
                pollfd{.fd = worker.process.replies, .events = POLLIN, .revents = 0});
        }
        if (busy.empty()) return {};
        if (poll(descriptors.data(), descriptors.size(), milliseconds) < 0 && errno != EINTR) {
            return fail(Error::Kind::engine, fmt::format("poll: {}", std::strerror(errno)));
        }
        for (std::size_t i = 0; i < busy.size(); ++i) {
            RAWI_CHECK_OK(descriptors[i].revents != 0 ? receive(*busy[i])
                                                      : check_deadline(*busy[i]));
        }
        return {};
    }

    Result<> run(const SynthesisSource& source, const SynthesisSink& sink) {
        queue = UtteranceQueue(source, sink, workers.size() * window_per_job);
        while (!queue.finished()) {
            if (source.stop()) return fail(Error::Kind::interrupted, "interrupted");
            RAWI_CHECK_OK(poll_once());
            RAWI_CHECK_OK(queue.deliver());
        }
        return {};
    }

    /// Ends the workers that are still busy after a run that failed, and replaces them.
    Result<> replace_busy(bool interrupted) {
        Result<> done;
        for (Worker& worker : workers) {
            if (worker.units.empty()) continue;
            end(worker);
            worker.units.clear();
            if (interrupted) continue;
            if (Result<> fresh = relaunch(worker); !fresh && done) done = std::move(fresh);
        }
        return done;
    }
};

WorkerPool::WorkerPool(std::unique_ptr<State> state) : state_(std::move(state)) {}
WorkerPool::WorkerPool(WorkerPool&&) noexcept = default;
WorkerPool& WorkerPool::operator=(WorkerPool&&) noexcept = default;
WorkerPool::~WorkerPool() = default;

Result<WorkerPool> WorkerPool::launch(const Voice& voice, PoolOptions options) {
    std::signal(SIGPIPE, SIG_IGN);  // a dead worker is detected when its replies end
    auto state = std::make_unique<State>();
    state->voice = voice;
    state->workers.resize(static_cast<std::size_t>(std::max(1, options.jobs)));
    if (!options.launcher) options.launcher = std::make_shared<ProgramLauncher>();
    state->options = std::move(options);
    const std::vector<int> all = processors();
    assign_processors(state->workers, all);
    const std::size_t count = state->workers.size();
    RAWI_CHECK_OK(state->launch_up_to(std::clamp<std::size_t>(all.size(), 2, count + 1) - 1));
    return WorkerPool(std::move(state));
}

Result<> WorkerPool::wait_ready() {
    RAWI_CHECK_OK(state_->launch_up_to(state_->workers.size()));
    RAWI_TRY(state_->rate, wait_for_greeting(state_->workers.front()));
    return {};
}

Result<WorkerPool> WorkerPool::start(const Voice& voice, PoolOptions options) {
    RAWI_TRY(WorkerPool pool, launch(voice, std::move(options)));
    RAWI_CHECK_OK(pool.wait_ready());
    return pool;
}

Result<> WorkerPool::run(const SynthesisSource& source, const SynthesisSink& sink) {
    Result<> done = state_->run(source, sink);
    const bool interrupted = !done && done.error().kind == Error::Kind::interrupted;
    Result<> replaced = state_->replace_busy(interrupted);
    return done ? replaced : done;
}

int WorkerPool::rate() const {
    return state_->rate;
}

}  // namespace rawi::speech
