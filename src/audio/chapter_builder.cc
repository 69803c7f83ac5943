// Assembles chapters from utterances: exact pauses between them, cues for each word and sentence.
#include "audio/chapter_builder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "audio/silences.h"

namespace rawi::audio {

namespace {

constexpr int gap_milliseconds = 500;
constexpr std::size_t longest_name = 160;  // bytes of a cue point's name

/// The level of the heading that opens a section; 1 if it has none.
int level_of(const Document& document, std::uint32_t section) {
    const Block& first = document.blocks[document.sections[section].first_block];
    return first.heading && first.level > 0 ? first.level : 1;
}

}  // namespace

ChapterBuilder::ChapterBuilder(const Document& document, int rate, const PauseFrames& pauses,
                               std::unique_ptr<SoundTarget> target)
    : document_(&document), rate_(rate), pauses_(pauses), target_(std::move(target)) {}

bool ChapterBuilder::opens_chapter(const Utterance& utterance) const {
    if (!open_) return true;
    return !target_->holds_one_sound() && chapters_.back().section != utterance.section;
}

Result<> ChapterBuilder::open_chapter(std::uint32_t section) {
    const std::string& title = document_->sections[section].title;
    const Metadata& about = document_->metadata;
    const SoundTags tags{.title = title,
                         .album = about.title,
                         .artist = about.author,
                         .date = about.date,
                         .track = static_cast<int>(chapters_.size() + 1)};
    RAWI_TRY(SoundPlace place, target_->open(rate_, tags));
    chapters_.push_back(Chapter{.section = section,
                                .title = title,
                                .level = level_of(*document_, section),
                                .file = std::move(place.file),
                                .format = std::move(place.format),
                                .rate = rate_,
                                .length = 0});
    marks_.clear();
    open_ = true;
    return {};
}

std::string ChapterBuilder::sentence_name(Span source) const {
    std::string_view name = source.of(document_->text);
    if (name.size() <= longest_name) return std::string(name);
    std::size_t end = longest_name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(name.substr(0, end));
}

Result<> ChapterBuilder::close_chapter() {
    if (!std::exchange(open_, false)) return {};
    CuePoints cues;
    cues.at.reserve(marks_.size());
    for (const Mark& mark : marks_)
        cues.at.push_back(mark.at);
    cues.name = [this](std::size_t i) { return sentence_name(marks_[i].source); };
    return target_->close(cues);
}

Result<> ChapterBuilder::put(std::span<const std::int16_t> samples) {
    chapters_.back().length += static_cast<Frames>(samples.size());
    total_ += static_cast<Frames>(samples.size());
    return target_->write(samples);
}

Result<> ChapterBuilder::put_silence(Frames frames) {
    static constexpr std::array<std::int16_t, 1U << 14U> silence{};
    for (auto left = static_cast<std::size_t>(frames); left > 0;) {
        const std::size_t next = std::min(left, silence.size());
        RAWI_CHECK_OK(put(std::span(silence).first(next)));
        left -= next;
    }
    return {};
}

Frames ChapterBuilder::pause_after(const Utterance& utterance) const {
    switch (utterance.after) {
        case Break::sentence:
            return pauses_.sentence;
        case Break::paragraph:
            return pauses_.paragraph;
        case Break::heading:
            return pauses_.heading;
        case Break::section:
            return pauses_.section;
    }
    return 0;
}

void ChapterBuilder::set_comma_gaps(const Utterance& utterance, Speech& speech) const {
    // From the last to the first, so that no gap moves a word that is still to be handled.
    for (std::size_t i = utterance.words.size(); i-- > 1;) {
        if (utterance.words[i - 1].after == Boundary::comma) set_gap(speech, i - 1, pauses_.comma);
    }
}

void ChapterBuilder::insert_silences(const Utterance& utterance, Speech& speech) const {
    for (std::size_t i = utterance.words.size(); i-- > 1;) {
        const int length = utterance.words[i - 1].silence;
        if (length > 0) insert_silence(speech, i - 1, frames_of(length, rate_));
    }
}

Result<Timing> ChapterBuilder::append(const Utterance& utterance, Speech speech) {
    if (opens_chapter(utterance)) {
        RAWI_CHECK_OK(close_chapter());
        RAWI_CHECK_OK(open_chapter(utterance.section));
    }
    trim(speech);
    set_comma_gaps(utterance, speech);
    insert_silences(utterance, speech);
    RAWI_CHECK_OK(put_silence(frames_of(utterance.silence_before, rate_)));
    const Frames start = chapters_.back().length;
    Timing timing;
    timing.sentence = {.begin = start, .end = start + speech.clip.frames()};
    timing.words.reserve(speech.onsets.size());
    for (std::size_t i = 0; i < speech.onsets.size(); ++i) {
        timing.words.push_back(
            Cue{.begin = start + speech.onsets[i], .end = start + speech.ends[i]});
    }
    marks_.push_back(Mark{.at = start, .source = utterance.source});
    RAWI_CHECK_OK(put(speech.clip.samples));
    const int more = utterance.words.empty() ? 0 : utterance.words.back().silence;
    RAWI_CHECK_OK(put_silence(frames_of(more, rate_) + pause_after(utterance)));
    return timing;
}

Result<Timing> ChapterBuilder::append_gap(const Utterance& utterance) {
    Speech silence;
    silence.clip.rate = rate_;
    silence.onsets.assign(utterance.words.size(), 0);
    silence.ends.assign(utterance.words.size(), 0);
    RAWI_TRY(const Timing timing, append(utterance, std::move(silence)));
    RAWI_CHECK_OK(put_silence(frames_of(gap_milliseconds, rate_)));
    return timing;
}

}  // namespace rawi::audio
