// Which worker does what, and the order in which speech is delivered.
#include "speech/worker_pool.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "speech/pipes.h"
#include "speech/processors.h"
#include "speech/protocol.h"

namespace rawi::speech {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t window_a_job = 16;  // utterances ahead of the one that is waited for
constexpr std::size_t ready_a_job = 2;    // utterances that are worded before they are asked for
constexpr std::size_t sent_ahead = 2;     // that a worker has, with the one that it is at
constexpr std::size_t small = 1U << 14U;  // bytes of a request that its pipe surely holds
constexpr auto least_time = std::chrono::seconds(10);
constexpr auto time_a_word = std::chrono::milliseconds(200);
constexpr int poll_milliseconds = 100;
constexpr std::size_t read_size = 1U << 18U;
constexpr int pipe_size = 1 << 20;  // bytes: an utterance of usual length fits

/// A worker process and its pipes.
struct Worker {
    pid_t process = -1;
    int to = -1, from = -1;
    std::optional<int> processor;  ///< that it is kept on
    bool ready = false;            ///< it has loaded its voice
    std::string received;
    std::vector<std::int16_t> parts;  ///< of the sound that it is making
    std::deque<std::size_t> units;    ///< that it was sent; it is at the first
    Clock::time_point deadline;
};

/// An utterance in flight, and what came of it.
struct Unit {
    Utterance utterance;
    std::string request;  ///< as a frame
    std::optional<Speech> speech;
    std::optional<std::string> lost;  ///< why it is not to be spoken
    int tries = 0;                    ///< that failed
};

std::string program() {
    const char* const asked = std::getenv("RAWI_PROGRAM");
    return asked != nullptr ? asked : "/proc/self/exe";
}

/// Starts `program` with the pipes on its 0 and 1, its messages thrown away.
int spawn(const Voice& voice, int input, int output, pid_t& process) {
    std::vector<std::string> words = {program(), "--worker",
                                      "--voice", voice.name,
                                      "--rate",  fmt::format("{}", voice.words_per_minute),
                                      "--pitch", fmt::format("{}", voice.pitch)};
    std::vector<char*> arguments(words.size() + 1, nullptr);
    std::transform(words.begin(), words.end(), arguments.begin(),
                   [](std::string& word) { return word.data(); });
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    const int problem = posix_spawn(&process, words.front().c_str(), &actions, &attributes,
                                    arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

void close_pipe(int& descriptor) {
    if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
}

/// Ends a worker with all its children; returns how it ended.
int end(Worker& worker) {
    close_pipe(worker.to);
    close_pipe(worker.from);
    int status = 0;
    if (worker.process > 0) {
        kill(-worker.process, SIGKILL);
        while (waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
        }
        worker.process = -1;
    }
    worker.received.clear();
    worker.parts.clear();
    worker.ready = false;
    return status;
}

Result<> launch_worker(Worker& worker, const Voice& voice) {
    std::array<int, 2> in{-1, -1};
    std::array<int, 2> out{-1, -1};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) {
        return fail(Error::Kind::engine,
                    fmt::format("cannot start a worker: {}", std::strerror(errno)));
    }
    fcntl(out[1], F_SETPIPE_SZ, pipe_size);  // a wish: a smaller pipe only means more waiting
    worker.to = in[1];
    worker.from = out[0];
    const int problem = spawn(voice, in[0], out[1], worker.process);
    ::close(in[0]);
    ::close(out[1]);
    if (problem != 0) {
        return fail(Error::Kind::engine,
                    fmt::format("cannot start a worker: {}", std::strerror(problem)));
    }
    if (worker.processor) keep_on(worker.process, *worker.processor);
    worker.deadline = Clock::now() + least_time;
    return {};
}

/// A pool for all processors has each worker on one of its own: a worker's child is so short that
/// the scheduler often leaves two on one processor and none on the other.
void place(std::vector<Worker>& workers, const std::vector<int>& homes) {
    if (homes.size() < 2 || workers.size() < homes.size()) return;
    for (std::size_t i = 0; i < workers.size(); ++i)
        workers[i].processor = homes[i % homes.size()];
}

/// What a worker says first: that it is ready, or why not.
Result<Reply> greeting_in(std::string_view payload) {
    RAWI_TRY(Reply reply, decode_reply(payload));
    if (reply.status == Reply::Status::ready) return reply;
    const bool voice = reply.status == Reply::Status::no_voice;
    return fail(voice ? Error::Kind::unsupported : Error::Kind::engine, reply.message);
}

auto never_ready() {
    return fail(Error::Kind::engine, "a worker ended before it was ready");
}

/// Waits until the worker is ready.
Result<Reply> greeting(Worker& worker) {
    const std::optional<std::string> payload = read_frame(worker.from);
    if (!payload) return never_ready();
    RAWI_TRY(Reply reply, greeting_in(*payload));
    worker.ready = true;
    return reply;
}

/// RAWI_FAULT_KILL=N, for tests: the worker that is sent the N-th request is killed.
std::size_t request_to_kill_at() {
    const char* const asked = std::getenv("RAWI_FAULT_KILL");
    return asked == nullptr ? 0 : std::strtoul(asked, nullptr, 10);
}

/// How long an utterance may take. RAWI_FAULT_PATIENCE=MILLISECONDS, for tests, shortens it.
Clock::duration patience_for(const Utterance& utterance) {
    if (const char* const asked = std::getenv("RAWI_FAULT_PATIENCE")) {
        return std::chrono::milliseconds(std::strtoul(asked, nullptr, 10));
    }
    return least_time + time_a_word * utterance.words.size();
}

std::string reason_of(int status) {
    if (WIFSIGNALED(status)) {
        return fmt::format("the engine crashed (signal {})", WTERMSIG(status));
    }
    return "the engine ended without an answer";
}

}  // namespace

struct WorkerPool::State {
    Voice voice;
    std::vector<Worker> workers;  ///< those that load their voice still join when they are ready
    int rate = 0;
    std::string identity;
    std::size_t launched = 0;  ///< workers that were started

