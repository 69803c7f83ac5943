// WAVE files: our bytes against the specification, and read back by libsndfile.
#include "audio/wave_encoder.h"

#include <cstdlib>
#include <memory>
#include <numeric>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>
#include <sndfile.h>

#include "base/file.h"
#include "support/file_size_limit.h"

namespace rawi::audio {
namespace {

constexpr int wave_rate = 22050;

/// A folder of its own for each test, gone with it.
class WaveEncoder : public testing::Test {
  protected:
    WaveEncoder() {
        std::string name = (std::filesystem::temp_directory_path() / "rawi-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) std::abort();
        folder_ = name;
    }
    ~WaveEncoder() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    std::filesystem::path path() const { return folder_ / "x.wav"; }

  private:
    std::filesystem::path folder_;
};

/// 0, 1, 2 ... `frames` - 1.
std::vector<std::int16_t> counting(Frames frames) {
    std::vector<std::int16_t> samples(static_cast<std::size_t>(frames));
    std::iota(samples.begin(), samples.end(), std::int16_t{0});
    return samples;
}

/// Writes a sound in two pieces.
Result<> write_sound(Encoder& encoder, Frames frames, const CuePoints& late_cues = {}) {
    const std::vector<std::int16_t> samples = counting(frames);
    const auto first = samples.size() / 3;
    RAWI_CHECK_OK(encoder.write(std::span(samples).first(first)));
    RAWI_CHECK_OK(encoder.write(std::span(samples).subspan(first)));
    return encoder.finish(late_cues);
}

Result<> write_wave(const std::filesystem::path& path, Frames frames, const SoundTags& tags,
                    const CuePoints& cues, std::uint64_t limit = riff_limit) {
    RAWI_TRY(OutputFile output, OutputFile::create(path));
    RAWI_TRY(const std::unique_ptr<Encoder> encoder,
             make_wave_encoder({.rate = wave_rate, .tags = tags, .frames = frames, .cues = cues},
                               std::move(output), limit));
    return write_sound(*encoder, frames);
}

Result<> stream_wave(OutputFile output, Frames frames, const SoundTags& tags, const CuePoints& cues,
                     std::uint64_t limit = riff_limit) {
    RAWI_TRY(
        const std::unique_ptr<Encoder> encoder,
        make_wave_encoder({.rate = wave_rate, .tags = tags, .frames = std::nullopt, .cues = {}},
                          std::move(output), limit));
    return write_sound(*encoder, frames, cues);
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

TEST_F(WaveEncoder, HeaderIsPlainPcm) {
    ASSERT_TRUE(write_wave(path(), 10, {}, {}));
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

TEST_F(WaveEncoder, LabelsFollowTheSoundEvenPadded) {
    const CuePoints cues = cues_at({0, 7}, {"ab", "abc"});
    ASSERT_TRUE(write_wave(path(), 10, {}, cues));
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

TEST_F(WaveEncoder, SndfileReadsItBack) {
    const Frames frames = 100000;  // more than one buffer
    const CuePoints cues = cues_at({0, 5000}, {"one", "two"});
    ASSERT_TRUE(write_wave(path(), frames, some_tags(), cues));
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, CloseSound> file(sf_open(path().c_str(), SFM_READ, &info));
    ASSERT_NE(file, nullptr) << sf_strerror(nullptr);
    EXPECT_EQ(info.format, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    EXPECT_EQ(info.samplerate, wave_rate);
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

TEST_F(WaveEncoder, BeyondTheLimitItIsRf64) {
    const CuePoints cues = cues_at({0, 50}, {"one", "two"});
    const std::uint64_t limit = 70000;
    ASSERT_TRUE(write_wave(path(), 100, some_tags(), cues, limit));
    EXPECT_EQ(bytes_of(path()).substr(0, 4), "RIFF");
    ASSERT_TRUE(write_wave(path(), 10000, some_tags(), cues, limit));
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

TEST_F(WaveEncoder, HoldsMoreCuesThanAHeaderCould) {
    const Frames count = 20000;
    CuePoints cues;
    for (Frames i = 0; i < count; ++i)
        cues.at.push_back(i);
    cues.name = [](std::size_t) { return std::string("a sentence"); };
    ASSERT_TRUE(write_wave(path(), count, {}, cues));
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

TEST_F(WaveEncoder, AStreamThatCanSeekBecomesTheSameFile) {
    const CuePoints cues = cues_at({0, 50}, {"one", "two"});
    ASSERT_TRUE(write_wave(path(), 10000, some_tags(), cues));
    const std::string whole = bytes_of(path());
    auto output = OutputFile::create(path());
    ASSERT_TRUE(output);
    ASSERT_TRUE(stream_wave(*std::move(output), 10000, some_tags(), cues));
    EXPECT_EQ(bytes_of(path()), whole);
}

TEST_F(WaveEncoder, AStreamBeyondTheLimitKeepsItsUnknownSizesAndEndsWithItsSamples) {
    const Frames frames = 60000;
    auto output = OutputFile::create(path());
    ASSERT_TRUE(output);
    ASSERT_TRUE(
        stream_wave(*std::move(output), frames, some_tags(), cues_at({0}, {"one"}), 100000));
    const std::string bytes = bytes_of(path());
    EXPECT_EQ(bytes.substr(0, 4), "RIFF");
    EXPECT_EQ(number_at(bytes, 4, 4), 0xFFFFFFFFU);
    const std::size_t data = bytes.find("data");
    EXPECT_EQ(number_at(bytes, data + 4, 4), 0xFFFFFFFFU);
    EXPECT_EQ(bytes.size(), data + 8 + 2 * frames);
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, CloseSound> file(sf_open(path().c_str(), SFM_READ, &info));
    ASSERT_NE(file, nullptr) << sf_strerror(nullptr);
    EXPECT_EQ(sf_get_string(file.get(), SF_STR_TITLE), some_tags().title);
    std::vector<std::int16_t> samples(static_cast<std::size_t>(frames) + 1);
    ASSERT_EQ(sf_read_short(file.get(), samples.data(), frames + 1), frames);
    samples.pop_back();
    EXPECT_EQ(samples, counting(frames));
}

TEST_F(WaveEncoder, ASpoolBecomesTheSameFileAsIfItWereEncoded) {
    const CuePoints cues = cues_at({0, 300}, {"one", "two"});
    ASSERT_TRUE(write_wave(path(), 1000, some_tags(), cues));
    const SoundInfo info{.rate = wave_rate, .tags = some_tags(), .frames = 1000, .cues = cues};
    ASSERT_TRUE(wave_spool.fits(info));
    const auto head = wave_spool.head(info);
    ASSERT_TRUE(head);
    const auto spooled = path().parent_path() / "spooled.wav";
    auto file = OutputFile::create(spooled);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write(*head));
    ASSERT_TRUE(file->write(rawi::bytes_of(counting(1000))));
    ASSERT_TRUE(wave_spool.complete(*std::move(file), head->size(), info));
    EXPECT_EQ(bytes_of(spooled), bytes_of(path()));
}

TEST_F(WaveEncoder, ASpoolBeyondTheLimitOfItsHeaderDoesNotBecomeTheFile) {
    EXPECT_FALSE(
        wave_spool.fits({.rate = wave_rate, .tags = {}, .frames = riff_limit / 2, .cues = {}}));
}

TEST_F(WaveEncoder, AFullDiskIsAnErrorThatNamesTheFile) {
    const FileSizeLimit limit(30000);
    for (const Frames frames : {10000, 20000}) {  // full within the cue points, and before them
        std::vector<Frames> places(1000);
        const CuePoints cues{.at = places, .name = [](std::size_t) { return "a sentence"; }};
        const Result<> done = write_wave(path(), frames, {}, cues);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().kind, Error::Kind::io);
        EXPECT_NE(done.error().message.find("x.wav"), std::string::npos);
    }
}

}  // namespace
}  // namespace rawi::audio
