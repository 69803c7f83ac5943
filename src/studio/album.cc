// From utterances to chapter files: exact pauses between them, cues for each word and sentence.
#include "studio/album.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "sound/edit.h"
#include "studio/names.h"

namespace rawi {

namespace fs = std::filesystem;

namespace {

constexpr int gap_milliseconds = 500;

std::string_view bytes_of(std::span<const std::int16_t> samples) {
    return {reinterpret_cast<const char*>(samples.data()), samples.size_bytes()};
}

}  // namespace

Album::Album(const Document& document, const Script& script, fs::path folder, int rate,
             const PauseFrames& pauses, std::optional<std::string> single)
    : document_(&document),
      script_(&script),
      folder_(std::move(folder)),
      rate_(rate),
      pauses_(pauses),
      single_(std::move(single)) {}

Result<Album> Album::create(const Document& document, const Script& script, const fs::path& folder,
                            int rate, const PauseFrames& pauses,
                            std::optional<std::string> single) {
    return Album(document, script, folder, rate, pauses, std::move(single));
}

Result<> Album::open_chapter(std::uint32_t section) {
    const std::string& title = document_->sections[section].title;
    Chapter chapter{.section = section, .title = title, .file = {}, .timeline = {}};
    chapter.file = single_ ? *single_ : chapter_file(chapters_.size() + 1, title);
    chapter.timeline.rate = rate_;
    chapters_.push_back(std::move(chapter));
    RAWI_TRY(spool_, OutputFile::create(folder_ / ".spool"));
    return {};
}

std::string Album::sentence_name(const Cue& cue) const {
    constexpr std::size_t longest = 160;
    std::string name(script_->utterances[cue.utterance].source.of(document_->text));
    if (name.size() <= longest) return name;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
        --end;
    return name.substr(0, end);
}

Result<> Album::close_chapter() {
    if (!spool_) return {};
    RAWI_CHECK_OK(spool_->close());
    spool_.reset();
    const Chapter& chapter = chapters_.back();
    std::vector<CuePoint> cues;
    cues.reserve(chapter.timeline.sentences.size());
    for (const Cue& cue : chapter.timeline.sentences) {
        cues.push_back(CuePoint{.at = cue.begin, .name = sentence_name(cue)});
    }
    const Metadata& about = document_->metadata;
    const SoundTags tags{.title = chapter.title,
                         .album = about.title,
                         .artist = about.author,
                         .date = about.date,
                         .track = static_cast<int>(chapters_.size()),
                         .tracks = 0};
    const fs::path spooled = folder_ / ".spool";
    std::ifstream samples(spooled, std::ios::binary);
    const auto next = [&](std::span<std::int16_t> buffer) -> Result<std::size_t> {
        samples.read(reinterpret_cast<char*>(buffer.data()),
                     static_cast<std::streamsize>(buffer.size_bytes()));
        return static_cast<std::size_t>(samples.gcount()) / sizeof(std::int16_t);
    };
    const fs::path place = chapter.file == "-" ? fs::path("-") : folder_ / chapter.file;
    RAWI_CHECK_OK(write_wave(place, rate_, chapter.timeline.length, tags, cues, next));
    std::error_code ignored;
    fs::remove(spooled, ignored);
    return {};
}

Result<> Album::put(const std::vector<std::int16_t>& samples) {
    chapters_.back().timeline.length += static_cast<Frames>(samples.size());
    total_ += static_cast<Frames>(samples.size());
    return spool_->write(bytes_of(samples));
}

Result<> Album::put_silence(Frames frames) {
    return put(std::vector<std::int16_t>(static_cast<std::size_t>(frames), 0));
}

Frames Album::pause_after(const Utterance& utterance) const {
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

void Album::set_comma_gaps(const Utterance& utterance, Speech& speech) const {
    // From the last to the first, so that no gap moves a place that is still to come.
    for (std::size_t i = utterance.words.size(); i-- > 1;) {
        if (utterance.words[i - 1].after == Boundary::comma) set_gap(speech, i - 1, pauses_.comma);
    }
}

Result<> Album::append(std::uint32_t index, Speech speech) {
    const Utterance& utterance = script_->utterances[index];
    const bool fresh =
        chapters_.empty() || (!single_ && chapters_.back().section != utterance.section);
    if (fresh) {
        RAWI_CHECK_OK(close_chapter());
        RAWI_CHECK_OK(open_chapter(utterance.section));
    }
    trim(speech);
    set_comma_gaps(utterance, speech);
    Timeline& timeline = chapters_.back().timeline;
    const Frames start = timeline.length;
    for (std::uint32_t i = 0; i < speech.onsets.size(); ++i) {
        timeline.words.push_back(Cue{.utterance = index,
                                     .word = i,
                                     .begin = start + speech.onsets[i],
                                     .end = start + speech.ends[i]});
    }
    timeline.sentences.push_back(
        Cue{.utterance = index, .word = 0, .begin = start, .end = start + speech.clip.frames()});
    RAWI_CHECK_OK(put(speech.clip.samples));
    return put_silence(pause_after(utterance));
}

Result<> Album::append_gap(std::uint32_t index, std::string reason) {
    const Frames length = frames_of(gap_milliseconds, rate_);
    const std::size_t words = script_->utterances[index].words.size();
    Speech silence;
    silence.clip.rate = rate_;
    silence.onsets.assign(words, 0);
    silence.ends.assign(words, 0);
    gaps_.push_back(Gap{.utterance = index, .reason = std::move(reason)});
    RAWI_CHECK_OK(append(index, std::move(silence)));
    return put_silence(length);
}

Result<> Album::finish() {
    return close_chapter();
}

}  // namespace rawi
