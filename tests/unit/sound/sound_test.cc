#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sndfile.h>

#include "sound/edit.h"
#include "sound/wave_file.h"

namespace rawi {
namespace {

TEST(Edit, TrimsSilenceAndMovesPlaces) {
    Speech speech;
    speech.clip = {.rate = 1000, .samples = {0, 1, 900, 900, 900, 900, 900, 900, 0, 0}};
    speech.onsets = {2, 5};
    speech.ends = {5, 10};
    trim(speech);
    EXPECT_EQ(speech.clip.frames(), 6);
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 3}));
    EXPECT_EQ(speech.ends, (std::vector<Frames>{3, 6}));
    EXPECT_EQ(speech.clip.samples.front(), 0);
}

TEST(Edit, GapsAreExact) {
    Speech speech;
    speech.clip = {.rate = 1000, .samples = {5, 5, 0, 0, 0, 5, 5}};
    speech.onsets = {0, 5};
    speech.ends = {2, 7};
    set_gap(speech, 0, 1);
    EXPECT_EQ(speech.onsets[1], 3);
    EXPECT_EQ(speech.clip.frames(), 5);
    set_gap(speech, 0, 4);
    EXPECT_EQ(speech.onsets[1], 6);
}

class WaveFile : public ::testing::Test {
  protected:
    void TearDown() override { std::filesystem::remove(path_); }
    Result<> write(Frames promised, std::size_t given) {
        bool done = false;
        return write_wave(
            path_, 22050, promised,
            {.title = "Title", .album = "Album", .artist = {}, .date = {}, .track = 1},
            {{.at = 2, .name = "Sentence"}},
            [&](std::span<std::int16_t> buffer) -> Result<std::size_t> {
                if (done) return 0U;
                done = true;
                for (std::size_t i = 0; i < given; ++i)
                    buffer[i] = 7;
                return given;
            });
    }
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / fmt::format("rawi-wave-{}.wav", ::getpid());
};

TEST_F(WaveFile, IsReadBack) {
    ASSERT_TRUE(write(5, 5));
    SF_INFO info{};
    SNDFILE* const file = sf_open(path_.c_str(), SFM_READ, &info);
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(info.frames, 5);
    EXPECT_EQ(info.samplerate, 22050);
    EXPECT_EQ(info.format, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    EXPECT_STREQ(sf_get_string(file, SF_STR_TITLE), "Title");
    std::uint32_t cues = 0;
    sf_command(file, SFC_GET_CUE_COUNT, &cues, sizeof cues);
    EXPECT_EQ(cues, 1U);
    sf_close(file);
}

TEST_F(WaveFile, RefusesALengthThatIsNotTrue) {
    EXPECT_FALSE(write(6, 5));
}

}  // namespace
}  // namespace rawi
