// Word times of a whole article, from its manifest, against the engine itself: the sound that the
// engine's phoneme events place at a word's beginning stands in the chapter where the manifest
// says, within 20 ms.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sndfile.h>

#include "base/file.h"
#include "production/producer.h"
#include "speech/espeak/engine_text.h"
#include "speech/protocol.h"
#include "wording/script/script_writer.h"
#include "wording/voice_file.h"

namespace rawi::production {
namespace {

namespace fs = std::filesystem;

constexpr int rate = 22050;
constexpr Frames twenty_milliseconds = rate / 50;
constexpr Frames compared = 200;  // frames of a word's beginning

/// What the engine said for a sentence: its samples, and the frame of each word's first phoneme.
struct Spoken {
    std::vector<std::int16_t> samples;
    std::vector<Frames> first;  ///< -1: none
    std::vector<std::uint32_t> ends;
    std::size_t word = 0;
    bool open = false;
};

Spoken& spoken() {
    static Spoken current;
    return current;
}

int hear(short* wave, int count, espeak_EVENT* event) {
    Spoken& into = spoken();
    for (; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
        if (event->type == espeakEVENT_WORD && event->length > 0) {
            const auto at = static_cast<std::uint32_t>(event->text_position - 1);
            const auto word = std::upper_bound(into.ends.begin(), into.ends.end(), at);
            into.word = static_cast<std::size_t>(word - into.ends.begin());
            into.open = into.word < into.first.size();
        }
        const bool sounds = event->type == espeakEVENT_PHONEME && event->id.string[0] != '_' &&
                            event->id.string[0] != '\0';
        if (sounds && into.open && into.first[into.word] < 0) into.first[into.word] = event->sample;
    }
    if (wave != nullptr && count > 0) into.samples.insert(into.samples.end(), wave, wave + count);
    return 0;
}

/// Asks the engine in a process that has spoken nothing else; through a file, as bytes.
Spoken ask(const Utterance& utterance, const wording::VoiceFile& voice) {
    const auto text = speech::espeak::engine_text(speech::request_for(utterance).value().words,
                                                  voice.engine_voice == "ar")
                          .value();
    const fs::path file = fs::temp_directory_path() / fmt::format("rawi-asked-{}", ::getpid());
    if (const pid_t child = fork(); child == 0) {
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 200, nullptr, espeakINITIALIZE_PHONEME_EVENTS);
        espeak_SetSynthCallback(hear);
        espeak_SetVoiceByName(voice.engine_voice.c_str());
        espeak_SetParameter(espeakRATE, voice.rate, 0);
        espeak_SetParameter(espeakPITCH, voice.pitch, 0);
        spoken().ends = text.end;
        spoken().first.assign(text.end.size(), -1);
        espeak_Synth(text.text.c_str(), text.text.size() + 1, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8 | espeakPHONEMES, nullptr, nullptr);
        std::ofstream out(file, std::ios::binary);
        for (const Frames first : spoken().first)
            out << first << ' ';
        out << "\n";
        const std::string_view bytes = bytes_of(spoken().samples);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        _exit(0);
    } else {
        waitpid(child, nullptr, 0);
    }
    Spoken result;
    std::ifstream in(file, std::ios::binary);
    std::string line;
    std::getline(in, line);
    std::istringstream numbers(line);
    for (Frames first = 0; numbers >> first;)
        result.first.push_back(first);
    const std::string rest{std::istreambuf_iterator<char>(in), {}};
    result.samples.resize(rest.size() / 2);
    std::copy_n(rest.data(), result.samples.size() * 2,
                reinterpret_cast<char*>(result.samples.data()));
    fs::remove(file);
    return result;
}

std::vector<std::int16_t> samples_of(const fs::path& file) {
    SF_INFO info{};
    SNDFILE* const sound = sf_open(file.c_str(), SFM_READ, &info);
    std::vector<std::int16_t> samples(static_cast<std::size_t>(info.frames));
    sf_read_short(sound, samples.data(), info.frames);
    sf_close(sound);
    return samples;
}

/// How far from `first` the engine's samples are those of the chapter from `begin` on.
std::optional<Frames> distance(const std::vector<std::int16_t>& chapter, Frames begin,
                               const Spoken& engine, Frames first) {
    const auto size = static_cast<Frames>(engine.samples.size());
    for (Frames off = 0; off <= rate / 10; ++off) {
        for (const Frames at : {first - off, first + off}) {
            if (at < 0 || at + compared > size) continue;
            if (std::equal(chapter.begin() + begin, chapter.begin() + begin + compared,
                           engine.samples.begin() + at))
                return at - first;
        }
    }
    return std::nullopt;
}

void check(const std::string& sample, std::size_t least_words) {
    const fs::path out = fs::temp_directory_path() / fmt::format("rawi-timing-{}", ::getpid());
    RenderOptions options;
    options.data = RAWI_SOURCE "/voices";
    options.output.folder = out;
    const fs::path article = fs::path(RAWI_SOURCE "/samples") / sample;
    Producer producer(
        options, [] { return false; }, std::make_shared<speech::ProgramLauncher>(RAWI_PROGRAM));
    std::optional<Outcome> outcome;
    const RunListener listener{.progress = [](std::size_t, const Progress&) {},
                               .done =
                                   [&](std::size_t, const Result<Outcome>& done) {
                                       if (done) outcome = *done;
                                   }};
    ASSERT_TRUE(producer.render({article}, listener));
    ASSERT_TRUE(outcome);
    const auto manifest = nlohmann::json::parse(std::ifstream(outcome->folder / "article.json"));
    Resources resources(options);
    auto articles = read_articles(sample, read_file(article).value(), options, resources);
    ASSERT_TRUE(articles);
    const auto prepared =
        prepare_article(*std::move(articles->items.front()), {}, options, resources);
    ASSERT_TRUE(prepared);
    wording::script::ScriptWriter writer(prepared->document, *prepared->language);
    std::size_t checked = 0;
    for (const auto& chapter : manifest["chapters"]) {
        const auto samples = samples_of(outcome->folder / std::string(chapter["file"]));
        for (const auto& sentence : chapter["sentences"]) {
            const auto utterance = writer.next();
            ASSERT_TRUE(utterance);
            ASSERT_EQ(utterance->words.size(), sentence["words"].size());
            const Spoken engine = ask(*utterance, prepared->voice);
            for (std::size_t i = 0; i < utterance->words.size(); ++i) {
                const Frames begin = sentence["words"][i]["begin"];
                // The first is faded in, and so are its samples others.
                if (i == 0 || engine.first[i] < 0) continue;
                if (begin + compared > Frames(sentence["end"]) - rate / 100) continue;
                const auto off = distance(samples, begin, engine, engine.first[i]);
                ASSERT_TRUE(off) << sentence["text"] << ": word " << i;
                EXPECT_LE(std::abs(*off), twenty_milliseconds)
                    << sentence["text"] << ": word " << i;
                ++checked;
            }
        }
    }
    EXPECT_FALSE(writer.next());
    EXPECT_GE(checked, least_words);
    fs::remove_all(out);
}

TEST(Timing, OfAWholeArabicArticleIsTrue) {
    check("harbour.ar.txt", 100);
}

TEST(Timing, OfAWholeEnglishArticleIsTrue) {
    check("lighthouse.en.txt", 90);
}

}  // namespace
}  // namespace rawi::production