    // One run:
    const SynthesisSource* source = nullptr;
    const SynthesisSink* sink = nullptr;
    std::deque<Unit> units;          ///< in flight, in order
    std::size_t first = 0;           ///< the number of units.front()
    std::size_t unsent = 0;          ///< the number of the first unit that no worker was sent
    std::vector<std::size_t> again;  ///< numbers of units to send once more, the next one last
    bool ended = false;              ///< there is no next utterance
    std::size_t sent = 0;
    std::vector<char> buffer = std::vector<char>(read_size);

    ~State() {
        for (const Worker& worker : workers)  // all at once, then one by one
            if (worker.process > 0) kill(-worker.process, SIGKILL);
        for (Worker& worker : workers)
            end(worker);
    }

    Unit& unit(std::size_t number) { return units[number - first]; }

    /// Utterances that wait for a worker.
    std::size_t waiting() const { return first + units.size() - unsent + again.size(); }

    /// Asks for one more utterance; -> whether there was room for one, and one.
    Result<bool> fetch() {
        if (ended || units.size() >= workers.size() * window_a_job) return false;
        std::optional<Utterance> next = source->next();
        ended = !next;
        if (ended) return false;
        RAWI_TRY(const Request request, request_for(*next, source->voice_of));
        units.push_back(Unit{.utterance = *std::move(next),
                             .request = encode(request),
                             .speech = {},
                             .lost = {},
                             .tries = 0});
        return true;
    }

    /// Sends the worker the next unit. To one that is at work only a small one: it reads its pipe
    /// when it is done, and until then we must not wait for it.
    void send(Worker& worker) {
        const std::size_t number = again.empty() ? unsent : again.back();
        const Unit& next = unit(number);
        if (!worker.units.empty() && next.request.size() > small) return;
        if (again.empty()) {
            ++unsent;
        } else {
            again.pop_back();
        }
        worker.units.push_back(number);
        if (worker.units.size() == 1) start_clock(worker);
        write_all(worker.to, next.request);  // a failure shows as its end
        if (++sent == request_to_kill_at()) kill(-worker.process, SIGKILL);
    }

    void start_clock(Worker& worker) {
        worker.deadline = Clock::now() + patience_for(unit(worker.units.front()).utterance);
    }

