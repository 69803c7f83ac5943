// From the spool to the chapter's file.
#include "audio/file_target.h"

#include <memory>
#include <string>
#include <utility>

#include "base/file_names.h"

namespace rawi::audio {

Result<SoundPlace> FileTarget::open(int rate, const SoundTags& tags) {
    info_ = {.rate = rate, .tags = tags, .frames = std::nullopt, .cues = {}};
    std::string head;
    if (format_.in_spool != nullptr) {
        RAWI_TRY(head, format_.in_spool->head(info_));
    }
    RAWI_TRY(Spool spool, Spool::create(folder_ / ".spool", head));
    spool_.emplace(std::move(spool));
    const auto number = static_cast<std::size_t>(tags.track);
    file_ = chapter_file(number, tags.title, format_.extension);
    return SoundPlace{.file = file_, .format = format_.name};
}

Result<> FileTarget::write(std::span<const std::int16_t> samples) {
    return spool_->append(samples);
}

Result<> FileTarget::encode(const std::filesystem::path& path) {
    RAWI_TRY(OutputFile output, OutputFile::create(path));
    RAWI_TRY(const std::unique_ptr<Encoder> encoder,
             format_.make(std::move(info_), std::move(output)));
    RAWI_CHECK_OK(spool_->read(
        [&](std::span<const std::int16_t> samples) { return encoder->write(samples); }));
    return encoder->finish({});
}

Result<> FileTarget::close(const CuePoints& cues) {
    info_.frames = spool_->frames();
    info_.cues = cues;
    const std::filesystem::path path = folder_ / file_;
    if (format_.in_spool != nullptr && format_.in_spool->fits(info_)) {
        RAWI_TRY(OutputFile file, spool_->release(path));
        RAWI_CHECK_OK(format_.in_spool->complete(std::move(file), spool_->head_size(), info_));
    } else {
        RAWI_CHECK_OK(encode(path));
    }
    spool_.reset();
    return {};
}

}  // namespace rawi::audio
