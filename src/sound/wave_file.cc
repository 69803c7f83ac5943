// WAVE files, written by ourselves: libsndfile drops the names of cue points. Layout after
// "Multimedia Programming Interface and Data Specifications 1.0" (1991) and EBU Tech 3306 (RF64).
#include "sound/wave_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <optional>
#include <unistd.h>

#include <fmt/format.h>

#include "base/file.h"

namespace rawi {

namespace {

constexpr std::uint64_t riff_limit = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t in_ds64 = std::numeric_limits<std::uint32_t>::max();

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU));
}

/// A chunk: its four letters, its size, its bytes, and a zero where the size is odd.
void put_chunk(std::string& out, std::string_view id, std::string_view body) {
    out += id;
    put(out, body.size(), 4);
    out += body;
    if (body.size() % 2 != 0) out.push_back('\0');
}

void put_text(std::string& out, std::string_view id, const std::string& text) {
    if (!text.empty()) put_chunk(out, id, text + '\0');
}

std::string tag_chunk(const SoundTags& tags) {
    std::string list = "INFO";
    put_text(list, "INAM", tags.title);
    put_text(list, "IPRD", tags.album);
    put_text(list, "IART", tags.artist);
    put_text(list, "ICRD", tags.date);
    if (tags.track > 0) put_text(list, "ITRK", fmt::format("{}", tags.track));
    put_text(list, "ISFT", "rawi");
    std::string out;
    put_chunk(out, "LIST", list);
    return out;
}

std::string cue_chunks(const std::vector<CuePoint>& cues) {
    if (cues.empty()) return {};
    std::string points;
    std::string labels = "adtl";
    put(points, cues.size(), 4);
    for (std::size_t i = 0; i < cues.size(); ++i) {
        const auto at = static_cast<std::uint64_t>(cues[i].at);
        put(points, i + 1, 4);
        put(points, at, 4);
        points += "data";
        put(points, 0, 8);
        put(points, at, 4);
        std::string label;
        put(label, i + 1, 4);
        put_chunk(labels, "labl", label + cues[i].name + '\0');
    }
    std::string out;
    put_chunk(out, "cue ", points);
    put_chunk(out, "LIST", labels);
    return out;
}

std::string format_chunk(int rate) {
    const auto frames = static_cast<std::uint64_t>(rate);
    std::string format;
    put(format, 1, 2);  // WAVE_FORMAT_PCM
    put(format, 1, 2);  // one channel
    put(format, frames, 4);
    put(format, frames * 2, 4);
    put(format, 2, 2);
    put(format, 16, 2);
    std::string out;
    put_chunk(out, "fmt ", format);
    return out;
}

/// Everything before the samples.
std::string head(int rate, std::uint64_t data, const std::string& tags, std::uint64_t tail) {
    const std::string format = format_chunk(rate);
    const std::uint64_t body = 4 + format.size() + tags.size() + 8 + data + tail;
    const bool large = body > riff_limit;
    std::string out = large ? "RF64" : "RIFF";
    put(out, large ? in_ds64 : body, 4);
    out += "WAVE";
    if (large) {
        std::string sizes;
        put(sizes, body + 36, 8);  // the ds64 chunk counts too
        put(sizes, data, 8);
        put(sizes, data / 2, 8);
        put(sizes, 0, 4);
        put_chunk(out, "ds64", sizes);
    }
    out += format + tags + "data";
    put(out, large ? in_ds64 : data, 4);
    return out;
}

/// A file, or standard output.
class Sink {
  public:
    static Result<Sink> open(const std::filesystem::path& path) {
        Sink sink;
        if (path != "-") {
            RAWI_TRY(sink.file_, OutputFile::create(path));
        }
        return sink;
    }
    Result<> write(std::string_view bytes) {
        if (file_) return file_->write(bytes);
        while (!bytes.empty()) {
            const ssize_t put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) {
                return fail(Error::Kind::io, fmt::format("cannot write to standard output: {}",
                                                         std::strerror(errno)));
            }
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
        return {};
    }
    Result<> close() { return file_ ? file_->close() : Result<>(); }

  private:
    std::optional<OutputFile> file_;
};

}  // namespace

Result<> write_wave(const std::filesystem::path& path, int rate, Frames frames,
                    const SoundTags& tags, const std::vector<CuePoint>& cues,
                    const std::function<Result<std::size_t>(std::span<std::int16_t>)>& next) {
    const std::string tail = cue_chunks(cues);
    RAWI_TRY(Sink sink, Sink::open(path));
    RAWI_CHECK_OK(sink.write(
        head(rate, static_cast<std::uint64_t>(frames) * 2, tag_chunk(tags), tail.size())));
    std::array<std::int16_t, 1U << 15U> buffer{};
    Frames written = 0;
    for (;;) {
        RAWI_TRY(const std::size_t got, next(buffer));
        if (got == 0) break;
        written += static_cast<Frames>(got);
        if (written > frames) break;
        RAWI_CHECK_OK(sink.write({reinterpret_cast<const char*>(buffer.data()), got * 2}));
    }
    if (written != frames) {
        return fail(Error::Kind::io, fmt::format("\"{}\": {} frames were promised, {} came",
                                                 path.string(), frames, written));
    }
    RAWI_CHECK_OK(sink.write(tail));
    return sink.close();
}

}  // namespace rawi
