// eSpeak NG, as a library. Observed with 1.51: the same sentence sounds different after another
// one; there are phantom word events, which go back in the text and have length 0; espeak_Terminate
// can hang, so it is never called. A word event comes before the silence that closes a stop, and
// the event of the word's first phoneme after that silence; the event of a vowel comes only at the
// end of its glide-in (up to 70 ms).
#include "speech/espeak/engine.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include "base/language_tag.h"
#include "speech/espeak/engine_text.h"

namespace rawi::speech::espeak {

namespace {

constexpr int sample_rate = 22050;
constexpr int buffer_milliseconds = 200;
constexpr std::size_t seconds_per_word = 2;  // no word lasts longer
constexpr std::size_t seconds_more = 60;
constexpr std::size_t part_size = 1U << 15U;        // samples that are passed on at once
constexpr std::size_t kept_back = sample_rate / 2;  // samples that later events may refer to
constexpr int join_milliseconds = 40;               // silence where the voice changes

/// Collects the results of the engine's callback.
struct Recording {
    const EngineText* text = nullptr;
    const PartSink* part = nullptr;               ///< null: samples are not passed on in parts
    std::vector<std::int16_t> samples;            ///< samples not yet passed on
    std::size_t passed_on = 0;                    ///< the number of samples passed to `part`
    std::vector<std::optional<Frames>> onsets;    ///< of each word's event
    std::vector<std::optional<Frames>> phonemes;  ///< of the first phoneme after it
    std::vector<std::optional<Frames>> audible;   ///< where each word is first heard, once known
    std::vector<Frames> pauses;                   ///< the start of each
    std::uint32_t furthest =
        0;  ///< the position in the text, in code points, that the engine has reached
    std::size_t word = 0;  ///< the word that the next phoneme belongs to
    std::size_t most = 0;  ///< samples; if there are more, the engine is stopped

