// eSpeak NG, as a library. Its facts, measured on 1.51: the same sentence sounds different after
// another one; phantom word events go back and have no length; espeak_Terminate can hang, so
// nobody calls it. A word event stands before the silence that closes a stop, and the event of a
// word's first phoneme after it; but a vowel's event comes once its glide-in (up to 70 ms) is over.
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

#include "speech/espeak/engine_text.h"

namespace rawi::speech::espeak {

namespace {

constexpr int sample_rate = 22050;
constexpr int buffer_milliseconds = 200;
constexpr std::size_t seconds_a_word = 2;  // a word longer than this is no word
constexpr std::size_t seconds_more = 60;
constexpr std::size_t part_size = 1U << 15U;        // samples that are handed on together
constexpr std::size_t kept_back = sample_rate / 2;  // samples that an event may still be about
constexpr int join_milliseconds = 40;               // of silence where the voice changes

/// What the engine's callback collects.
struct Recording {
    const EngineText* text = nullptr;
    const PartSink* part = nullptr;               ///< null: the samples stay together
    std::vector<std::int16_t> samples;            ///< from `handed_on` on
    std::size_t handed_on = 0;                    ///< samples
    std::vector<std::optional<Frames>> onsets;    ///< of each word's event
    std::vector<std::optional<Frames>> phonemes;  ///< of the first phoneme after it
    std::vector<std::optional<Frames>> heard;     ///< where that word is first heard, once known
    std::vector<Frames> pauses;
    std::uint32_t furthest = 0;
    std::size_t word = 0;  ///< that the next phoneme belongs to
    std::size_t most = 0;

    std::size_t length() const { return handed_on + samples.size(); }
};

/// Where the word is first heard: after the silence that follows its event, and in the last
/// hundredth of a second of a vowel's glide-in, which belongs to the word before as well. Nothing
/// until that sound has arrived.
std::optional<Frames> heard_from(const Recording& heard, std::size_t word) {
    const auto [event, phoneme] = std::pair(heard.onsets[word], heard.phonemes[word]);
    if (!event || !phoneme || *phoneme > static_cast<Frames>(heard.length())) return {};
    constexpr Frames glide = sample_rate / 100;
    const auto there = static_cast<Frames>(heard.handed_on);
    Frames onset = std::max(*event, *phoneme - glide);
    while (onset >= there && onset < *phoneme &&
           heard.samples[static_cast<std::size_t>(onset - there)] == 0)
        ++onset;
    return onset;
}

void find_heard(Recording& into) {
    for (std::size_t word = 0; word < into.heard.size(); ++word) {
        if (!into.heard[word]) into.heard[word] = heard_from(into, word);
    }
}

void hand_on(Recording& into) {
    find_heard(into);
    const std::size_t size = into.samples.size() - kept_back;
    (*into.part)(std::span(into.samples).first(size));
    into.samples.erase(into.samples.begin(),
                       into.samples.begin() + static_cast<std::ptrdiff_t>(size));
    into.handed_on += size;
}

void note_word(Recording& into, const espeak_EVENT& event) {
    if (event.text_position < 1) return;
    const auto at = static_cast<std::uint32_t>(event.text_position - 1);
    if (event.length == 0 && at < into.furthest) return;
    into.furthest = std::max(into.furthest, at);
    const auto& ends = into.text->end;
    const auto word = std::upper_bound(ends.begin(), ends.end(), at) - ends.begin();
    if (word == static_cast<std::ptrdiff_t>(ends.size())) return;
    into.word = static_cast<std::size_t>(word);
    auto& onset = into.onsets[into.word];
    if (!onset) onset = event.sample;
}

/// Pauses are phonemes too; their names begin with "_".
void note_phoneme(Recording& into, const espeak_EVENT& event) {
    if (event.id.string[0] == '_') {
        into.pauses.push_back(event.sample);
    } else if (into.word < into.onsets.size() && into.onsets[into.word]) {
        auto& first = into.phonemes[into.word];
        if (!first) first = event.sample;
    }
}

extern "C" int hear(short* wave, int count, espeak_EVENT* events) {
    Recording& into = *static_cast<Recording*>(events->user_data);
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
        if (events->type == espeakEVENT_WORD) note_word(into, *events);
        if (events->type == espeakEVENT_PHONEME) note_phoneme(into, *events);
    }
    if (wave != nullptr && count > 0) into.samples.insert(into.samples.end(), wave, wave + count);
    if (into.part != nullptr && into.samples.size() >= part_size) hand_on(into);
    return into.length() > into.most ? 1 : 0;
}

/// Onsets in order; a word without one begins where the next does.
std::vector<Frames> settled(const Recording& heard) {
    const auto length = static_cast<Frames>(heard.length());
    std::vector<Frames> onsets(heard.onsets.size(), length);
    Frames next = length;
    for (std::size_t i = onsets.size(); i-- > 0;) {
        const std::optional<Frames> onset = heard.heard[i] ? heard.heard[i] : heard.onsets[i];
        next = std::min(next, onset.value_or(next));
        onsets[i] = next;
    }
    return onsets;
}

std::vector<Frames> ends_of(const std::vector<Frames>& onsets, const Recording& heard) {
    std::vector<Frames> ends;
    for (std::size_t i = 0; i < onsets.size(); ++i) {
        const Frames next =
            i + 1 < onsets.size() ? onsets[i + 1] : static_cast<Frames>(heard.length());
        const auto pause = std::upper_bound(heard.pauses.begin(), heard.pauses.end(), onsets[i]);
        ends.push_back(pause == heard.pauses.end() ? next : std::min(next, *pause));
    }
    return ends;
}

bool synthesize(const std::string& text, Recording& into) {
    return espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                        espeakCHARS_UTF8 | espeakPHONEMES, nullptr, &into) == EE_OK;
}

