// The pipeline, in order: read, word, speak, cut into chapters, write down what was made.
#include "studio/studio.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "studio/album.h"
#include "studio/folder.h"
#include "studio/manifest.h"
#include "studio/names.h"
#include "studio/vowelled_text.h"

namespace rawi {

namespace fs = std::filesystem;

namespace {

constexpr const char* stream_name = "stream.wav";
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

std::string told_choices(const std::vector<Choice>& choices) {
    std::string told;
    for (const Choice& choice : choices)
        told += fmt::format(" {}={}", choice.key, choice.value);
    return told;
}

/// The languages of stretches that markup says are in another one.
std::vector<std::string> other_languages(const Document& document, const std::string& tag) {
    std::vector<std::string> tags;
    for (const Control& control : document.controls) {
        const std::string& other = control.language;
        if (other.empty() || other == tag) continue;
        if (std::find(tags.begin(), tags.end(), other) == tags.end()) tags.push_back(other);
    }
    return tags;
}

/// Loads what the markup of an article needs.
Result<> prepare_markup(Worded& worded, const RenderOptions& options) {
    for (const std::string& tag : other_languages(worded.document, worded.tag))
        RAWI_CHECK_OK(worded.languages.load(tag));
    for (const Control& control : worded.document.controls) {
        if (control.kind != Control::Kind::phoneme) continue;
        const std::string& tag = control.language.empty() ? worded.tag : control.language;
        RAWI_TRY(const Phonemes phonemes, Phonemes::load(options.data, tag));
        RAWI_CHECK_OK(phonemes.check(control.value, where(worded.document, control.source)));
    }
    return {};
}

}  // namespace

std::vector<std::string> told(const Document& document, const std::vector<Notice>& notices) {
    std::vector<std::string> lines;
    lines.reserve(notices.size());
    for (const Notice& notice : notices)
        lines.push_back(fmt::format("{}: {}", where(document, notice), notice.message));
    return lines;
}

Result<Worded> open_article(std::string_view name, const fs::path& path, std::string_view bytes,
                            const RenderOptions& options, LexiconShelf& shelf,
                            const std::function<Result<>(const VoiceFile&)>& voice_known) {
    ReadOptions read = options.read;
    RAWI_TRY(read.words, load_structure_words(options.data));
    RAWI_TRY(Reading reading, read_document(name, bytes, read));
    Worded worded{.document = std::move(reading.document),
                  .notices = std::move(reading.notices),
                  .tag = {},
                  .voice = {},
                  .language = nullptr,
                  .languages = Languages(options.data, options.style),
                  .lexica = {}};
    worded.tag = language_of(worded.document, options);
    RAWI_TRY(worded.voice, load_voice_file(options.data, worded.tag));
    if (!options.voice.empty()) worded.voice.engine_voice = options.voice;
    worded.voice.rate = options.rate.value_or(worded.voice.rate);
    worded.voice.pitch = options.pitch.value_or(worded.voice.pitch);
    if (voice_known) RAWI_CHECK_OK(voice_known(worded.voice));
    RAWI_TRY(worded.language, load_language(options.data, worded.tag, options.style));
    RAWI_CHECK_OK(prepare_markup(worded, options));
    std::vector<std::string> tags = other_languages(worded.document, worded.tag);
    tags.insert(tags.begin(), worded.tag);
    RAWI_TRY(worded.lexica, shelf.gather({.data = options.data,
                                          .user = options.user_lexica,
                                          .article = path,
                                          .run = options.lexica},
                                         tags));
    return worded;
}

/// One article on its way to a folder.
struct Studio::Job {
    const std::filesystem::path& article;
    const Worded& worded;
    const std::function<void(const Progress&)>& tell;
    Outcome& outcome;
    Album* album = nullptr;
    ManifestWriter* manifest = nullptr;
    VowelledText* vowelled = nullptr;                      ///< null: not asked for
    std::map<std::string, std::optional<Voice>> voices{};  ///< of other languages than its own

