// WAVE files: libsndfile writes header, tags and samples; cue points with their names follow, after
// "Multimedia Programming Interface and Data Specifications 1.0" (1991).
#include "audio/wave_encoder.h"

#include <bit>
#include <string>
#include <string_view>
#include <utility>

#include <sndfile.h>

#include "audio/sndfile_output.h"

namespace rawi::audio {

namespace {

static_assert(std::endian::native == std::endian::little, "WAVE is little-endian");

/// Room for a header with its tags, generously.
constexpr std::uint64_t largest_header = 65536;
constexpr std::uint64_t point_size = 24;
constexpr std::uint64_t chunk_head = 8;

// Where sizes are written, in bytes from the start.
constexpr std::uint64_t riff_size_at = 4;
constexpr std::uint64_t rf64_size_at = 20;  // the first number of its `ds64` chunk

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU));
}

std::string number(std::uint64_t value, int bytes) {
    std::string out;
    put(out, value, bytes);
    return out;
}

/// A label's bytes without its head: the cue's number, its name, a zero.
std::uint64_t label_size(const std::string& name) {
    return 4 + name.size() + 1;
}

std::uint64_t even(std::uint64_t size) {
    return size + size % 2;
}

/// The bytes of all labels with their heads.
std::uint64_t labels_size(const CuePoints& cues) {
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < cues.at.size(); ++i)
        size += chunk_head + even(label_size(cues.name(i)));
    return size;
}

/// The bytes that write_cues() writes.
std::uint64_t cues_size(const CuePoints& cues) {
    if (cues.at.empty()) return 0;
    return chunk_head + 4 + cues.at.size() * point_size + chunk_head + 4 + labels_size(cues);
}

Result<> write_points(OutputFile& file, const CuePoints& cues) {
    std::string head = "cue ";
    put(head, 4 + cues.at.size() * point_size, 4);
    put(head, cues.at.size(), 4);
    RAWI_CHECK_OK(file.write(head));
    for (std::size_t i = 0; i < cues.at.size(); ++i) {
        const auto at = static_cast<std::uint64_t>(cues.at[i]);
        std::string point;
        put(point, i + 1, 4);
        put(point, at, 4);
        point += "data";
        put(point, 0, 8);
        put(point, at, 4);
        RAWI_CHECK_OK(file.write(point));
    }
    return {};
}

Result<> write_labels(OutputFile& file, const CuePoints& cues) {
    std::string head = "LIST";
    put(head, 4 + labels_size(cues), 4);
    RAWI_CHECK_OK(file.write(head + "adtl"));
    for (std::size_t i = 0; i < cues.at.size(); ++i) {
        const std::string name = cues.name(i);
        std::string label = "labl";
        put(label, label_size(name), 4);
        put(label, i + 1, 4);
        label += name;
        label.resize(chunk_head + even(label_size(name)), '\0');
        RAWI_CHECK_OK(file.write(label));
    }
    return {};
}

Result<> write_cues(OutputFile& file, const CuePoints& cues) {
    if (cues.at.empty()) return {};
    RAWI_CHECK_OK(write_points(file, cues));
    return write_labels(file, cues);
}

Result<> write_at(OutputFile& file, std::uint64_t at, std::string_view bytes) {
    RAWI_CHECK_OK(file.seek(at));
    return file.write(bytes);
}

std::uint64_t samples_size(Frames frames) {
    return static_cast<std::uint64_t>(frames) * sizeof(std::int16_t);
}

/// Whether such a file is too long for a RIFF header.
bool is_large(Frames frames, const CuePoints& cues, std::uint64_t limit) {
    return samples_size(frames) + cues_size(cues) + largest_header > limit;
}

/// A sound whose length is known.
class WaveFile : public Encoder {
  public:
    WaveFile(OutputFile file, CuePoints cues, bool large)
        : file_(std::move(file)), cues_(std::move(cues)), large_(large) {}

    Result<> start(int rate, const SoundTags& tags) {
        const int format = large_ ? SF_FORMAT_RF64 : SF_FORMAT_WAV;
        RAWI_TRY(sound_, output_.start(format, rate, tags));
        return {};
    }
    Result<> write(std::span<const std::int16_t> samples) override {
        sf_write_short(sound_.get(), samples.data(), static_cast<sf_count_t>(samples.size()));
        return output_.result();
    }
    Result<> finish(const CuePoints& /*late_cues*/) override {
        sound_.reset();  // writes the header once more, with the length
        RAWI_CHECK_OK(output_.result());
        if (!cues_.at.empty()) {
            RAWI_CHECK_OK(file_.seek(output_.size()));
            RAWI_CHECK_OK(write_cues(file_, cues_));
            const std::uint64_t size = output_.size() + cues_size(cues_) - chunk_head;
            RAWI_CHECK_OK(write_at(file_, large_ ? rf64_size_at : riff_size_at,
                                   number(size, large_ ? 8 : 4)));
        }
        return file_.close();
    }

