// WAVE files: libsndfile writes header, tags and samples; cue points with their names follow, after
// "Multimedia Programming Interface and Data Specifications 1.0" (1991).
#include "audio/wave_file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <sndfile.h>

#include "base/file.h"

namespace rawi::audio {

namespace {

/// Room for a header with its tags, generously.
constexpr std::uint64_t largest_header = 65536;

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU));
}

/// What libsndfile writes to: a file of ours, so that its errors are ours.
struct Sink {
    OutputFile file;
    std::uint64_t at = 0, size = 0;
    std::optional<Error> error;

    sf_count_t seek(sf_count_t offset, int whence) {
        const auto base = whence == SEEK_SET ? 0U : whence == SEEK_CUR ? at : size;
        at = base + static_cast<std::uint64_t>(offset);
        keep(file.seek(at));
        return static_cast<sf_count_t>(at);
    }
    sf_count_t write(std::string_view bytes) {
        if (error) return 0;
        keep(file.write(bytes));
        at += bytes.size();
        size = std::max(size, at);
        return static_cast<sf_count_t>(bytes.size());
    }
    void keep(const Result<>& result) {
        if (!result && !error) error = result.error();
    }
};

Sink& sink_of(void* user) {
    return *static_cast<Sink*>(user);
}

SF_VIRTUAL_IO calls() {
    SF_VIRTUAL_IO io{};
    io.get_filelen = [](void* user) { return static_cast<sf_count_t>(sink_of(user).size); };
    io.seek = [](sf_count_t to, int whence, void* user) { return sink_of(user).seek(to, whence); };
    io.read = [](void*, sf_count_t, void*) { return sf_count_t{0}; };
    io.write = [](const void* bytes, sf_count_t count, void* user) {
        return sink_of(user).write(
            {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    };
    io.tell = [](void* user) { return static_cast<sf_count_t>(sink_of(user).at); };
    return io;
}

struct CloseSound {
    void operator()(SNDFILE* sound) const { sf_close(sound); }
};
using Sound = std::unique_ptr<SNDFILE, CloseSound>;

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

/// Copies all samples; -> how many there were, at most `frames` + one buffer.
Result<Frames> copy(SNDFILE* sound, const SampleSource& next, Frames frames, const Sink& sink) {
    std::array<std::int16_t, 1U << 15U> buffer{};
    Frames came = 0;
    while (came <= frames) {
        RAWI_TRY(const std::size_t got, next(buffer));
        if (got == 0) break;
        came += static_cast<Frames>(got);
        sf_write_short(sound, buffer.data(), static_cast<sf_count_t>(got));
        if (sink.error) return tl::unexpected(*sink.error);
    }
    return came;
}

constexpr std::uint64_t point_size = 24;
constexpr std::uint64_t chunk_head = 8;

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

void write_points(Sink& sink, const CuePoints& cues) {
    std::string head = "cue ";
    put(head, 4 + cues.at.size() * point_size, 4);
    put(head, cues.at.size(), 4);
    sink.write(head);
    for (std::size_t i = 0; i < cues.at.size(); ++i) {
        const auto at = static_cast<std::uint64_t>(cues.at[i]);
        std::string point;
        put(point, i + 1, 4);
        put(point, at, 4);
        point += "data";
        put(point, 0, 8);
        put(point, at, 4);
        sink.write(point);
    }
}

void write_labels(Sink& sink, const CuePoints& cues) {
    std::string head = "LIST";
    put(head, 4 + labels_size(cues), 4);
    sink.write(head + "adtl");
    for (std::size_t i = 0; i < cues.at.size(); ++i) {
        const std::string name = cues.name(i);
        std::string label = "labl";
        put(label, label_size(name), 4);
        put(label, i + 1, 4);
        label += name;
        label.resize(chunk_head + even(label_size(name)), '\0');
        sink.write(label);
    }
}

/// Puts the cue points behind what libsndfile wrote, and their size into its header.
void append(Sink& sink, const CuePoints& cues, bool large) {
    if (cues.at.empty()) return;
    sink.seek(0, SEEK_END);
    write_points(sink, cues);
    write_labels(sink, cues);
    std::string size;
    put(size, sink.size - chunk_head, large ? 8 : 4);
    sink.seek(large ? 20 : 4, SEEK_SET);  // in RF64 the ds64 chunk's first number is the size
    sink.write(size);
}

Result<Sound> open_sound(Sink& sink, const std::filesystem::path& path, int rate, bool large) {
    SF_INFO info{};
    info.samplerate = rate;
    info.channels = 1;
    info.format = (large ? SF_FORMAT_RF64 : SF_FORMAT_WAV) | SF_FORMAT_PCM_16;
    SF_VIRTUAL_IO io = calls();
    Sound sound(sf_open_virtual(&io, SFM_WRITE, &info, &sink));
    if (sink.error) return tl::unexpected(*sink.error);
    if (sound == nullptr) {
        return fail(Error::Kind::io,
                    fmt::format("cannot write \"{}\": {}", path.string(), sf_strerror(nullptr)));
    }
    return sound;
}

/// Whether a RIFF header cannot tell how long such a file is.
bool is_large(Frames frames, const CuePoints& cues, std::uint64_t limit) {
    const std::uint64_t samples = static_cast<std::uint64_t>(frames) * sizeof(std::int16_t);
    const std::uint64_t places = cues.at.size() * point_size + labels_size(cues);
    return samples + places + largest_header > limit;
}

}  // namespace

Result<> write_wave(const std::filesystem::path& path, int rate, Frames frames,
                    const SoundTags& tags, const CuePoints& cues, const SampleSource& next,
                    std::uint64_t limit) {
    const bool large = is_large(frames, cues, limit);
    RAWI_TRY(OutputFile file, OutputFile::create(path));
    Sink sink{.file = std::move(file), .at = 0, .size = 0, .error = std::nullopt};
    RAWI_TRY(Sound sound, open_sound(sink, path, rate, large));
    set_tags(sound.get(), tags);
    RAWI_TRY(const Frames came, copy(sound.get(), next, frames, sink));
    sound.reset();
    if (came != frames) {
        return fail(Error::Kind::io, fmt::format("\"{}\": {} frames were promised, {} came",
                                                 path.string(), frames, came));
    }
    append(sink, cues, large);
    if (sink.error) return tl::unexpected(*sink.error);
    return sink.file.close();
}

struct WaveWriter::State {
    std::filesystem::path path;
    int rate = 0;
    SoundTags tags;
    Sink sink;
    Sound sound{};
    Frames frames = 0;

    /// Reads what was written and writes it again.
    Result<> as_rf64(const CuePoints& cues, std::uint64_t limit) {
        RAWI_CHECK_OK(sink.file.close());
        std::filesystem::path written = path;
        written += ".riff";
        std::error_code problem;
        std::filesystem::rename(path, written, problem);
        std::ifstream samples(written, std::ios::binary);
        const auto size = static_cast<std::uint64_t>(frames) * sizeof(std::int16_t);
        samples.seekg(static_cast<std::streamoff>(sink.size - size));
        const auto next = [&](std::span<std::int16_t> buffer) -> Result<std::size_t> {
            samples.read(reinterpret_cast<char*>(buffer.data()),
                         static_cast<std::streamsize>(buffer.size_bytes()));
            return static_cast<std::size_t>(samples.gcount()) / sizeof(std::int16_t);
        };
        Result<> done = write_wave(path, rate, frames, tags, cues, next, limit);
        std::filesystem::remove(written, problem);
        return done;
    }
};

WaveWriter::WaveWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
WaveWriter::WaveWriter(WaveWriter&&) noexcept = default;
WaveWriter& WaveWriter::operator=(WaveWriter&&) noexcept = default;
WaveWriter::~WaveWriter() = default;

Result<WaveWriter> WaveWriter::create(const std::filesystem::path& path, int rate,
                                      const SoundTags& tags) {
    RAWI_TRY(OutputFile file, OutputFile::create(path));
    auto state = std::make_unique<State>(State{
        .path = path,
        .rate = rate,
        .tags = tags,
        .sink = {.file = std::move(file), .at = 0, .size = 0, .error = std::nullopt},
    });
    RAWI_TRY(state->sound, open_sound(state->sink, path, rate, false));
    set_tags(state->sound.get(), tags);
    return WaveWriter(std::move(state));
}

Result<> WaveWriter::write(std::span<const std::int16_t> samples) {
    const auto count = static_cast<sf_count_t>(samples.size());
    sf_write_short(state_->sound.get(), samples.data(), count);
    if (state_->sink.error) return tl::unexpected(*state_->sink.error);
    state_->frames += static_cast<Frames>(count);
    return {};
}

Result<> WaveWriter::finish(const CuePoints& cues, std::uint64_t limit) {
    State& state = *state_;
    state.sound.reset();
    if (state.sink.error) return tl::unexpected(*state.sink.error);
    if (is_large(state.frames, cues, limit)) return state.as_rf64(cues, limit);
    append(state.sink, cues, false);
    if (state.sink.error) return tl::unexpected(*state.sink.error);
    return state.sink.file.close();
}

}  // namespace rawi::audio