bool use(const Voice& voice) {
    if (espeak_SetVoiceByName(voice.name.c_str()) != EE_OK) return false;
    espeak_SetParameter(espeakRATE, voice.words_per_minute, 0);
    espeak_SetParameter(espeakPITCH, voice.pitch, 0);
    return true;
}

/// Whether the voice's phoneme table is Arabic's, which mnemonics_of() writes for.
bool knows_mnemonics() {
    const espeak_VOICE* const voice = espeak_GetCurrentVoice();
    if (voice == nullptr || voice->languages == nullptr || *voice->languages == 0) return false;
    const std::string_view tag(voice->languages + 1);  // after its priority
    return tag.substr(0, tag.find('-')) == "ar";
}

/// Speaks with the voice that is set; hands the sound on in parts if `part` is not null.
Result<Speech> speak_words(std::span<const SpokenWord> words, const PartSink* part) {
    RAWI_TRY(const EngineText text, engine_text(words, knows_mnemonics()));
    Recording heard;
    heard.text = &text;
    heard.onsets.resize(words.size());
    heard.phonemes.resize(words.size());
    heard.heard.resize(words.size());
    heard.part = part;
    heard.samples.reserve(part_size + sample_rate);
    heard.most =
        static_cast<std::size_t>(sample_rate) * (seconds_more + seconds_a_word * words.size());
    if (!text.text.empty() && !synthesize(text.text, heard)) {
        return fail(Error::Kind::engine, "the engine refused the sentence");
    }
    if (heard.length() > heard.most) {
        return fail(Error::Kind::engine, "the engine did not come to an end");
    }
    find_heard(heard);
    Speech speech;
    speech.onsets = settled(heard);
    speech.ends = ends_of(speech.onsets, heard);
    speech.clip.rate = sample_rate;
    speech.clip.samples = std::move(heard.samples);
    return speech;
}

auto not_installed(const Voice& voice) {
    return fail(Error::Kind::unsupported,
                fmt::format("the voice \"{}\" is not installed; Debian's package espeak-ng-data "
                            "has the voices that `rawi voices` lists",
                            voice.name));
}

/// Words in a row that one voice speaks.
struct Run {
    std::uint32_t voice = 0;
    std::vector<SpokenWord> words;
};

/// Cuts a request into runs. A run that ends within the sentence is to sound as if more followed.
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
        espeak_ng_InitializePath(nullptr);  // $ESPEAK_DATA_PATH, $HOME, or what was built in
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
        espeak_SetSynthCallback(hear);
        return true;
    }

    Voice voice_;  ///< that was loaded, for the way back to it from another
};

}  // namespace

std::unique_ptr<Engine> make_engine() {
    return std::make_unique<EspeakEngine>();
}

}  // namespace rawi::speech::espeak
