// From the spool through the encoder to the chapter's file.
#include "audio/file_target.h"

#include <memory>
#include <utility>

#include "base/file_names.h"

namespace rawi::audio {

Result<SoundPlace> FileTarget::open(int rate, const SoundTags& tags) {
    spool_.emplace(folder_ / ".spool", memory_);
    info_ = {.rate = rate, .tags = tags, .frames = std::nullopt, .cues = {}};
    const auto number = static_cast<std::size_t>(tags.track);
    file_ = chapter_file(number, tags.title, format_.extension);
    return SoundPlace{.file = file_, .format = format_.name};
}

Result<> FileTarget::write(std::span<const std::int16_t> samples) {
    return spool_->append(samples);
}

Result<> FileTarget::close(const CuePoints& cues) {
    info_.frames = spool_->frames();
    info_.cues = cues;
    RAWI_TRY(OutputFile output, OutputFile::create(folder_ / file_));
    RAWI_TRY(const std::unique_ptr<Encoder> encoder,
             format_.make(std::move(info_), std::move(output)));
    RAWI_CHECK_OK(spool_->read(
        [&](std::span<const std::int16_t> samples) { return encoder->write(samples); }));
    spool_.reset();
    return encoder->finish({});
}

}  // namespace rawi::audio
