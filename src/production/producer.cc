// A run: articles are opened, verbalized and spoken as one stream of sentences.
#include "production/producer.h"

#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/file_names.h"
#include "production/digest.h"
#include "production/fingerprint.h"
#include "publish/manifest_reader.h"
#include "speech/engines/engines.h"
#include "wording/voice_file.h"

namespace rawi::production {

namespace fs = std::filesystem;

namespace {

/// A distinct folder in `output` for each name.
std::vector<fs::path> places_for(const std::vector<std::string>& names, const fs::path& output) {
    std::set<fs::path> taken;
    std::vector<fs::path> places;
    for (const std::string& name : names) {
        fs::path place = output / name;
        for (int n = 2; !taken.insert(place).second; ++n)
            place = output / fmt::format("{}-{}", name, n);
        places.push_back(std::move(place));
    }
    return places;
}

std::string folder_name(const fs::path& input) {
    return safe_name(fs::path(name_of_input(input)).stem().string());
}

/// The same for an item as long as its title and id stay, whatever other items there are.
std::string folder_name(const Metadata& item) {
    constexpr std::size_t longest_title = 60, digits = 8;
    return fmt::format("{}-{}", safe_name(item.title, longest_title),
                       digest(item.id).substr(0, digits));
}

/// The folders of the articles of an input, whose own folder is `place`.
std::vector<fs::path> places_for(const reading::Articles& articles, const fs::path& place) {
    if (!articles.collection || place == "-") return {articles.items.size(), place};
    std::vector<std::string> names;
    for (const Result<reading::Article>& article : articles.items)
        names.push_back(article ? folder_name(article->document.metadata) : std::string());
    return places_for(names, place);
}

}  // namespace

struct Producer::Input {
    reading::Articles articles;
    std::vector<fs::path> places;  ///< the folder of each article
    std::string digest;            ///< of the input's bytes
};

struct Producer::Opened {
    Position at;
    fs::path place;
    PreparedArticle prepared;
    std::string digest;  ///< of the input's bytes
};

struct Producer::Entry {
    Position at;
    std::unique_ptr<Rendering> rendering{};    ///< null: nothing to do
    std::optional<Result<Outcome>> outcome{};  ///< set when the article is finished
    std::size_t in_flight = 0;                 ///< sentences sent to workers and not yet returned
    bool worded = false;                       ///< whether all sentences have been sent
};

Producer::Producer(RenderOptions options, std::function<bool()> stop,
                   std::shared_ptr<speech::WorkerLauncher> launcher)
    : options_(std::move(options)),
      stop_(std::move(stop)),
      launcher_(std::move(launcher)),
      resources_(options_),
      reader_(options_.run.most_bytes, stop_) {}

Producer::~Producer() = default;

Result<> Producer::render(const std::vector<fs::path>& inputs, const RunListener& listener) {
    RAWI_TRY(publishers_, publish::choose(options_.output.publishers, options_.output.with));
    std::vector<std::string> names;
    names.reserve(inputs.size());
    for (const fs::path& input : inputs)
        names.push_back(folder_name(input));
    places_ = places_for(names, options_.output.folder);
    RAWI_TRY(const audio::EncoderFormat* const format,
             audio::find_encoder(options_.output.formats, options_.output.format));
    format_ = *format;
    if (options_.output.folder == "-") {
        if (!format_.streams) {
            return fail(Error::Kind::usage,
                        fmt::format("the sound format \"{}\" cannot be written to standard output; "
                                    "name a folder",
                                    format_.name));
        }
        publishers_.clear();
        places_.assign(inputs.size(), options_.output.folder);
    }
    inputs_ = &inputs;
    listener_ = &listener;
    next_ = {};
    while (held_ || next_.input < inputs.size()) {
        if (stop_()) return fail(Error::Kind::interrupted, "interrupted");
        if (held_) {
            admit(std::move(*std::exchange(held_, nullptr)));
        } else {
            open_next();
        }
        if (queue_.empty()) continue;
        Result<> done = speak();
        if (done) continue;
        if (done.error().kind == Error::Kind::interrupted) return done;
        give_up(done.error());
    }
    return {};
}

std::optional<Utterance> Producer::next() {
    for (;;) {
        if (!queue_.empty() && queue_.back().rendering && !queue_.back().worded) {
            Entry& last = queue_.back();
            if (std::optional<Utterance> next = last.rendering->next()) {
                ++last.in_flight;
                return next;
            }
            last.worded = true;
            settle();
        }
        if (held_ || next_.input == inputs_->size() || stop_()) return std::nullopt;
        open_next();
    }
}

void Producer::open_next() {
    if (const Result<> read = input_ ? Result<>() : read_next(); !read) {
        if (read.error().kind == Error::Kind::interrupted) return;
        queue_.push_back({.at = next_, .outcome = tl::unexpected(read.error())});
        next_ = {.input = next_.input + 1};
        return settle();
    }
    Position at = next_;
    at.last = at.item + 1 == input_->articles.items.size();
    Result<reading::Article> article = std::move(input_->articles.items[at.item]);
    Result<Opened> opened =
        article ? open(at, *std::move(article)) : tl::unexpected<Error>(article.error());
    next_ = after(at);
    if (at.last) input_.reset();
    if (!opened) {
        queue_.push_back({.at = at, .outcome = tl::unexpected(opened.error())});
        return settle();
    }
    if (!speaking_ || opened->prepared.engine_voice() == voice_) {
        admit(*std::move(opened));
    } else {
        held_ = std::make_unique<Opened>(*std::move(opened));
    }
}

Producer::Position Producer::after(Position at) {
    if (at.last) return {.input = at.input + 1};
    return {.input = at.input, .item = at.item + 1};
}

Result<> Producer::read_next() {
    const fs::path& path = (*inputs_)[next_.input];
    RAWI_TRY(const std::string bytes, reader_.read(path));
    RAWI_TRY(reading::Articles articles,
             read_articles(name_of_input(path), bytes, options_, resources_));
    if (options_.output.folder == "-" && articles.items.size() > 1) {
        return fail(Error::Kind::usage,
                    fmt::format("-o - accepts only one article, and there are {} in this feed",
                                articles.items.size()),
                    name_of_input(path));
    }
    std::vector<fs::path> places = places_for(articles, places_[next_.input]);
    input_ = std::make_unique<Input>(Input{
        .articles = std::move(articles), .places = std::move(places), .digest = digest(bytes)});
    return {};
}

Result<Producer::Opened> Producer::open(Position at, reading::Article article) {
    // The workers load their voice while the tables of the language are read.
    const auto launch = [this](const wording::VoiceFile& file) -> Result<> {
        return speaking_ ? Result<>() : launch_workers(voice_of(file));
    };
    const fs::path& path = (*inputs_)[at.input];
    RAWI_TRY(PreparedArticle prepared,
             prepare_article(std::move(article), path == standard_input ? fs::path() : path,
                             options_, resources_, launch));
    return Opened{.at = at,
                  .place = input_->places[at.item],
                  .prepared = std::move(prepared),
                  .digest = input_->digest};
}

void Producer::admit(Opened opened) {
    const Position at = opened.at;
    Result<Entry> entry = begin(std::move(opened));
    if (!entry) entry = Entry{.at = at, .outcome = tl::unexpected(entry.error())};
    queue_.push_back(*std::move(entry));
    settle();
}

Result<Producer::Entry> Producer::begin(Opened opened) {
    const Position at = opened.at;
    const fs::path place = opened.place;
    const bool stream = options_.output.folder == "-";
    std::error_code ignored;
    if (!stream && !options_.output.force && fs::exists(place, ignored) &&
        !publish::is_ours(place)) {
        return fail(Error::Kind::usage,
                    fmt::format("\"{}\" already exists and was not created by rawi; choose another "
                                "folder with -o, or use --force",
                                place.string()));
    }
    RAWI_CHECK_OK(launch_workers(opened.prepared.engine_voice()));
    RAWI_TRY(const bool up_to_date, is_up_to_date(opened));
    Entry entry{.at = at};
    if (up_to_date) {
        Outcome outcome;
        outcome.up_to_date = true;
        outcome.folder = place;
        outcome.notices = opened.prepared.format_notices();
        entry.outcome = std::move(outcome);
        return entry;
    }
    RAWI_CHECK_OK(wait_for_workers());
    RenderPlan plan{
        .folder = place,
        .fingerprint =
            [this, digest = opened.digest](const PreparedArticle& prepared) -> Result<Fingerprint> {
            if (publishers_.empty()) return Fingerprint{};
            return fingerprint(prepared, digest);
        },
        .publishers = publishers_,
        .format = format_,
        .rate = workers_->rate(),
        .keep_going = options_.run.keep_going,
        .report = [this, at](const Progress& progress) { listener_->progress(at.input, progress); },
        .stop = stop_};
    entry.rendering = std::make_unique<Rendering>(std::move(plan), std::move(opened.prepared));
    return entry;
}

void Producer::settle() {
    while (!queue_.empty()) {
        Entry& first = queue_.front();
        if (!first.outcome && first.worded && first.in_flight == 0)
            first.outcome = first.rendering->finish();
        if (!first.outcome) return;
        first.rendering.reset();
        listener_->done(first.at.input, *first.outcome);
        queue_.pop_front();
    }
}

Result<> Producer::speak() {
    const auto deliver = [this](const auto& to) -> Result<> {
        Entry& first = queue_.front();
        RAWI_CHECK_OK(to(*first.rendering));
        --first.in_flight;
        settle();
        return {};
    };
    const speech::SynthesisSource source{
        .next = [this] { return next(); },
        .voice_of = [this](const Word& word) { return other_voice(word); },
        .stop = stop_};
    const speech::SynthesisSink sink{
        .spoken =
            [&](const Utterance& utterance, Speech speech) {
                return deliver(
                    [&](Rendering& to) { return to.spoken(utterance, std::move(speech)); });
            },
        .failed =
            [&](const Utterance& utterance, const std::string& reason) {
                return deliver([&](Rendering& to) { return to.failed(utterance, reason); });
            }};
    speaking_ = true;
    Result<> done = workers_->run(source, sink);
    speaking_ = false;
    return done;
}

void Producer::give_up(Error error) {
    if (queue_.empty()) return;  // a worker could not be restarted after the last sentence
    next_ = after(queue_.front().at);
    input_.reset();
    queue_.front().outcome = tl::unexpected(std::move(error));
    queue_.resize(1);
    held_.reset();
    settle();
}

Result<> Producer::launch_workers(const speech::Voice& voice) {
    if (workers_ && voice_ == voice) return {};
    workers_.reset();
    ready_ = false;
    voice_ = voice;
    RAWI_TRY(workers_, speech::WorkerPool::launch(
                           voice_, {.jobs = options_.run.jobs, .launcher = launcher_}));
    return {};
}

Result<> Producer::wait_for_workers() {
    if (ready_) return {};
    Result<> done = workers_->wait_ready();
    ready_ = done.has_value();
    if (!ready_) workers_.reset();
    return done;
}

Result<std::optional<speech::Voice>> Producer::other_voice(const Word& word) {
    auto known = other_voices_.find(word.language);
    if (known == other_voices_.end()) {
        RAWI_TRY(const wording::VoiceFile* const file, resources_.voice_file(word.language));
        OtherVoice found{.voice = voice_of(*file), .missing = {}};
        if (const Result<> usable = speech::engines::check_voice(found.voice); !usable) {
            if (usable.error().kind != Error::Kind::unsupported)
                return tl::unexpected<Error>(usable.error());
            found.missing = usable.error().message;
        }
        known = other_voices_.emplace(word.language, std::move(found)).first;
    }
    const auto& [voice, missing] = known->second;
    if (missing.empty()) return voice.name == voice_.name ? std::nullopt : std::optional(voice);
    queue_.back().rendering->add_notice(
        word.source, fmt::format("words in the language \"{}\" are spoken with the article's "
                                 "voice: {}",
                                 word.language, missing));
    return std::nullopt;
}

Result<bool> Producer::is_up_to_date(const Opened& opened) {
    if (options_.output.folder == "-" || options_.run.again) return false;
    const fs::path& place = opened.place;
    const std::optional<Fingerprint> before = publish::fingerprint_in(place);
    if (!before) return false;
    RAWI_TRY(const Fingerprint now, fingerprint(opened.prepared, opened.digest));
    return *before == now && publish::is_whole(place);
}

Result<Fingerprint> Producer::fingerprint(const PreparedArticle& prepared,
                                          const std::string& digest) {
    RAWI_TRY(const speech::EngineInfo engine, speech::engines::info(prepared.engine_voice()));
    std::vector<Source> sources;  // each part is one, so that places can refer to it
    for (const Part& part : prepared.document.parts)
        sources.push_back({.name = part.name, .digest = digest});
    UsedInputs used{.sources = std::move(sources),
                    .voice = prepared.voice,
                    .other_voices = {},
                    .lexica = prepared.lexica.digest,
                    .tables = {},
                    .engine = engine.identity,
                    .engine_data = {}};
    std::vector<std::string> tags = prepared.other_languages;
    tags.push_back(prepared.tag);
    RAWI_TRY(used.engine_data, resources_.digest_of(engine.data));
    RAWI_TRY(used.tables, resources_.digest_of_tables(tags));
    tags.pop_back();
    const std::vector<std::string> of_words = prepared.language->languages_of_words();
    tags.insert(tags.end(), of_words.begin(), of_words.end());
    for (const std::string& tag : tags) {
        RAWI_TRY(const wording::VoiceFile* const file, resources_.voice_file(tag));
        used.other_voices.emplace(tag, voice_of(*file));
    }
    return fingerprint_of(options_, used);
}

}  // namespace rawi::production