    std::size_t length() const { return passed_on + samples.size(); }
};

/// Where the word is first heard: after the silence that follows its event, and for a vowel in the
/// last hundredth of a second of its glide-in, the rest of which also belongs to the word before.
/// Nothing until that sound has arrived.
std::optional<Frames> audible_onset(const Recording& recording, std::size_t word) {
    const auto [event, phoneme] = std::pair(recording.onsets[word], recording.phonemes[word]);
    if (!event || !phoneme || *phoneme > static_cast<Frames>(recording.length())) return {};
    constexpr Frames glide = sample_rate / 100;
    const auto there = static_cast<Frames>(recording.passed_on);
    Frames onset = std::max(*event, *phoneme - glide);
    while (onset >= there && onset < *phoneme &&
           recording.samples[static_cast<std::size_t>(onset - there)] == 0)
        ++onset;
    return onset;
}

void find_audible_onsets(Recording& recording) {
    for (std::size_t word = 0; word < recording.audible.size(); ++word) {
        if (!recording.audible[word]) recording.audible[word] = audible_onset(recording, word);
    }
}

void pass_on(Recording& recording) {
    find_audible_onsets(recording);
    const std::size_t size = recording.samples.size() - kept_back;
    (*recording.part)(std::span(recording.samples).first(size));
    recording.samples.erase(recording.samples.begin(),
                            recording.samples.begin() + static_cast<std::ptrdiff_t>(size));
    recording.passed_on += size;
}

void note_word(Recording& recording, const espeak_EVENT& event) {
    if (event.text_position < 1) return;
    const auto at = static_cast<std::uint32_t>(event.text_position - 1);
    if (event.length == 0 && at < recording.furthest) return;
    recording.furthest = std::max(recording.furthest, at);
    const auto& ends = recording.text->end;
    const auto word = std::upper_bound(ends.begin(), ends.end(), at) - ends.begin();
    if (word == static_cast<std::ptrdiff_t>(ends.size())) return;
    recording.word = static_cast<std::size_t>(word);
    auto& onset = recording.onsets[recording.word];
    if (!onset) onset = event.sample;
}

/// Notes a phoneme, or a pause: the engine calls pauses phonemes whose names begin with "_".
void note_phoneme(Recording& recording, const espeak_EVENT& event) {
    if (event.id.string[0] == '_') {
        recording.pauses.push_back(event.sample);
    } else if (recording.word < recording.onsets.size() && recording.onsets[recording.word]) {
        auto& first = recording.phonemes[recording.word];
        if (!first) first = event.sample;
    }
}

extern "C" int on_events(short* wave, int count, espeak_EVENT* events) {
    Recording& recording = *static_cast<Recording*>(events->user_data);
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
        if (events->type == espeakEVENT_WORD) note_word(recording, *events);
        if (events->type == espeakEVENT_PHONEME) note_phoneme(recording, *events);
    }
    if (wave != nullptr && count > 0)
        recording.samples.insert(recording.samples.end(), wave, wave + count);
    if (recording.part != nullptr && recording.samples.size() >= part_size) pass_on(recording);
    return recording.length() > recording.most ? 1 : 0;
}

/// The onsets of the words, in order; a word without its own begins where the next one does.
std::vector<Frames> onsets_of(const Recording& recording) {
    const auto length = static_cast<Frames>(recording.length());
    std::vector<Frames> onsets(recording.onsets.size(), length);
    Frames next = length;
    for (std::size_t i = onsets.size(); i-- > 0;) {
        const std::optional<Frames> onset =
            recording.audible[i] ? recording.audible[i] : recording.onsets[i];
        next = std::min(next, onset.value_or(next));
        onsets[i] = next;
    }
    return onsets;
}

std::vector<Frames> ends_of(const std::vector<Frames>& onsets, const Recording& recording) {
    std::vector<Frames> ends;
    for (std::size_t i = 0; i < onsets.size(); ++i) {
        const Frames next =
            i + 1 < onsets.size() ? onsets[i + 1] : static_cast<Frames>(recording.length());
        const auto pause =
            std::upper_bound(recording.pauses.begin(), recording.pauses.end(), onsets[i]);
        ends.push_back(pause == recording.pauses.end() ? next : std::min(next, *pause));
    }
    return ends;
}

bool synthesize(const std::string& text, Recording& recording) {
    return espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                        espeakCHARS_UTF8 | espeakPHONEMES, nullptr, &recording) == EE_OK;
}

bool use(const Voice& voice) {
    if (espeak_SetVoiceByName(voice.name.c_str()) != EE_OK) return false;
    espeak_SetParameter(espeakRATE, voice.words_per_minute, 0);
    espeak_SetParameter(espeakPITCH, voice.pitch, 0);
    return true;
}

/// Whether the voice has the Arabic phoneme table, whose mnemonics mnemonics_of() returns.
bool knows_mnemonics() {
    const espeak_VOICE* const voice = espeak_GetCurrentVoice();
    if (voice == nullptr || voice->languages == nullptr || *voice->languages == 0) return false;
    const std::string_view tag(voice->languages + 1);  // the tag follows its priority
    return primary_language(tag) == "ar";
}

/// Speaks with the current voice; passes the sound on in parts if `part` is not null.
Result<Speech> speak_words(std::span<const SpokenWord> words, const PartSink* part) {
    RAWI_TRY(const EngineText text, engine_text(words, knows_mnemonics()));
    Recording recording;
    recording.text = &text;
    recording.onsets.resize(words.size());
    recording.phonemes.resize(words.size());
    recording.audible.resize(words.size());
    recording.part = part;
    recording.samples.reserve(part_size + sample_rate);
    recording.most =
        static_cast<std::size_t>(sample_rate) * (seconds_more + seconds_per_word * words.size());
    if (!text.text.empty() && !synthesize(text.text, recording)) {
        return fail(Error::Kind::engine, "the engine refused the sentence");
    }
    if (recording.length() > recording.most) {
        return fail(Error::Kind::engine, "the engine did not finish");
    }
    find_audible_onsets(recording);
    Speech speech;
    speech.onsets = onsets_of(recording);
    speech.ends = ends_of(speech.onsets, recording);
    speech.clip.rate = sample_rate;
    speech.clip.samples = std::move(recording.samples);
    return speech;
}

