// Lets libsndfile write to an output of the caller.
#include "audio/sndfile_output.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>

#include <fmt/format.h>

namespace rawi::audio {

namespace {

void set_tags(SNDFILE* sound, const SoundTags& tags) {
    const auto set = [&](int which, const std::string& text) {
        if (!text.empty()) sf_set_string(sound, which, text.c_str());
    };
    set(SF_STR_TITLE, tags.title);
    set(SF_STR_ALBUM, tags.album);
    set(SF_STR_ARTIST, tags.artist);
    set(SF_STR_DATE, tags.date);
    if (tags.track > 0) set(SF_STR_TRACKNUMBER, fmt::format("{}", tags.track));
}

}  // namespace

sf_count_t SndfileOutput::seek(sf_count_t offset, int whence) {
    const auto base = whence == SEEK_SET ? 0U : whence == SEEK_CUR ? at_ : size_;
    at_ = base + static_cast<std::uint64_t>(offset);
    return static_cast<sf_count_t>(at_);
}

sf_count_t SndfileOutput::write(std::string_view bytes) {
    if (result_) result_ = put_(at_, bytes);
    if (!result_) return 0;
    at_ += bytes.size();
    size_ = std::max(size_, at_);
    return static_cast<sf_count_t>(bytes.size());
}

SF_VIRTUAL_IO SndfileOutput::calls() {
    SF_VIRTUAL_IO io{};
    io.get_filelen = [](void* user) {
        return static_cast<sf_count_t>(static_cast<SndfileOutput*>(user)->size_);
    };
    io.seek = [](sf_count_t to, int whence, void* user) {
        return static_cast<SndfileOutput*>(user)->seek(to, whence);
    };
    io.read = [](void*, sf_count_t, void*) { return sf_count_t{0}; };
    io.write = [](const void* bytes, sf_count_t count, void* user) {
        return static_cast<SndfileOutput*>(user)->write(
            {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    };
    io.tell = [](void* user) {
        return static_cast<sf_count_t>(static_cast<SndfileOutput*>(user)->at_);
    };
    return io;
}

Result<Sndfile> SndfileOutput::start(int format, int rate, const SoundTags& tags) {
    SF_INFO info{};
    info.samplerate = rate;
    info.channels = 1;
    info.format = format | SF_FORMAT_PCM_16;
    SF_VIRTUAL_IO io = calls();
    Sndfile sound(sf_open_virtual(&io, SFM_WRITE, &info, this));
    RAWI_CHECK_OK(result_);
    if (sound == nullptr) {
        return fail(Error::Kind::io,
                    fmt::format("cannot start a sound file: {}", sf_strerror(nullptr)));
    }
    set_tags(sound.get(), tags);
    return sound;
}

}  // namespace rawi::audio