    /// What happens with each utterance, spoken or not.
    Result<> add(const Utterance& utterance, const std::function<Result<Timing>()>& append) {
        const bool opens = album->opens_chapter(utterance);
        if (opens) RAWI_CHECK_OK(close_chapter());
        RAWI_TRY(const Timing timing, append());
        if (opens) RAWI_CHECK_OK(manifest->open_chapter(album->chapters().back()));
        RAWI_CHECK_OK(manifest->add(utterance, timing));
        if (vowelled != nullptr) RAWI_CHECK_OK(vowelled->add(utterance));
        const auto length = static_cast<double>(worded.document.text.size());
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

Studio::Studio(RenderOptions options, std::function<bool()> stop)
    : options_(std::move(options)), stop_(std::move(stop)) {}

Result<> Studio::hire(const VoiceFile& voice) {
    if (crew_ && voice_ == voice_of(voice)) return {};
    crew_.reset();
    ready_ = false;
    voice_ = voice_of(voice);
    RAWI_TRY(crew_, Crew::call(voice_, options_.jobs));
    return {};
}

Result<> Studio::wait_for_crew() {
    if (ready_) return {};
    Result<> done = crew_->ready();
    ready_ = done.has_value();
    if (!ready_) crew_.reset();
    return done;
}

Result<std::optional<Voice>> Studio::other_voice(const Word& word, Job& job) const {
    const auto known = job.voices.find(word.language);
    if (known != job.voices.end()) return known->second;
    RAWI_TRY(VoiceFile file, load_voice_file(options_.data, word.language));
    file.rate = options_.rate.value_or(file.rate);
    file.pitch = options_.pitch.value_or(file.pitch);
    RAWI_TRY(const bool installed, has_voice(file.engine_voice));
    std::optional<Voice> voice;
    if (installed) {
        if (file.engine_voice != voice_.name) voice = voice_of(file);
    } else {
        job.outcome.notices.push_back(
            fmt::format("{}: there is no voice \"{}\" for words in the language \"{}\": the "
                        "article's speaks them; Debian's package espeak-ng-data has the voices "
                        "that `rawi voices` lists",
                        where(job.worded.document, word.source), file.engine_voice, word.language));
    }
    job.voices.emplace(word.language, voice);
    return voice;
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

Result<> Studio::perform(Job& job) {
    const Document& document = job.worded.document;
    const Guidance guidance = job.worded.guidance();
    ScriptWriter writer(document, *job.worded.language, Depth::pronounced, guidance);
    Result<> noted;
    const auto note_skips = [&] {
        for (const Skip& skip : writer.take_skips())
            if (noted) noted = job.manifest->add(skip);
    };
    Crew::Stage stage;
    stage.next = [&] {
        std::optional<Utterance> next = writer.next();
        note_skips();
        for (std::string& line : told(document, writer.take_notices()))
            job.outcome.notices.push_back(std::move(line));
        return next;
    };
    stage.heard = [&](const Utterance& utterance, Speech speech) -> Result<> {
        RAWI_CHECK_OK(noted);
        return job.add(utterance, [&] { return job.album->append(utterance, std::move(speech)); });
    };
    stage.failed = [&](const Utterance& utterance, const std::string& reason) -> Result<> {
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
    stage.voice_of = [&](const Word& word) { return other_voice(word, job); };
    stage.stop = stop_;
    RAWI_CHECK_OK(crew_->perform(stage));
    return noted;
}

Result<> Studio::write(Job& job, const fs::path& folder, const Fingerprint& fingerprint) {
    const bool stream = options_.output == "-";
    Album album(job.worded.document, folder, crew_->rate(),
                pauses_of(job.worded.voice, crew_->rate()),
                stream ? std::optional<std::string>(stream_name) : std::nullopt);
    RAWI_TRY(ManifestWriter manifest,
             ManifestWriter::create(folder, fingerprint, job.worded.document));
    job.album = &album;
    job.manifest = &manifest;
    std::optional<VowelledText> vowelled;
    if (options_.vowelled && !stream) {
        RAWI_TRY(vowelled, VowelledText::create(folder, job.worded.document));
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
    job.outcome.seconds = static_cast<double>(album.frames()) / crew_->rate();
    job.outcome.chapters = album.chapters().size();
    return {};
}

Fingerprint Studio::fingerprint_of(const Worded& worded, std::string_view bytes,
                                   std::string tables) const {
    return {.source = digest(bytes),
            .tables = std::move(tables),
            .options = fmt::format(
                "rawi {} rate={} pitch={} charset={} lossy={} endings={} addresses={} vowelled={} "
                "markup={} lexica={}{}",
                options_.program, worded.voice.rate, worded.voice.pitch, options_.read.charset,
                options_.read.lossy, static_cast<int>(options_.style.endings),
                static_cast<int>(options_.style.addresses), options_.vowelled,
                static_cast<int>(options_.read.markup), worded.lexica.digest,
                told_choices(options_.style.house)),
            .language = worded.tag,
            .voice = worded.voice.engine_voice,
            .engine = crew_->identity()};
}

Result<Outcome> Studio::render(const fs::path& article,
                               const std::function<void(const Progress&)>& tell) {
    const bool stream = options_.output == "-";
    RAWI_TRY(std::string bytes, read_file(article));
    // The workers load their voice while the language's tables are read.
    RAWI_TRY(const Worded worded,
             open_article(article.string(), article, bytes, options_, shelf_,
                          [this](const VoiceFile& voice) { return hire(voice); }));
    Outcome outcome;
    outcome.notices = told(worded.document, worded.notices);
    outcome.notices.insert(outcome.notices.end(), worded.lexica.notices.begin(),
                           worded.lexica.notices.end());
    fs::path place = fs::temp_directory_path() / "rawi-stream";
    if (!stream) {
        RAWI_TRY(place, place_for(article));
    }
    std::string tables = digest_of_folder(options_.data);
    RAWI_CHECK_OK(wait_for_crew());
    const Fingerprint fingerprint = fingerprint_of(worded, bytes, std::move(tables));
    bytes = {};
    outcome.folder = stream ? options_.output : place;
    if (!stream && !options_.again && fingerprint_in(place) == fingerprint && is_whole(place)) {
        outcome.up_to_date = true;
        return outcome;
    }
    Job job{.article = article,
            .worded = worded,
            .tell = tell,
            .outcome = outcome,
            .album = nullptr,
            .manifest = nullptr};
    RAWI_CHECK_OK(fill(job, place, fingerprint));
    return outcome;
}

Result<> Studio::fill(Job& job, const fs::path& place, const Fingerprint& fingerprint) {
    RAWI_TRY(StagedFolder staged, StagedFolder::create(place));
    RAWI_CHECK_OK(write(job, staged.path(), fingerprint));
    return options_.output == "-" ? copy_to_output(staged.path() / stream_name) : staged.commit();
}

}  // namespace rawi