auto not_installed(const Voice& voice) {
    return fail(Error::Kind::unsupported,
                fmt::format("the voice \"{}\" is not installed; Debian's package espeak-ng-data "
                            "has the voices that `rawi voices` lists",
                            voice.name));
}

/// Consecutive words of one voice.
struct Run {
    std::uint32_t voice = 0;
    std::vector<SpokenWord> words;
};

/// Cuts a request into runs. A run that ends within the sentence must not sound final.
std::vector<Run> runs_of(const Request& request) {
    std::vector<Run> runs;
    for (const SpokenWord& word : request.words) {
        if (runs.empty() || runs.back().voice != word.voice) {
            if (!runs.empty() && runs.back().words.back().after == Boundary::none)
                runs.back().words.back().after = Boundary::comma;
            runs.push_back(Run{.voice = word.voice, .words = {}});
        }
        runs.back().words.push_back(word);
    }
    return runs;
}

/// Speaks the runs of several voices one after another; `own` is voice 0.
Result<Speech> speak_runs(const Request& request, const Voice& own) {
    Speech speech;
    speech.clip.rate = sample_rate;
    for (const Run& run : runs_of(request)) {
        const Voice& voice = run.voice == 0 ? own : request.others[run.voice - 1];
        if (!use(voice)) return not_installed(voice);
        RAWI_TRY(Speech next, speak_words(run.words, nullptr));
        trim(next);
        join(speech, next, frames_of(join_milliseconds, sample_rate));
    }
    return speech;
}

auto no_data() {
    return fail(Error::Kind::engine,
                "eSpeak NG does not find its data; install Debian's espeak-ng-data");
}

class EspeakEngine final : public Engine {
  public:
    EngineInfo info() const override {
        espeak_ng_InitializePath(nullptr);  // $ESPEAK_DATA_PATH, $HOME, or the built-in folder
        const char* folder = nullptr;
        const char* const version = espeak_Info(&folder);
        return {.identity = fmt::format("eSpeak NG {}", version), .data = {folder}};
    }

    Result<std::vector<InstalledVoice>> voices() override {
        if (!initialize()) return no_data();
        std::vector<InstalledVoice> all;
        for (const espeak_VOICE** voice = espeak_ListVoices(nullptr); *voice != nullptr; ++voice) {
            // `languages` is a list of a priority byte and a zero-ended tag.
            all.push_back({.tag = (*voice)->languages + 1, .name = (*voice)->name});
        }
        return all;
    }

    Result<int> load(const Voice& voice) override {
        if (!initialize()) return no_data();
        voice_ = voice;
        if (!use(voice)) return not_installed(voice);
        return sample_rate;
    }

    Result<Speech> speak(const Request& request, const PartSink& part) override {
        const bool one_voice = std::all_of(request.words.begin(), request.words.end(),
                                           [](const SpokenWord& word) { return word.voice == 0; });
        return one_voice ? speak_words(request.words, &part) : speak_runs(request, voice_);
    }

  private:
    static bool initialize() {
        const int rate =
            espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, buffer_milliseconds, nullptr,
                              espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT);
        if (rate != sample_rate) return false;
        espeak_SetSynthCallback(on_events);
        return true;
    }

    Voice voice_;  ///< the loaded voice, to which the engine returns after another one
};

}  // namespace

std::unique_ptr<Engine> make_engine() {
    return std::make_unique<EspeakEngine>();
}

}  // namespace rawi::speech::espeak
