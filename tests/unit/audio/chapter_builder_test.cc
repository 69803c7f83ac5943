// Chapters, with an encoder that is not of the program.
#include "audio/chapter_builder.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "audio/encoders.h"
#include "audio/file_target.h"
#include "audio/stream_target.h"
#include "base/file.h"
#include "support/file_size_limit.h"
#include "support/toy_encoder.h"

namespace rawi::audio {
namespace {

namespace fs = std::filesystem;

constexpr int rate = 1000;  // so that a frame is a millisecond
constexpr PauseFrames pauses{
    .comma = 5, .sentence = 10, .paragraph = 20, .heading = 30, .section = 40};

class Chapters : public ::testing::Test {
  protected:
    fs::path folder_ = fs::temp_directory_path() / fmt::format("rawi-chapters-{}", ::getpid());
    Document document_;

    void SetUp() override {
        fs::create_directories(folder_);
        document_.text = "One, two. Three.";
        document_.blocks.resize(2);
        document_.blocks[1].heading = true;
        document_.blocks[1].level = 3;
        document_.sections = {{.title = "First", .first_block = 0, .block_count = 1},
                              {.title = "Second", .first_block = 1, .block_count = 1}};
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }
};

/// A sentence of one word for each length; the words last that long and 3 frames lie between them.
std::pair<Utterance, Speech> spoken(Span source, std::uint32_t section, Break after,
                                    const std::vector<Frames>& lengths) {
    Utterance utterance;
    utterance.source = source;
    utterance.section = section;
    utterance.after = after;
    Speech speech{.clip = {.rate = rate, .samples = {}}, .onsets = {}, .ends = {}};
    for (const Frames length : lengths) {
        utterance.words.emplace_back().source = source;
        if (!speech.ends.empty()) speech.clip.samples.resize(speech.clip.samples.size() + 3);
        speech.onsets.push_back(speech.clip.frames());
        speech.clip.samples.resize(speech.clip.samples.size() + static_cast<std::size_t>(length),
                                   1000);
        speech.ends.push_back(speech.clip.frames());
    }
    return {utterance, speech};
}

TEST_F(Chapters, AreWrittenByAnEncoderThatIsOneFileAndOneRow) {
    const std::array formats = {toy_format};
    const auto format = find_encoder(formats, "toy");
    ASSERT_TRUE(format);
    ChapterBuilder builder(document_, rate, pauses,
                           std::make_unique<FileTarget>(folder_, **format));
    auto [first, speech] = spoken({.begin = 0, .end = 9}, 0, Break::section, {100, 50});
    first.words[0].after = Boundary::comma;
    first.words[1].silence = 7;
    first.silence_before = 2;
    const auto timing = builder.append(first, speech);
    ASSERT_TRUE(timing);
    EXPECT_EQ(timing->sentence.begin, 2);
    EXPECT_EQ(timing->sentence.end, 2 + 100 + 5 + 50);
    EXPECT_EQ(timing->words[1].begin, 2 + 100 + 5);
    EXPECT_EQ(files(), std::vector<std::string>{".spool"});

    auto [second, more] = spoken({.begin = 10, .end = 16}, 1, Break::sentence, {30});
    ASSERT_TRUE(builder.append(second, more));
    ASSERT_TRUE(builder.append_gap(second));
    ASSERT_TRUE(builder.close_chapter());
    EXPECT_EQ(files(), (std::vector<std::string>{"01-First.toy", "02-Second.toy"}));
    ASSERT_EQ(builder.chapters().size(), 2U);
    EXPECT_EQ(builder.chapters()[0].file, "01-First.toy");
    EXPECT_EQ(builder.chapters()[0].format, "toy");
    EXPECT_EQ(builder.chapters()[0].length, 2 + 155 + 7 + 40);
    EXPECT_EQ(builder.chapters()[1].level, 3);
    EXPECT_EQ(builder.frames(), 204 + 30 + 10 + 500 + 10);

    const std::string bytes = read_file(folder_ / "01-First.toy").value();
    const std::string head = "204 frames at 1000: First\n2 One, two.\n";
    EXPECT_EQ(bytes.substr(0, head.size()), head);
    EXPECT_EQ(bytes.size(), head.size() + std::size_t{2} * 204);
    EXPECT_TRUE(read_file(folder_ / "02-Second.toy").value().starts_with("550 frames at 1000: "));
}

TEST_F(Chapters, OfAStreamAreOneSound) {
    auto output = OutputFile::create(folder_ / "stream");
    ASSERT_TRUE(output);
    ChapterBuilder builder(document_, rate, pauses,
                           std::make_unique<StreamTarget>(*std::move(output), encoders().front()));
    auto [first, speech] = spoken({.begin = 0, .end = 9}, 0, Break::section, {100});
    auto [second, more] = spoken({.begin = 10, .end = 16}, 1, Break::sentence, {30});
    ASSERT_TRUE(builder.append(first, speech));
    const auto size = fs::file_size(folder_ / "stream");
    EXPECT_GT(size, 2U * 140);  // it is there before the next sentence is
    const auto timing = builder.append(second, more);
    ASSERT_TRUE(timing);
    EXPECT_EQ(timing->sentence.begin, 140);
    EXPECT_EQ(fs::file_size(folder_ / "stream"), size + std::size_t{2} * 40);
    ASSERT_TRUE(builder.close_chapter());
    ASSERT_EQ(builder.chapters().size(), 1U);
    EXPECT_EQ(builder.chapters()[0].file, "");
    EXPECT_EQ(builder.chapters()[0].length, 180);
    EXPECT_EQ(files(), std::vector<std::string>{"stream"});
}

TEST_F(Chapters, AFullDiskIsAnErrorAndTheSpoolIsRemoved) {
    auto [sentence, speech] = spoken({.begin = 0, .end = 9}, 0, Break::sentence, {2000});
    const FileSizeLimit limit(3000);
    {
        ChapterBuilder builder(document_, rate, pauses,
                               std::make_unique<FileTarget>(folder_, toy_format));
        const auto timing = builder.append(sentence, speech);
        ASSERT_FALSE(timing);
        EXPECT_EQ(timing.error().kind, Error::Kind::io);
    }
    EXPECT_EQ(files(), std::vector<std::string>());
}

TEST(Encoders, AnUnknownNameIsAnErrorThatListsTheNames) {
    constexpr std::array formats = {
        toy_format,
        EncoderFormat{
            .name = "other", .extension = ".o", .what = "another", .make = ToyEncoder::make}};
    const auto format = find_encoder(formats, "tape");
    ASSERT_FALSE(format);
    EXPECT_EQ(format.error().kind, Error::Kind::usage);
    EXPECT_EQ(format.error().message,
              "\"tape\" is not a sound format; the formats are: toy, other");
    EXPECT_EQ(find_encoder(formats, "other").value()->extension, std::string(".o"));
}

}  // namespace
}  // namespace rawi::audio
