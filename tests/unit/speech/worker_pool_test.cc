// Workers: order, crashes, hangs, what they hold open and what they are allowed.
#include "speech/worker_pool.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "speech/pipes.h"
#include "speech/worker.h"
#include "support/faulty_engine.h"
#include "support/fork_launcher.h"
#include "support/toy_engine.h"

namespace rawi::speech {
namespace {

Word word(std::string spoken, std::string pronunciation = {}) {
    Word result;
    result.spoken = std::move(spoken);
    result.pronunciation = std::move(pronunciation);
    return result;
}

Utterance utterance(std::vector<Word> words) {
    Utterance result;
    result.words = std::move(words);
    result.words.back().after = Boundary::sentence;
    return result;
}

Utterance sentence(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<Word> words;
    for (std::string one; in >> one;)
        words.push_back(word(one));
    return utterance(std::move(words));
}

/// The outcome of a run: speech, and the reasons where there is none.
struct Spoken {
    std::vector<Speech> speech;
    std::vector<std::string> lost;
};

Result<Spoken> run(WorkerPool& pool, const std::vector<Utterance>& utterances) {
    Spoken result;
    std::size_t next = 0;
    SynthesisSource source;
    SynthesisSink sink;
    source.next = [&]() -> std::optional<Utterance> {
        if (next == utterances.size()) return std::nullopt;
        return utterances[next++];
    };
    sink.spoken = [&](const Utterance&, Speech speech) -> Result<> {
        result.speech.push_back(std::move(speech));
        return {};
    };
    sink.failed = [&](const Utterance&, std::string reason) -> Result<> {
        result.lost.push_back(std::move(reason));
        return {};
    };
    source.voice_of = [](const Word& one) -> Result<std::optional<Voice>> {
        if (one.language == "en") return Voice{.name = "en-us"};
        if (one.language == "zz") return Voice{.name = "zz"};
        return std::nullopt;
    };
    source.stop = [] { return false; };
    RAWI_CHECK_OK(pool.run(source, sink));
    return result;
}

Result<Spoken> run(const std::vector<Utterance>& utterances, const Voice& voice,
                   const PoolOptions& options) {
    RAWI_TRY(WorkerPool pool, WorkerPool::start(voice, options));
    return run(pool, utterances);
}

/// Workers that are rawi's own, with eSpeak NG.
PoolOptions real(int jobs) {
    return {.jobs = jobs, .launcher = std::make_shared<ProgramLauncher>(RAWI_PROGRAM)};
}

Result<Spoken> run(const std::vector<Utterance>& utterances, int jobs,
                   const std::string& voice = "en-us") {
    return run(utterances, {.name = voice}, real(jobs));
}

const Voice toy{.name = "toy"};

/// Workers with a toy engine that has faults.
PoolOptions faulty(int jobs, const Faults& faults) {
    auto work = [faults](const Voice& voice, int /*earlier*/) {
        FaultyEngine engine(std::make_unique<ToyEngine>(), faults);
        return run_worker(engine, voice);
    };
    return {.jobs = jobs, .launcher = std::make_shared<ForkLauncher>(work)};
}

TEST(WorkerPool, ASentenceSoundsTheSameWhateverCameBefore) {
    const Utterance a = sentence("The harbour opened on Tuesday");
    const Utterance b = sentence("Nobody was surprised");
    const auto one = run({a, b, a, b}, 1);
    const auto three = run({b, b, a, a}, 3);
    ASSERT_TRUE(one && three);
    ASSERT_EQ(one->speech.size(), 4U);
    ASSERT_EQ(three->speech.size(), 4U);
    for (const std::size_t i : {0U, 2U}) {
        EXPECT_EQ(one->speech[i].clip.samples, three->speech[2].clip.samples);
        EXPECT_EQ(one->speech[i].onsets, three->speech[3].onsets);
    }
    EXPECT_EQ(one->speech[1].clip.samples, three->speech[0].clip.samples);
}

TEST(WorkerPool, SpeechComesInOrder) {
    std::vector<Utterance> many;
    for (std::size_t i = 0; i < 100; ++i)
        many.push_back(sentence(i % 7 == 0 ? "one two three four five six" : "one"));
    const auto heard = run(many, 3);
    ASSERT_TRUE(heard);
    ASSERT_EQ(heard->speech.size(), many.size());
    for (std::size_t i = 0; i < many.size(); ++i)
        EXPECT_EQ(heard->speech[i].onsets.size(), many[i].words.size());
}

TEST(WorkerPool, APronouncedWordHasItsOnset) {
    const Utterance both =
        utterance({word("x", "kitaːb"), word("x", "dʒadiːd"), word("x", "sˤaɣiːr")});
    const auto heard = run({both}, 1, "ar");
    ASSERT_TRUE(heard);
    ASSERT_EQ(heard->speech.size(), 1U);
    const Speech& speech = heard->speech.front();
    ASSERT_EQ(speech.onsets.size(), 3U);
    constexpr Frames least = 22050 / 10;  // a tenth of a second
    EXPECT_GE(speech.onsets[1] - speech.onsets[0], least);
    EXPECT_GE(speech.onsets[2] - speech.onsets[1], least);
    EXPECT_GE(speech.clip.frames() - speech.onsets[2], least);
}

Word foreign(std::string spoken, std::string language) {
    Word result = word(std::move(spoken));
    result.language = std::move(language);
    return result;
}

/// Arabic, with a run of English words in it, and one of a language that has no voice.
Utterance mixed() {
    Utterance result =
        utterance({word("قال", "qaːl"), word("مراسل", "muraːsil"), foreign("Reuters", "en"),
                   foreign("Television", "en"), word("في", "fiː"), foreign("مكان", "xx"),
                   word("بغداد", "baɣdaːd")});
    result.language = "ar";
    return result;
}

TEST(WorkerPool, AWordInAnotherLanguageHasItsVoice) {
    const auto heard = run({mixed()}, 1, "ar");
    ASSERT_TRUE(heard);
    ASSERT_EQ(heard->speech.size(), 1U) << heard->lost.front();
    const Speech& speech = heard->speech.front();
    ASSERT_EQ(speech.onsets.size(), 7U);
    constexpr Frames least = 22050 / 10;  // a tenth of a second
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_GE(speech.ends[i] - speech.onsets[i], least) << i;
        // A join is a short silence, a word of the same voice follows at once.
        const Frames gap = i == 6 ? 0 : speech.onsets[i + 1] - speech.ends[i];
        EXPECT_LE(gap, least / 2) << i;
    }
    // The English run sounds as it does alone, in an English voice.
    Utterance alone = utterance({word("Reuters"), word("Television")});
    alone.words.back().after = Boundary::comma;
    const auto english = run({alone}, 1, "en-us");
    ASSERT_TRUE(english);
    Speech expected = english->speech.front();
    trim(expected);
    constexpr Frames tolerance = 22050 / 50;
    const Frames second = speech.onsets[3] - speech.onsets[2];
    const Frames end = speech.ends[3] - speech.onsets[2];
    EXPECT_LE(std::abs(second - (expected.onsets[1] - expected.onsets[0])), tolerance);
    EXPECT_LE(std::abs(end - (expected.ends[1] - expected.onsets[0])), tolerance);
}

TEST(WorkerPool, JoinsOfVoicesAreQuietAtBothSides) {
    const auto heard = run({mixed()}, 1, "ar");
    ASSERT_TRUE(heard);
    const Speech& speech = heard->speech.front();
    for (const std::size_t before : {1U, 3U}) {
        const auto end = static_cast<std::size_t>(speech.ends[before]);
        const auto onset = static_cast<std::size_t>(speech.onsets[before + 1]);
        constexpr int quiet = 500;  // of 32767
        EXPECT_LE(std::abs(speech.clip.samples[end - 1]), quiet);
        EXPECT_LE(std::abs(speech.clip.samples[onset]), quiet);
        EXPECT_EQ(speech.clip.samples[end], 0);
    }
}

TEST(WorkerPool, SeveralVoicesGiveTheSameBytesInAnyOrder) {
    Utterance arabic = utterance({word("مرحبا", "marħaban")});
    arabic.language = "ar";
    const auto one = run({mixed(), arabic, mixed(), arabic}, 1, "ar");
    const auto three = run({arabic, arabic, arabic, mixed()}, 3, "ar");
    ASSERT_TRUE(one && three);
    EXPECT_EQ(one->speech[0].clip.samples, one->speech[2].clip.samples);
    EXPECT_EQ(one->speech[0].clip.samples, three->speech[3].clip.samples);
    EXPECT_EQ(one->speech[0].onsets, three->speech[3].onsets);
    for (const std::size_t i : {0U, 1U, 2U})
        EXPECT_EQ(one->speech[1].clip.samples, three->speech[i].clip.samples);
}

TEST(WorkerPool, AnotherVoiceThatIsMissingIsNamed) {
    Utterance lost = utterance({word("مرحبا", "marħaban"), foreign("there", "zz")});
    lost.language = "ar";
    const auto heard = run({lost}, 1, "ar");
    ASSERT_TRUE(heard);
    ASSERT_EQ(heard->lost.size(), 1U);
    EXPECT_NE(heard->lost.front().find("espeak-ng-data"), std::string::npos);
}

TEST(WorkerPool, ACrashCostsOneSentence) {
    const auto heard = run({sentence("first"), sentence("with poison in it"), sentence("last")},
                           toy, faulty(2, {.crash = "poison", .hang = {}, .kill = {}}));
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->speech.size(), 2U);
    ASSERT_EQ(heard->lost.size(), 1U);
    EXPECT_EQ(heard->lost.front(), "the engine crashed (signal 6)");
}