    static bool is_idle(const Worker& worker) { return worker.ready && worker.units.empty(); }

    /// Idle workers get a unit; those at work one ahead, as long as enough is left for the others.
    void feed() {
        for (Worker& worker : workers)
            if (is_idle(worker) && waiting() > 0) send(worker);
        for (Worker& worker : workers) {
            const bool has_room = worker.ready && worker.units.size() < sent_ahead;
            if (has_room && waiting() >= workers.size()) send(worker);
        }
    }

    Result<> renew(Worker& worker) const {
        RAWI_CHECK_OK(launch_worker(worker, voice));
        RAWI_TRY(const Reply ready, greeting(worker));
        return {};
    }

    /// A worker ended, or was ended: the unit that it was at is tried once more.
    Result<> restart_failed(Worker& worker, std::string reason) {
        if (worker.units.empty()) return never_ready();
        Unit& failed = unit(worker.units.front());
        if (++failed.tries == 2) {
            failed.lost = std::move(reason);
            worker.units.pop_front();
        }
        again.insert(again.end(), worker.units.rbegin(), worker.units.rend());
        worker.units.clear();
        return renew(worker);
    }

    Result<> listen(Worker& worker) {
        const ssize_t got = ::read(worker.from, buffer.data(), buffer.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) return {};
        if (got <= 0) return restart_failed(worker, reason_of(end_of(worker)));
        worker.received.append(buffer.data(), static_cast<std::size_t>(got));
        while (const std::optional<std::string_view> payload = frame_in(worker.received)) {
            if (!worker.ready) {
                RAWI_TRY(const Reply ready, greeting_in(*payload));
                worker.ready = true;
                drop_frame(worker.received);
                continue;
            }
            if (worker.units.empty()) break;
            if (const Result<> sound = on_reply(worker, *payload); !sound) {
                end(worker);
                return restart_failed(worker, sound.error().message);
            }
            drop_frame(worker.received);
        }
        return {};
    }

    /// A part of a sound, or what ends it. Errors: what no worker says.
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

    /// What came of the unit that the worker was at.
    void complete(Worker& worker, Reply reply) {
        Unit& done = unit(worker.units.front());
        worker.units.pop_front();
        const bool whole = reply.status == Reply::Status::spoken &&
                           reply.speech.onsets.size() == done.utterance.words.size();
        if (whole) {
            done.speech = std::move(reply.speech);
        } else {
            done.lost = reply.message.empty() ? "the engine lost words" : reply.message;
        }
        if (!worker.units.empty()) start_clock(worker);
        feed();  // before anything else, so that nobody waits for the disk
    }

    /// How a worker that closed its pipe ended; it is reaped.
    static int end_of(Worker& worker) {
        int status = 0;
        while (waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
        }
        kill(-worker.process, SIGKILL);
        worker.process = -1;
        end(worker);
        return status;
    }

    /// The processor of a worker that waits for its next sentence is the one to word it on: the
    /// system would leave us where another worker speaks, with half of the time.
    void go_where_nobody_speaks() const {
        const int here = processor_now();
        std::optional<int> free;
        for (const Worker& worker : workers) {
            if (!worker.processor || !is_idle(worker)) continue;
            if (worker.processor == here) return;
            free = worker.processor;
        }
        if (free) move_to(*free);
    }

    /// Gives everyone work, and words what comes after it meanwhile; -> how long to wait.
    Result<int> dispatch() {
        feed();
        while (std::any_of(workers.begin(), workers.end(), is_idle)) {
            go_where_nobody_speaks();
            RAWI_TRY(const bool more, fetch());
            if (!more) return poll_milliseconds;
            feed();
        }
        if (waiting() >= workers.size() * ready_a_job) return poll_milliseconds;
        RAWI_TRY(const bool more, fetch());
        if (more) feed();
        return more ? 0 : poll_milliseconds;
    }

    /// Ends a worker that has been at its unit for too long.
    Result<> watch(Worker& worker) {
        if (Clock::now() <= worker.deadline) return {};
        end(worker);
        return restart_failed(worker, "the engine took too long");
    }