  private:
    OutputFile file_;
    CuePoints cues_;
    bool large_;
    std::uint64_t at_ = 0;  ///< where file_ stands
    SndfileOutput output_{[this](std::uint64_t at, std::string_view bytes) -> Result<> {
        if (at != at_) RAWI_CHECK_OK(file_.seek(at));
        at_ = at + bytes.size();
        return file_.write(bytes);
    }};
    Sndfile sound_;
};

/// The header of a stream: that of a file without samples, with unknown sizes.
Result<std::string> stream_header(int rate, const SoundTags& tags) {
    std::string header;
    SndfileOutput output([&](std::uint64_t at, std::string_view bytes) -> Result<> {
        if (header.size() < at + bytes.size()) header.resize(at + bytes.size());
        header.replace(at, bytes.size(), bytes);
        return {};
    });
    RAWI_TRY(Sndfile sound, output.start(SF_FORMAT_WAV, rate, tags));
    sound.reset();
    const std::string unknown = number(riff_limit, 4);
    header.replace(riff_size_at, unknown.size(), unknown);
    header.replace(header.size() - unknown.size(), unknown.size(), unknown);
    return header;
}

/// Writes what comes after the last sample of a stream, and the sizes in its header.
Result<> complete_stream(OutputFile& file, std::uint64_t header_size, Frames frames,
                         const CuePoints& cues) {
    RAWI_CHECK_OK(write_cues(file, cues));
    const std::uint64_t samples = samples_size(frames);
    const std::uint64_t size = header_size + samples + cues_size(cues) - chunk_head;
    RAWI_CHECK_OK(write_at(file, header_size - 4, number(samples, 4)));
    return write_at(file, riff_size_at, number(size, 4));
}

/// A sound whose length is not known before its end.
class WaveStream : public Encoder {
  public:
    WaveStream(OutputFile file, std::uint64_t limit) : file_(std::move(file)), limit_(limit) {}

    Result<> start(int rate, const SoundTags& tags) {
        RAWI_TRY(const std::string header, stream_header(rate, tags));
        header_size_ = header.size();
        return file_.write(header);
    }
    Result<> write(std::span<const std::int16_t> samples) override {
        frames_ += static_cast<Frames>(samples.size());
        return file_.write(bytes_of(samples));
    }
    Result<> finish(const CuePoints& late_cues) override {
        if (file_.can_seek() && !is_large(frames_, late_cues, limit_)) {
            RAWI_CHECK_OK(complete_stream(file_, header_size_, frames_, late_cues));
        }
        return file_.close();
    }

  private:
    OutputFile file_;
    std::uint64_t limit_;
    std::uint64_t header_size_ = 0;
    Frames frames_ = 0;
};

/// Starts an encoder; it is returned unless that fails.
template <class Wave>
Result<std::unique_ptr<Encoder>> started(std::unique_ptr<Wave> wave, const SoundInfo& info) {
    RAWI_CHECK_OK(wave->start(info.rate, info.tags));
    return wave;
}

}  // namespace

Result<std::unique_ptr<Encoder>> make_wave_encoder(SoundInfo info, OutputFile output,
                                                   std::uint64_t limit) {
    if (!info.frames) {
        return started(std::make_unique<WaveStream>(std::move(output), limit), info);
    }
    const bool large = is_large(*info.frames, info.cues, limit);
    return started(std::make_unique<WaveFile>(std::move(output), std::move(info.cues), large),
                   info);
}

const SpoolFormat wave_spool = {
    .head = [](const SoundInfo& info) { return stream_header(info.rate, info.tags); },
    .complete = [](OutputFile file, std::size_t head_size, const SoundInfo& info) -> Result<> {
        RAWI_CHECK_OK(complete_stream(file, head_size, *info.frames, info.cues));
        return file.close();
    },
    .fits = [](const SoundInfo& info) { return !is_large(*info.frames, info.cues, riff_limit); }};

}  // namespace rawi::audio