TEST(WorkerPool, AHangCostsOneSentence) {
    PoolOptions options = faulty(1, {.crash = {}, .hang = "poison", .kill = {}});
    // Short for the one word, long for the sentence after it, however busy the machine is.
    options.patience = {};
    options.patience_per_word = std::chrono::milliseconds(300);
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "word ";
    const auto heard = run({sentence("poison"), sentence(many)}, toy, options);
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->speech.size(), 1U);
    ASSERT_EQ(heard->lost.size(), 1U);
    EXPECT_EQ(heard->lost.front(), "the engine took too long");
}

TEST(WorkerPool, ARefusalIsFinal) {
    const PoolOptions options = faulty(1, {});
    const auto heard = run({sentence("oh no"), sentence("last")}, toy, options);
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->speech.size(), 1U);
    EXPECT_EQ(heard->lost, std::vector<std::string>{"refused"});
    EXPECT_EQ(static_cast<const ForkLauncher&>(*options.launcher).launched(), 1);
}

TEST(WorkerPool, AKilledWorkerChangesNothing) {
    const std::vector<Utterance> three = {sentence("first"), sentence("second"), sentence("last")};
    const auto quiet = run(three, toy, faulty(1, {}));
    const auto folder =
        std::filesystem::temp_directory_path() / fmt::format("rawi-kill-{}", getpid());
    std::filesystem::create_directory(folder);
    for (const char* const file : {"1", "2"})
        std::ofstream(folder / file).put('\n');
    const PoolOptions options = faulty(1, {.crash = {}, .hang = {}, .kill = folder.string()});
    const auto heard = run(three, toy, options);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
    std::filesystem::remove_all(folder);
    EXPECT_EQ(static_cast<const ForkLauncher&>(*options.launcher).launched(), 2);
    ASSERT_TRUE(quiet && heard);
    ASSERT_EQ(heard->speech.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(heard->speech[i].clip.samples, quiet->speech[i].clip.samples);
}

TEST(WorkerPool, AWorkerThatWritesNonsenseIsReplaced) {
    const auto work = [](const Voice& voice, int earlier) {
        ToyEngine engine;
        if (earlier > 0) return run_worker(engine, voice);
        write_all(STDOUT_FILENO, encode(greeting(engine.load(voice))));
        read_frame(STDIN_FILENO);
        write_all(STDOUT_FILENO, std::string_view("\4\0\0\0what", 8));
        pause();
        return 0;
    };
    const auto launcher = std::make_shared<ForkLauncher>(work);
    const auto heard = run({sentence("one"), sentence("two")}, toy, {.launcher = launcher});
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->speech.size(), 2U);
    EXPECT_EQ(launcher->launched(), 2);
}

