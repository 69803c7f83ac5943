// The pipeline, in order: read, word, speak, cut into chapters, write down what was made.
#include "studio/studio.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "sound/edit.h"
#include "studio/album.h"
#include "studio/folder.h"
#include "studio/manifest.h"
#include "studio/names.h"

namespace rawi {

namespace fs = std::filesystem;

namespace {

constexpr int usual_rate = 175;  // words a minute, at which the pauses of voice.toml are meant

std::string language_of(const Document& document, const RenderOptions& options) {
    if (options.language != "auto" && !options.language.empty()) return options.language;
    if (!document.metadata.language.empty()) return document.metadata.language;
    return guess_language(document.text);
}

Voice voice_of(const VoiceFile& file) {
    return Voice{.name = file.engine_voice, .words_per_minute = file.rate, .pitch = file.pitch};
}

/// Pauses of the voice in frames; faster speech has shorter ones.
PauseFrames pauses_of(const VoiceFile& file, int rate) {
    const auto frames = [&](int milliseconds) {
        return frames_of(milliseconds * usual_rate / std::max(1, file.rate), rate);
    };
    return {.comma = frames(file.pauses.comma),
            .sentence = frames(file.pauses.sentence),
            .paragraph = frames(file.pauses.paragraph),
            .heading = frames(file.pauses.heading),
            .section = frames(file.pauses.section)};
}

std::vector<std::string> told(const Document& document, const std::vector<Notice>& notices) {
    std::vector<std::string> lines;
    for (const Notice& notice : notices) {
        const std::string place = notice.source.empty()
                                      ? (document.parts.empty() ? "" : document.parts[0].name)
                                      : where(document, notice.source);
        lines.push_back(fmt::format("{}: {}", place, notice.message));
    }
    return lines;
}

}  // namespace

Result<Worded> word_article(std::string_view name, std::string_view bytes,
                            const RenderOptions& options) {
    RAWI_TRY(Reading reading, read_document(name, bytes, options.read));
    Worded worded;
    worded.document = std::move(reading.document);
    worded.notices = std::move(reading.notices);
    worded.language = language_of(worded.document, options);
    RAWI_TRY(worded.voice, load_voice_file(options.data, worded.language));
    if (!options.voice.empty()) worded.voice.engine_voice = options.voice;
    worded.voice.rate = options.rate.value_or(worded.voice.rate);
    worded.voice.pitch = options.pitch.value_or(worded.voice.pitch);
    RAWI_TRY(const std::unique_ptr<Language> language,
             load_language(options.data, worded.language));
    worded.script = write_script(worded.document, *language);
    if (worded.script.utterances.empty()) {
        return fail(Error::Kind::input, "there is nothing to speak in this article",
                    std::string(name));
    }
    return worded;
}

struct Studio::Job {
    const Worded* worded = nullptr;
    Album* album = nullptr;
    Outcome* outcome = nullptr;
};

Studio::Studio(RenderOptions options, std::function<bool()> stop)
    : options_(std::move(options)), stop_(std::move(stop)) {}

Result<> Studio::hire(const VoiceFile& voice) {
    if (crew_ && voice_ == voice_of(voice)) return {};
    crew_.reset();
    voice_ = voice_of(voice);
    RAWI_TRY(crew_, Crew::start(voice_, options_.jobs));
    return {};
}

Result<fs::path> Studio::place_for(const fs::path& article) {
    const std::string stem = safe_name(article.stem().string());
    fs::path place = options_.output / stem;
    for (int i = 2; std::find(taken_.begin(), taken_.end(), place) != taken_.end(); ++i) {
        place = options_.output / fmt::format("{}-{}", stem, i);
    }
    taken_.push_back(place);
    std::error_code ignored;
    if (fs::exists(place, ignored) && !fingerprint_in(place) && !options_.force) {
        return fail(Error::Kind::usage,
                    fmt::format("\"{}\" is there already and was not made by rawi; choose another "
                                "place with -o, or say --force",
                                place.string()));
    }
    return place;
}

Result<> Studio::perform(Job& job, const std::function<void(const Progress&)>& tell) {
    const Script& script = job.worded->script;
    const auto report = [&](std::size_t index) {
        tell(Progress{.spoken = index + 1,
                      .utterances = script.utterances.size(),
                      .seconds = static_cast<double>(job.album->frames()) / crew_->rate()});
    };
    const auto heard = [&](std::size_t index, Speech speech) -> Result<> {
        RAWI_CHECK_OK(job.album->append(static_cast<std::uint32_t>(index), std::move(speech)));
        report(index);
        return {};
    };
    const auto failed = [&](Unspoken lost) -> Result<> {
        const Utterance& utterance = script.utterances[lost.utterance];
        const std::string place = where(job.worded->document, utterance.source);
        if (!options_.keep_going) {
            return fail(Error::Kind::engine,
                        fmt::format("this sentence cannot be spoken: {} (--keep-going leaves a "
                                    "gap and goes on)",
                                    lost.reason),
                        place);
        }
        job.outcome->gaps.push_back(fmt::format("{}: {}", place, lost.reason));
        return job.album->append_gap(static_cast<std::uint32_t>(lost.utterance), lost.reason);
    };
    RAWI_CHECK_OK(crew_->perform(script.utterances, heard, failed, stop_));
    return job.album->finish();
}

Result<Outcome> Studio::render(const fs::path& article,
                               const std::function<void(const Progress&)>& tell) {
    const bool stream = options_.output == "-";
    RAWI_TRY(const std::string bytes, read_file(article));
    RAWI_TRY(const Worded worded, word_article(article.string(), bytes, options_));
    Outcome outcome;
    outcome.notices = told(worded.document, worded.notices);
    fs::path place = fs::temp_directory_path() / "rawi-stream";
    if (!stream) {
        RAWI_TRY(place, place_for(article));
    }
    RAWI_CHECK_OK(hire(worded.voice));
    const Fingerprint fingerprint{
        .source = digest(bytes),
        .tables = digest_of_folder(options_.data),
        .options = fmt::format("rawi {} rate={} pitch={} charset={} lossy={}", options_.program,
                               worded.voice.rate, worded.voice.pitch, options_.read.charset,
                               options_.read.lossy),
        .language = worded.language,
        .voice = worded.voice.engine_voice,
        .engine = crew_->identity()};
    outcome.folder = place;
    if (!stream && !options_.again && fingerprint_in(place) == fingerprint) {
        outcome.up_to_date = true;
        return outcome;
    }
    RAWI_TRY(StagedFolder staged, StagedFolder::create(place));
    RAWI_TRY(Album album, Album::create(worded.document, worded.script, staged.path(),
                                        crew_->rate(), pauses_of(worded.voice, crew_->rate()),
                                        stream ? std::optional<std::string>("-") : std::nullopt));
    Job job{.worded = &worded, .album = &album, .outcome = &outcome};
    RAWI_CHECK_OK(perform(job, tell));
    outcome.seconds = static_cast<double>(album.frames()) / crew_->rate();
    outcome.chapters = album.chapters().size();
    if (stream) return outcome;
    RAWI_CHECK_OK(write_file(staged.path() / "article.json",
                             manifest_text(fingerprint, worded.document, worded.script,
                                           album.chapters(), album.gaps())));
    RAWI_CHECK_OK(staged.commit());
    return outcome;
}

}  // namespace rawi
