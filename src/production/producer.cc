// The pipeline, in order: read, word, speak, cut into chapters, write down what was made.
#include "production/producer.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/file_names.h"
#include "production/digest.h"
#include "production/manifest.h"
#include "production/staged_folder.h"
#include "production/vowelled_text.h"
#include "speech/voices.h"
#include "studio/album.h"
#include "wording/overrides/override_finder.h"
#include "wording/script/script_writer.h"
#include "wording/voice_file.h"

namespace rawi::production {

namespace fs = std::filesystem;

namespace {

constexpr const char* stream_name = "stream.wav";
constexpr int usual_rate = 175;  // words a minute, at which the pauses of voice.toml are meant

speech::Voice voice_of(const wording::VoiceFile& file) {
    return speech::Voice{
        .name = file.engine_voice, .words_per_minute = file.rate, .pitch = file.pitch};
}

/// Pauses of the voice in frames; faster speech has shorter ones.
PauseFrames pauses_of(const wording::VoiceFile& file, int rate) {
    const auto frames = [&](int milliseconds) {
        return frames_of(milliseconds * usual_rate / std::max(1, file.rate), rate);
    };
    return {.comma = frames(file.pauses.comma),
            .sentence = frames(file.pauses.sentence),
            .paragraph = frames(file.pauses.paragraph),
            .heading = frames(file.pauses.heading),
            .section = frames(file.pauses.section)};
}

std::string told_choices(const std::vector<wording::Choice>& choices) {
    std::string told;
    for (const wording::Choice& choice : choices)
        told += fmt::format(" {}={}", choice.key, choice.value);
    return told;
}

}  // namespace

/// One article on its way to a folder.
struct Producer::Job {
    const std::filesystem::path& article;
    const PreparedArticle& prepared;
    const std::function<void(const Progress&)>& tell;
    Outcome& outcome;
    Album* album = nullptr;
    ManifestWriter* manifest = nullptr;
    VowelledText* vowelled = nullptr;  ///< null: not asked for
    std::map<std::string, std::optional<speech::Voice>>
        voices{};  ///< of other languages than its own

