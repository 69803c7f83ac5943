// Word times against the engine's phoneme events: the test asks the engine by itself.
#include <array>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <espeak-ng/speak_lib.h>
#include <gtest/gtest.h>

#include "speech/espeak/engine_text.h"
#include "speech/protocol.h"
#include "speech/worker_pool.h"

namespace rawi::speech {
namespace {

constexpr int rate = 22050;
constexpr Frames twenty_milliseconds = rate / 50;

/// What the engine's events say: for each byte position of a word event, its first phoneme's frame.
struct Event {
    std::size_t at = 0;
    Frames first = -1;
};
std::vector<Event>& events() {
    static std::vector<Event> all;
    return all;
}

int hear(short* /*wave*/, int /*count*/, espeak_EVENT* event) {
    for (; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
        if (event->type == espeakEVENT_WORD && event->length > 0) {
            events().push_back({.at = static_cast<std::size_t>(event->text_position - 1)});
        }
        const bool sounds = event->type == espeakEVENT_PHONEME && event->id.string[0] != '_' &&
                            event->id.string[0] != '\0';
        if (sounds && !events().empty() && events().back().first < 0)
            events().back().first = event->sample;
    }
    return 0;
}

/// Runs the engine on `text` in a process of its own; -> lines "position frame".
std::string ask_engine(const std::string& voice, const std::string& text, int words_per_minute) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return {};
    if (const pid_t child = fork(); child == 0) {
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 200, nullptr, espeakINITIALIZE_PHONEME_EVENTS);
        espeak_SetSynthCallback(hear);
        espeak_SetVoiceByName(voice.c_str());
        espeak_SetParameter(espeakRATE, words_per_minute, 0);
        espeak_SetParameter(espeakPITCH, 50, 0);
        espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8 | espeakPHONEMES, nullptr, nullptr);
        std::string lines;
        for (const Event& event : events())
            lines += std::to_string(event.at) + " " + std::to_string(event.first) + "\n";
        _exit(write(ends[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()) ? 0
                                                                                               : 1);
    } else {
        close(ends[1]);
        std::string lines;
        std::array<char, 4096> buffer{};
        for (ssize_t got = 1; got > 0;) {
            got = read(ends[0], buffer.data(), buffer.size());
            if (got > 0) lines.append(buffer.data(), static_cast<std::size_t>(got));
        }
        close(ends[0]);
        waitpid(child, nullptr, 0);
        return lines;
    }
}

Utterance utterance_of(const std::string& text) {
    Utterance utterance;
    std::istringstream in(text);
    for (std::string one; in >> one;) {
        Word word;
        word.after = one.ends_with(",") ? Boundary::comma : Boundary::none;
        if (one.ends_with(",")) one.pop_back();
        word.spoken = one;
        utterance.words.push_back(word);
    }
    utterance.words.back().after = Boundary::sentence;
    return utterance;
}

Speech spoken(const Utterance& utterance, const std::string& voice) {
    Speech result;
    auto pool = WorkerPool::start({.name = voice, .words_per_minute = 160},
                                  {.launcher = std::make_shared<ProgramLauncher>(RAWI_PROGRAM)});
    EXPECT_TRUE(pool);
    bool given = false;
    SynthesisSource source;
    SynthesisSink sink;
    source.next = [&] {
        return std::exchange(given, true) ? std::nullopt : std::optional<Utterance>(utterance);
    };
    sink.spoken = [&](const Utterance&, Speech speech) -> Result<> {
        result = std::move(speech);
        return {};
    };
    sink.failed = [](const Utterance&, const std::string& reason) {
        return Result<>(fail(Error::Kind::engine, reason));
    };
    source.stop = [] { return false; };
    EXPECT_TRUE(pool->run(source, sink));
    return result;
}

/// Compares each word's onset with the first phoneme that the engine's events give for it.
void compare(const std::string& text, const std::string& voice) {
    const Utterance utterance = utterance_of(text);
    const auto asked = espeak::engine_text(request_for(utterance).value().words, false);
    ASSERT_TRUE(asked);
    const Speech speech = spoken(utterance, voice);
    ASSERT_EQ(speech.onsets.size(), utterance.words.size());
    std::istringstream lines(ask_engine(voice, asked->text, 160));
    std::set<std::size_t> checked;
    std::size_t at = 0;
    for (Frames first = 0; lines >> at >> first;) {
        if (first < 0) continue;
        std::size_t word = 0;
        while (word < asked->end.size() && asked->end[word] <= at)
            ++word;
        ASSERT_LT(word, speech.onsets.size());
        if (!checked.insert(word).second) continue;  // a word that the engine says as two
        EXPECT_LE(std::abs(speech.onsets[word] - first), twenty_milliseconds)
            << text << ": word " << word;
    }
    // "of the" is one word to the engine.
    EXPECT_GE(checked.size() + 1, utterance.words.size());
}

TEST(Timing, EnglishWordsBeginWhereTheirPhonemesDo) {
    compare(
        "The old stone bridge over the Mill River will reopen on Tuesday, two years after a flood",
        "en-us");
    compare("We had hoped for a few hundred, said Doctor Mary Fisher, who leads the trust",
            "en-us");
}

TEST(Timing, ArabicWordsBeginWhereTheirPhonemesDo) {
    compare("قال رئيس الوزراء العراقي إن القوات الأمريكية ستنسحب من البلاد, ولم يذكر موعدا", "ar");
    compare("تِسْعُونَ قَرْيَةً عبر محافظة شمالية, وَثَلَاثَةُ آلَافٍ أخرى", "ar");
}

}  // namespace
}  // namespace rawi::speech
