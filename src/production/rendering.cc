// Renders one article: verbalizes it, assembles its sound, and publishes it.
#include "production/rendering.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "audio/file_target.h"
#include "audio/stream_target.h"
#include "base/file.h"

namespace rawi::production {

namespace {

constexpr int usual_rate = 175;  // words a minute, for which the pauses in voice.toml are given

/// Pauses of the voice in frames; faster speech has shorter ones.
audio::PauseFrames pauses_of(const wording::VoiceFile& file, int rate) {
    const auto frames = [&](int milliseconds) {
        return frames_of(milliseconds * usual_rate / std::max(1, file.rate), rate);
    };
    return {.comma = frames(file.pauses.comma),
            .sentence = frames(file.pauses.sentence),
            .paragraph = frames(file.pauses.paragraph),
            .heading = frames(file.pauses.heading),
            .section = frames(file.pauses.section)};
}

}  // namespace

Rendering::Rendering(RenderPlan plan, PreparedArticle prepared)
    : plan_(std::move(plan)),
      prepared_(std::move(prepared)),
      overrides_(prepared_.overrides()),
      writer_(prepared_.document, *prepared_.language, wording::script::Depth::pronounced,
              overrides_) {
    outcome_.folder = plan_.folder;
    outcome_.notices = prepared_.format_notices();
}

void Rendering::find_fingerprint() {
    if (!fingerprint_) fingerprint_ = plan_.fingerprint(prepared_);
}

std::optional<Utterance> Rendering::next() {
    // Digests take time: compute them while a worker speaks the first sentence.
    if (!skips_.empty()) find_fingerprint();
    std::optional<Utterance> next = writer_.next();
    skips_.push_back(writer_.take_skips());
    for (std::string& line : format_notices(prepared_.document, writer_.take_notices()))
        outcome_.notices.push_back(std::move(line));
    return next;
}

Result<> Rendering::begin() {
    if (sound_) return {};
    find_fingerprint();
    if (!*fingerprint_) return tl::unexpected<Error>(fingerprint_->error());
    RAWI_TRY(std::unique_ptr<audio::SoundTarget> target, make_target());
    sound_.emplace(prepared_.document, plan_.rate, pauses_of(prepared_.voice, plan_.rate),
                   std::move(target));
    RAWI_TRY(publisher_,
             publish::make_all(plan_.publishers,
                               {.document = prepared_.document,
                                .fingerprint = **fingerprint_,
                                .folder = folder_ ? folder_->path() : std::filesystem::path()}));
    return {};
}

Result<std::unique_ptr<audio::SoundTarget>> Rendering::make_target() {
    if (plan_.folder == "-") {
        RAWI_TRY(OutputFile output, OutputFile::standard_output(plan_.stop));
        return std::make_unique<audio::StreamTarget>(std::move(output), plan_.format);
    }
    RAWI_TRY(StagedFolder folder, StagedFolder::create(plan_.folder));
    folder_.emplace(std::move(folder));
    return std::make_unique<audio::FileTarget>(folder_->path(), plan_.format);
}

Result<> Rendering::publish_before() {
    const std::vector<Chapter>& chapters = sound_->chapters();
    if (chapters_ < chapters.size()) {
        if (chapters_ > 0) RAWI_CHECK_OK(publisher_->close_chapter(chapters[chapters_ - 1]));
        RAWI_CHECK_OK(publisher_->open_chapter(chapters[chapters_++]));
    }
    for (const Skip& skip : skips_.front())
        RAWI_CHECK_OK(publisher_->skip(skip));
    skips_.pop_front();
    return {};
}

Result<> Rendering::spoken(const Utterance& utterance, Speech speech) {
    RAWI_CHECK_OK(begin());
    RAWI_TRY(const Timing timing, sound_->append(utterance, std::move(speech)));
    RAWI_CHECK_OK(publish_before());
    RAWI_CHECK_OK(publisher_->add(utterance, timing));
    report(utterance);
    return {};
}

Result<> Rendering::failed(const Utterance& utterance, const std::string& reason) {
    const std::string place = where(prepared_.document, utterance.source);
    if (!plan_.keep_going) {
        return fail(Error::Kind::engine,
                    fmt::format("this sentence cannot be spoken: {} (--keep-going leaves a gap and "
                                "goes on)",
                                reason),
                    place);
    }
    outcome_.gaps.push_back(fmt::format("{}: {}", place, reason));
    RAWI_CHECK_OK(begin());
    RAWI_TRY(const Timing timing, sound_->append_gap(utterance));
    RAWI_CHECK_OK(publish_before());
    RAWI_CHECK_OK(publisher_->gap(utterance, timing, reason));
    report(utterance);
    return {};
}

void Rendering::report(const Utterance& utterance) const {
    const auto length = static_cast<double>(prepared_.document.text.size());
    plan_.report(Progress{.share = utterance.source.end / length,
                          .seconds = static_cast<double>(sound_->frames()) / plan_.rate});
}

Result<Outcome> Rendering::finish() {
    if (!sound_) {
        return fail(Error::Kind::input, "this article contains nothing to speak",
                    prepared_.document.name);
    }
    RAWI_CHECK_OK(sound_->close_chapter());
    while (!skips_.empty())
        RAWI_CHECK_OK(publish_before());
    RAWI_CHECK_OK(publisher_->close_chapter(sound_->chapters().back()));
    RAWI_CHECK_OK(publisher_->finish());
    if (folder_) RAWI_CHECK_OK(folder_->commit());
    outcome_.seconds = static_cast<double>(sound_->frames()) / plan_.rate;
    outcome_.chapters = sound_->chapters().size();
    return std::move(outcome_);
}

void Rendering::add_notice(Span source, const std::string& message) {
    if (std::find(noticed_.begin(), noticed_.end(), message) != noticed_.end()) return;
    noticed_.push_back(message);
    outcome_.notices.push_back(fmt::format("{}: {}", where(prepared_.document, source), message));
}

}  // namespace rawi::production