    /// What happens with each utterance, spoken or not.
    Result<> add(const Utterance& utterance, const std::function<Result<Timing>()>& append) {
        const bool opens = album->opens_chapter(utterance);
        if (opens) RAWI_CHECK_OK(close_chapter());
        RAWI_TRY(const Timing timing, append());
        if (opens) RAWI_CHECK_OK(manifest->open_chapter(album->chapters().back()));
        RAWI_CHECK_OK(manifest->add(utterance, timing));
        if (vowelled != nullptr) RAWI_CHECK_OK(vowelled->add(utterance));
        const auto length = static_cast<double>(prepared.document.text.size());
        tell(Progress{.share = utterance.source.end / length,
                      .seconds = static_cast<double>(album->frames()) / rate()});
        return {};
    }
    Result<> close_chapter() const {
        if (album->chapters().empty()) return {};
        RAWI_CHECK_OK(album->close_chapter());
        return manifest->close_chapter(album->chapters().back());
    }
    int rate() const { return album->chapters().back().rate; }
};

Producer::Producer(RenderOptions options, std::function<bool()> stop)
    : options_(std::move(options)), stop_(std::move(stop)) {}

Result<> Producer::launch_workers(const wording::VoiceFile& voice) {
    if (workers_ && voice_ == voice_of(voice)) return {};
    workers_.reset();
    ready_ = false;
    voice_ = voice_of(voice);
    RAWI_TRY(workers_, speech::WorkerPool::launch(voice_, options_.jobs));
    return {};
}

Result<> Producer::wait_for_workers() {
    if (ready_) return {};
    Result<> done = workers_->wait_ready();
    ready_ = done.has_value();
    if (!ready_) workers_.reset();
    return done;
}

Result<std::optional<speech::Voice>> Producer::other_voice(const Word& word, Job& job) const {
    const auto known = job.voices.find(word.language);
    if (known != job.voices.end()) return known->second;
    RAWI_TRY(wording::VoiceFile file, wording::load_voice_file(options_.data, word.language));
    file.rate = options_.rate.value_or(file.rate);
    file.pitch = options_.pitch.value_or(file.pitch);
    RAWI_TRY(const bool installed, speech::has_voice(file.engine_voice));
    std::optional<speech::Voice> voice;
    if (installed) {
        if (file.engine_voice != voice_.name) voice = voice_of(file);
    } else {
        job.outcome.notices.push_back(fmt::format(
            "{}: there is no voice \"{}\" for words in the language \"{}\": the "
            "article's speaks them; Debian's package espeak-ng-data has the voices "
            "that `rawi voices` lists",
            where(job.prepared.document, word.source), file.engine_voice, word.language));
    }
    job.voices.emplace(word.language, voice);
    return voice;
}

Result<fs::path> Producer::place_for(const fs::path& article) {
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

Result<> Producer::perform(Job& job) {
    const Document& document = job.prepared.document;
    const wording::overrides::Overrides guidance = job.prepared.guidance();
    wording::script::ScriptWriter writer(document, *job.prepared.language,
                                         wording::script::Depth::pronounced, guidance);
    Result<> noted;
    const auto note_skips = [&] {
        for (const Skip& skip : writer.take_skips())
            if (noted) noted = job.manifest->add(skip);
    };
    speech::SynthesisSource source;
    source.next = [&] {
        std::optional<Utterance> next = writer.next();
        note_skips();
        for (std::string& line : format_notices(document, writer.take_notices()))
            job.outcome.notices.push_back(std::move(line));
        return next;
    };
    speech::SynthesisSink sink;
    sink.spoken = [&](const Utterance& utterance, Speech speech) -> Result<> {
        RAWI_CHECK_OK(noted);
        return job.add(utterance, [&] { return job.album->append(utterance, std::move(speech)); });
    };
    sink.failed = [&](const Utterance& utterance, const std::string& reason) -> Result<> {
        const std::string place = where(document, utterance.source);
        if (!options_.keep_going) {
            return fail(Error::Kind::engine,
                        fmt::format("this sentence cannot be spoken: {} (--keep-going leaves a "
                                    "gap and goes on)",
                                    reason),
                        place);
        }
        job.outcome.gaps.push_back(fmt::format("{}: {}", place, reason));
        RAWI_CHECK_OK(job.manifest->add_gap(utterance, reason));
        return job.add(utterance, [&] { return job.album->append_gap(utterance); });
    };
    source.voice_of = [&](const Word& word) { return other_voice(word, job); };
    source.stop = stop_;
    RAWI_CHECK_OK(workers_->run(source, sink));
    return noted;
}

Result<> Producer::write(Job& job, const fs::path& folder, const Fingerprint& fingerprint) {
    const bool stream = options_.output == "-";
    Album album(job.prepared.document, folder, workers_->rate(),
                pauses_of(job.prepared.voice, workers_->rate()),
                stream ? std::optional<std::string>(stream_name) : std::nullopt);
    RAWI_TRY(ManifestWriter manifest,
             ManifestWriter::create(folder, fingerprint, job.prepared.document));
    job.album = &album;
    job.manifest = &manifest;
    std::optional<VowelledText> vowelled;
    if (options_.vowelled && !stream) {
        RAWI_TRY(vowelled, VowelledText::create(folder, job.prepared.document));
        job.vowelled = &*vowelled;
    }
    RAWI_CHECK_OK(perform(job));
    if (vowelled) RAWI_CHECK_OK(vowelled->close());
    if (album.chapters().empty()) {
        return fail(Error::Kind::input, "there is nothing to speak in this article",
                    job.article.string());
    }
    RAWI_CHECK_OK(job.close_chapter());
    RAWI_CHECK_OK(manifest.finish());
    job.outcome.seconds = static_cast<double>(album.frames()) / workers_->rate();
    job.outcome.chapters = album.chapters().size();
    return {};
}

Fingerprint Producer::fingerprint_of(const PreparedArticle& prepared, std::string_view bytes,
                                     std::string tables) const {
    return {.source = digest(bytes),
            .tables = std::move(tables),
            .options = fmt::format(
                "rawi {} rate={} pitch={} charset={} lossy={} endings={} addresses={} vowelled={} "
                "markup={} lexica={}{}",
                options_.program, prepared.voice.rate, prepared.voice.pitch, options_.read.charset,
                options_.read.lossy, static_cast<int>(options_.style.endings),
                static_cast<int>(options_.style.addresses), options_.vowelled,
                static_cast<int>(options_.read.markup), prepared.lexica.digest,
                told_choices(options_.style.house)),
            .language = prepared.tag,
            .voice = prepared.voice.engine_voice,
            .engine = workers_->identity()};
}

Result<Outcome> Producer::render(const fs::path& article,
                                 const std::function<void(const Progress&)>& tell) {
    const bool stream = options_.output == "-";
    RAWI_TRY(std::string bytes, read_file(article));
    // The workers load their voice while the language's tables are read.
    RAWI_TRY(
        const PreparedArticle prepared,
        prepare_article(article.string(), article, bytes, options_, lexica_,
                        [this](const wording::VoiceFile& voice) { return launch_workers(voice); }));
    Outcome outcome;
    outcome.notices = format_notices(prepared.document, prepared.notices);
    outcome.notices.insert(outcome.notices.end(), prepared.lexica.notices.begin(),
                           prepared.lexica.notices.end());
    fs::path place = fs::temp_directory_path() / "rawi-stream";
    if (!stream) {
        RAWI_TRY(place, place_for(article));
    }
    std::string tables = digest_of_folder(options_.data);
    RAWI_CHECK_OK(wait_for_workers());
    const Fingerprint fingerprint = fingerprint_of(prepared, bytes, std::move(tables));
    bytes = {};
    outcome.folder = stream ? options_.output : place;
    if (!stream && !options_.again && fingerprint_in(place) == fingerprint && is_whole(place)) {
        outcome.up_to_date = true;
        return outcome;
    }
    Job job{.article = article,
            .prepared = prepared,
            .tell = tell,
            .outcome = outcome,
            .album = nullptr,
            .manifest = nullptr};
    RAWI_CHECK_OK(fill(job, place, fingerprint));
    return outcome;
}

Result<> Producer::fill(Job& job, const fs::path& place, const Fingerprint& fingerprint) {
    RAWI_TRY(StagedFolder staged, StagedFolder::create(place));
    RAWI_CHECK_OK(write(job, staged.path(), fingerprint));
    return options_.output == "-" ? copy_to_output(staged.path() / stream_name) : staged.commit();
}

}  // namespace rawi::production