    Result<> poll_once() {
        RAWI_TRY(const int milliseconds, dispatch());
        std::vector<Worker*> whose;
        std::vector<pollfd> busy;
        for (Worker& worker : workers) {
            if (is_idle(worker) || worker.process < 0) continue;
            whose.push_back(&worker);
            busy.push_back(pollfd{.fd = worker.from, .events = POLLIN, .revents = 0});
        }
        if (busy.empty()) return {};
        if (poll(busy.data(), busy.size(), milliseconds) < 0 && errno != EINTR) {
            return fail(Error::Kind::engine, fmt::format("poll: {}", std::strerror(errno)));
        }
        for (std::size_t i = 0; i < busy.size(); ++i) {
            RAWI_CHECK_OK(busy[i].revents != 0 ? listen(*whose[i]) : watch(*whose[i]));
        }
        return {};
    }

    Result<> deliver() {
        while (!units.empty()) {
            Unit& next = units.front();
            if (next.speech) {
                RAWI_CHECK_OK(sink->spoken(next.utterance, *std::move(next.speech)));
            } else if (next.lost) {
                RAWI_CHECK_OK(sink->failed(next.utterance, *std::move(next.lost)));
            } else {
                return {};
            }
            units.pop_front();
            ++first;
        }
        return {};
    }

    Result<> run() {
        while (!ended || !units.empty()) {
            if (source->stop()) return fail(Error::Kind::interrupted, "interrupted");
            RAWI_CHECK_OK(poll_once());
            RAWI_CHECK_OK(deliver());
        }
        return {};
    }

    void begin(const SynthesisSource& new_source, const SynthesisSink& new_sink) {
        source = &new_source;
        sink = &new_sink;
        units.clear();
        again.clear();
        first = unsent = sent = 0;
        ended = false;
    }
};

WorkerPool::WorkerPool(std::unique_ptr<State> state) : state_(std::move(state)) {}
WorkerPool::WorkerPool(WorkerPool&&) noexcept = default;
WorkerPool& WorkerPool::operator=(WorkerPool&&) noexcept = default;
WorkerPool::~WorkerPool() = default;

Result<WorkerPool> WorkerPool::launch(const Voice& voice, int jobs) {
    std::signal(SIGPIPE, SIG_IGN);  // a dead worker is found out by reading
    auto state = std::make_unique<State>();
    state->voice = voice;
    state->workers.resize(static_cast<std::size_t>(std::max(1, jobs)));
    const std::vector<int> homes = processors();
    place(state->workers, homes);
    state->launched = std::clamp<std::size_t>(homes.size(), 2, state->workers.size() + 1) - 1;
    for (std::size_t i = 0; i < state->launched; ++i)
        RAWI_CHECK_OK(launch_worker(state->workers[i], voice));
    return WorkerPool(std::move(state));
}

Result<> WorkerPool::wait_ready() {
    State& state = *state_;
    for (; state.launched < state.workers.size(); ++state.launched)
        RAWI_CHECK_OK(launch_worker(state.workers[state.launched], state.voice));
    RAWI_TRY(const Reply ready, greeting(state.workers.front()));
    state.rate = ready.speech.clip.rate;
    state.identity = ready.message;
    return {};
}

Result<WorkerPool> WorkerPool::start(const Voice& voice, int jobs) {
    RAWI_TRY(WorkerPool pool, launch(voice, jobs));
    RAWI_CHECK_OK(pool.wait_ready());
    return pool;
}

Result<> WorkerPool::run(const SynthesisSource& source, const SynthesisSink& sink) {
    State& state = *state_;
    state.begin(source, sink);
    Result<> done = state.run();
    for (Worker& worker : state.workers) {  // whoever is still at work has lost its listener
        if (worker.units.empty()) continue;
        end(worker);
        worker.units.clear();
        if (done || done.error().kind != Error::Kind::interrupted) {
            if (const Result<> fresh = state.renew(worker); !fresh && done) done = fresh;
        }
    }
    return done;
}

int WorkerPool::rate() const {
    return state_->rate;
}

std::string WorkerPool::identity() const {
    return state_->identity;
}

}  // namespace rawi::speech