TEST(WorkerPool, AWorkerThatNeverGetsReadyIsAnError) {
    const auto launcher = std::make_shared<ForkLauncher>([](const Voice&, int) { return 0; });
    const auto pool = WorkerPool::start(toy, {.launcher = launcher});
    ASSERT_FALSE(pool);
    EXPECT_EQ(pool.error().kind, Error::Kind::engine);
    EXPECT_EQ(pool.error().message, "a worker ended before it was ready");
}

TEST(WorkerPool, AMissingProgramIsAnError) {
    const auto launcher = std::make_shared<ProgramLauncher>("/nonexistent/rawi");
    const auto pool = WorkerPool::start(toy, {.launcher = launcher});
    ASSERT_FALSE(pool);
    EXPECT_EQ(pool.error().message, "cannot start a worker: No such file or directory");
}

TEST(WorkerPool, FewUtterancesAreInFlight) {
    auto pool = WorkerPool::start(toy, faulty(2, {}));
    ASSERT_TRUE(pool);
    int fetched = 0;
    int delivered = 0;
    int most = 0;
    SynthesisSource source;
    SynthesisSink sink;
    source.next = [&]() -> std::optional<Utterance> {
        most = std::max(most, ++fetched - delivered);
        if (fetched > 200) return std::nullopt;
        return sentence("word");
    };
    source.stop = [] { return false; };
    sink.spoken = [&](const Utterance&, const Speech&) -> Result<> {
        ++delivered;
        return {};
    };
    sink.failed = [](const Utterance&, const std::string& reason) {
        return Result<>(fail(Error::Kind::engine, reason));
    };
    ASSERT_TRUE(pool->run(source, sink));
    EXPECT_EQ(delivered, 200);
    EXPECT_LE(most, 2 * 16);
}

