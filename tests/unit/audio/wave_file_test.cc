// WAVE files: our bytes against the specification, and read back by libsndfile.
#include "audio/wave_file.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <unistd.h>

#include <gtest/gtest.h>
#include <sndfile.h>

#include "base/file.h"

namespace rawi::audio {
namespace {

constexpr int rate = 22050;

/// A folder of its own for each test, gone with it.
class WaveFile : public testing::Test {
  protected:
    WaveFile() {
        std::string name = (std::filesystem::temp_directory_path() / "rawi-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) std::abort();
        folder_ = name;
    }
    ~WaveFile() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    std::filesystem::path path() const { return folder_ / "x.wav"; }

  private:
    std::filesystem::path folder_;
};

/// Hands out 0, 1, 2 ... `frames` - 1.
std::function<Result<std::size_t>(std::span<std::int16_t>)> counting(Frames frames) {
    return [frames, at = Frames{0}](std::span<std::int16_t> buffer) mutable {
        const auto got = std::min(buffer.size(), static_cast<std::size_t>(frames - at));
        for (std::size_t i = 0; i < got; ++i)
            buffer[i] = static_cast<std::int16_t>(at++);
        return Result<std::size_t>(got);
    };
}

std::string bytes_of(const std::filesystem::path& path) {
    return read_file(path).value_or(std::string());
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

SoundTags some_tags() {
    return {.title = "\xD8\xA7\xD9\x84\xD9\x85\xD9\x8A\xD9\x86\xD8\xA7\xD8\xA1",
            .album = "Album",
            .artist = "Artist",
            .date = "2024-05-14",
            .track = 2};
}

CuePoints cues_at(std::vector<Frames> at, std::vector<std::string> names) {
    return {.at = std::move(at),
            .name = [names = std::move(names)](std::size_t i) { return names[i]; }};
}

struct CloseSound {
    void operator()(SNDFILE* file) const { sf_close(file); }
};

TEST_F(WaveFile, HeaderIsPlainPcm) {
    ASSERT_TRUE(write_wave(path(), rate, 10, {}, {}, counting(10)));
    const std::string bytes = bytes_of(path());
    ASSERT_GT(bytes.size(), 44U);
    EXPECT_EQ(bytes.substr(0, 4), "RIFF");
    EXPECT_EQ(number_at(bytes, 4, 4), bytes.size() - 8);
    EXPECT_EQ(bytes.substr(8, 8), "WAVEfmt ");
    EXPECT_EQ(number_at(bytes, 16, 4), 16U);
    EXPECT_EQ(number_at(bytes, 20, 2), 1U);  // WAVE_FORMAT_PCM
    EXPECT_EQ(number_at(bytes, 22, 2), 1U);  // channels
    EXPECT_EQ(number_at(bytes, 24, 4), 22050U);
    EXPECT_EQ(number_at(bytes, 28, 4), 44100U);
    EXPECT_EQ(number_at(bytes, 32, 2), 2U);
    EXPECT_EQ(number_at(bytes, 34, 2), 16U);
    const std::size_t data = bytes.find("data");
    ASSERT_NE(data, std::string::npos);
    EXPECT_EQ(number_at(bytes, data + 4, 4), 20U);
    EXPECT_EQ(data + 8 + 20, bytes.size());
}

TEST_F(WaveFile, LabelsStandAfterTheSoundEvenPadded) {
    const CuePoints cues = cues_at({0, 7}, {"ab", "abc"});
    ASSERT_TRUE(write_wave(path(), rate, 10, {}, cues, counting(10)));
    const std::string bytes = bytes_of(path());
    const std::size_t cue = bytes.find("cue ");
    ASSERT_EQ(cue, bytes.find("data") + 8 + 20);
    EXPECT_EQ(number_at(bytes, cue + 4, 4), 4U + 2 * 24);
    EXPECT_EQ(number_at(bytes, cue + 8, 4), 2U);
    EXPECT_EQ(number_at(bytes, cue + 12 + 24, 4), 2U);       // its number
    EXPECT_EQ(number_at(bytes, cue + 12 + 24 + 20, 4), 7U);  // its frame
    const std::size_t list = cue + 8 + 4 + std::size_t{2} * 24;
    EXPECT_EQ(bytes.substr(list, 4), "LIST");
    EXPECT_EQ(list + 8 + number_at(bytes, list + 4, 4), bytes.size());
    using namespace std::string_literals;
    EXPECT_EQ(bytes.substr(list + 8),
              "adtl"
              "labl\x07\0\0\0\x01\0\0\0ab\0\0"
              "labl\x08\0\0\0\x02\0\0\0abc\0"s);
    EXPECT_EQ(bytes.size() % 2, 0U);
}

TEST_F(WaveFile, SndfileReadsItBack) {
    const Frames frames = 100000;  // more than one buffer
    const CuePoints cues = cues_at({0, 5000}, {"one", "two"});
    ASSERT_TRUE(write_wave(path(), rate, frames, some_tags(), cues, counting(frames)));
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, CloseSound> file(sf_open(path().c_str(), SFM_READ, &info));
    ASSERT_NE(file, nullptr) << sf_strerror(nullptr);
    EXPECT_EQ(info.format, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    EXPECT_EQ(info.samplerate, rate);
    EXPECT_EQ(info.channels, 1);
    EXPECT_EQ(info.frames, frames);
    EXPECT_EQ(sf_get_string(file.get(), SF_STR_TITLE), some_tags().title);
    EXPECT_STREQ(sf_get_string(file.get(), SF_STR_ALBUM), "Album");
    EXPECT_STREQ(sf_get_string(file.get(), SF_STR_ARTIST), "Artist");
    EXPECT_STREQ(sf_get_string(file.get(), SF_STR_DATE), "2024-05-14");
    EXPECT_STREQ(sf_get_string(file.get(), SF_STR_TRACKNUMBER), "2");
    SF_CUES read{};
    EXPECT_EQ(sf_command(file.get(), SFC_GET_CUE, &read, sizeof read), SF_TRUE);
    ASSERT_EQ(read.cue_count, 2U);
    EXPECT_EQ(read.cue_points[1].sample_offset, 5000U);
    std::vector<std::int16_t> samples(static_cast<std::size_t>(frames));
    ASSERT_EQ(sf_read_short(file.get(), samples.data(), frames), frames);
    EXPECT_EQ(samples[40000], static_cast<std::int16_t>(40000));
    EXPECT_EQ(samples.back(), static_cast<std::int16_t>(frames - 1));
}

TEST_F(WaveFile, BeyondTheLimitItIsRf64) {
    const CuePoints cues = cues_at({0, 50}, {"one", "two"});
    const std::uint64_t limit = 70000;
    ASSERT_TRUE(write_wave(path(), rate, 100, some_tags(), cues, counting(100), limit));
    EXPECT_EQ(bytes_of(path()).substr(0, 4), "RIFF");
    ASSERT_TRUE(write_wave(path(), rate, 10000, some_tags(), cues, counting(10000), limit));
    const std::string bytes = bytes_of(path());
    EXPECT_EQ(bytes.substr(0, 4), "RF64");
    EXPECT_EQ(number_at(bytes, 4, 4), 0xFFFFFFFFU);
    EXPECT_EQ(bytes.substr(8, 8), "WAVEds64");
    EXPECT_EQ(number_at(bytes, 20, 8), bytes.size() - 8);
    EXPECT_EQ(number_at(bytes, 28, 8), 20000U);
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, CloseSound> file(sf_open(path().c_str(), SFM_READ, &info));
    ASSERT_NE(file, nullptr) << sf_strerror(nullptr);
    EXPECT_EQ(info.format & SF_FORMAT_TYPEMASK, SF_FORMAT_RF64);
    EXPECT_EQ(info.frames, 10000);
    EXPECT_NE(bytes.find("labl"), std::string::npos);
    std::vector<std::int16_t> samples(10000);
    ASSERT_EQ(sf_read_short(file.get(), samples.data(), 10000), 10000);
    EXPECT_EQ(samples.back(), 9999);
}

TEST_F(WaveFile, WrittenPieceByPieceItIsTheSame) {
    const CuePoints cues = cues_at({0, 50}, {"one", "two"});
    std::vector<std::int16_t> samples(10000);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(i);
    for (const std::uint64_t limit : {riff_limit, std::uint64_t{70000}}) {
        ASSERT_TRUE(write_wave(path(), rate, 10000, some_tags(), cues, counting(10000), limit));
        const std::string whole = bytes_of(path());
        auto file = WaveWriter::create(path(), rate, some_tags());
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write(std::span(samples).first(3333)));
        ASSERT_TRUE(file->write(std::span(samples).subspan(3333)));
        ASSERT_TRUE(file->finish(cues, limit));
        EXPECT_EQ(bytes_of(path()), whole);
        EXPECT_FALSE(std::filesystem::exists(path().string() + ".riff"));
    }
}

TEST_F(WaveFile, HoldsMoreCuesThanAHeaderCould) {
    const Frames count = 20000;
    CuePoints cues;
    for (Frames i = 0; i < count; ++i)
        cues.at.push_back(i);
    cues.name = [](std::size_t) { return std::string("a sentence"); };
    ASSERT_TRUE(write_wave(path(), rate, count, {}, cues, counting(count)));
    const std::string bytes = bytes_of(path());
    EXPECT_EQ(number_at(bytes, 4, 4), bytes.size() - 8);
    const std::size_t cue = bytes.find("cue ", 44 + 2 * count);
    ASSERT_NE(cue, std::string::npos);
    EXPECT_EQ(number_at(bytes, cue + 8, 4), 20000U);
    EXPECT_EQ(number_at(bytes, bytes.find("adtl") - 4, 4), 4 + 20000U * (8 + 4 + 12));
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, CloseSound> file(sf_open(path().c_str(), SFM_READ, &info));
    ASSERT_NE(file, nullptr) << sf_strerror(nullptr);
    EXPECT_EQ(info.frames, count);
}

TEST_F(WaveFile, TooFewOrTooManySamplesAreAnError) {
    for (const Frames came : {0, 9, 11}) {
        const Result<> done = write_wave(path(), rate, 10, {}, {}, counting(came));
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().kind, Error::Kind::io);
    }
}

TEST_F(WaveFile, ErrorsOfTheSourceArePassedOn) {
    const Result<> done =
        write_wave(path(), rate, 10, {}, {}, [](std::span<std::int16_t>) -> Result<std::size_t> {
            return fail(Error::Kind::engine, "no voice today");
        });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "no voice today");
}

TEST_F(WaveFile, AFolderThatIsNotThereIsAnError) {
    ASSERT_FALSE(std::filesystem::exists(path()));
    const Result<> done = write_wave(path() / "x.wav", rate, 1, {}, {}, counting(1));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::io);
}

}  // namespace
}  // namespace rawi::audio