TEST(WorkerPool, ARunThatIsStoppedIsInterrupted) {
    auto pool = WorkerPool::start(toy, faulty(2, {}));
    ASSERT_TRUE(pool);
    int delivered = 0;
    SynthesisSource source;
    SynthesisSink sink;
    source.next = [] { return std::optional<Utterance>(sentence("on and on")); };
    source.stop = [&] { return delivered > 2; };
    sink.spoken = [&](const Utterance&, const Speech&) -> Result<> {
        ++delivered;
        return {};
    };
    sink.failed = [](const Utterance&, const std::string&) { return Result<>(); };
    const Result<> done = pool->run(source, sink);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::interrupted);
}

TEST(WorkerPool, AnErrorOfTheSinkEndsTheRun) {
    auto pool = WorkerPool::start(toy, faulty(2, {}));
    ASSERT_TRUE(pool);
    SynthesisSource source;
    SynthesisSink sink;
    source.next = [] { return std::optional<Utterance>(sentence("on and on")); };
    sink.spoken = [](const Utterance&, const Speech&) {
        return Result<>(fail(Error::Kind::io, "full"));
    };
    sink.failed = [](const Utterance&, const std::string&) { return Result<>(); };
    source.stop = [] { return false; };
    const Result<> done = pool->run(source, sink);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "full");
    EXPECT_TRUE(run(*pool, {sentence("and it works again")}));
}

TEST(WorkerPool, AVoiceThatIsNotInstalledNamesThePackage) {
    const auto pool = WorkerPool::start({.name = "xx"}, real(1));
    ASSERT_FALSE(pool);
    EXPECT_EQ(pool.error().kind, Error::Kind::unsupported);
    EXPECT_NE(pool.error().message.find("espeak-ng-data"), std::string::npos);
}

/// The processes that this one started.
std::vector<std::string> children() {
    std::ifstream in(fmt::format("/proc/self/task/{}/children", getpid()));
    std::vector<std::string> found;
    for (std::string one; in >> one;)
        found.push_back(one);
    return found;
}

/// A worker's limits, once it has set them: the pool does not wait for every worker.
std::string limits_of(const std::string& worker) {
    std::string limits;
    for (std::ifstream in("/proc/" + worker + "/limits"); in;
         in.open("/proc/" + worker + "/limits")) {
        limits.assign(std::istreambuf_iterator<char>(in), {});
        if (limits.find("Max open files            64 ") != std::string::npos) break;
        in.close();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return limits;
}

TEST(WorkerPool, WorkersHoldNothingOpenAndAreLimited) {
    const auto pool = WorkerPool::start({.name = "en-us"}, real(2));
    ASSERT_TRUE(pool);
    ASSERT_EQ(children().size(), 2U);
    for (const std::string& worker : children()) {
        const std::string limits = limits_of(worker);
        std::map<std::string, std::string> held;
        for (const auto& entry : std::filesystem::directory_iterator("/proc/" + worker + "/fd"))
            held[entry.path().filename().string()] =
                std::filesystem::read_symlink(entry.path()).string();
        EXPECT_EQ(held.size(), 3U);
        EXPECT_EQ(held["0"].substr(0, 5), "pipe:");
        EXPECT_EQ(held["1"].substr(0, 5), "pipe:");
        EXPECT_EQ(held["2"], "/dev/null");
        EXPECT_NE(limits.find("Max file size             0 "), std::string::npos) << limits;
        EXPECT_NE(limits.find("Max open files            64 "), std::string::npos) << limits;
        EXPECT_NE(limits.find("Max core file size        0 "), std::string::npos) << limits;
    }
}

}  // namespace
}  // namespace rawi::speech
