// Trimming, fading and joining: the sound changes, and its word times with it.
#include "model/speech.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/speeches.h"

namespace rawi {
namespace {

TEST(FramesOf, RoundsToTheNearest) {
    EXPECT_EQ(frames_of(1000, rate), 22050);
    EXPECT_EQ(frames_of(2, rate), 44);
    EXPECT_EQ(frames_of(1, rate), 22);
    EXPECT_EQ(frames_of(0, rate), 0);
}

TEST(Trim, CutsBothEndsAndMovesTheTimes) {
    std::vector<std::int16_t> samples(100, 2);
    samples.insert(samples.end(), 200, 1000);
    samples.insert(samples.end(), 50, -2);
    Speech speech = speech_of(samples, {90, 200}, {180, 340});
    trim(speech);
    EXPECT_EQ(speech.clip.frames(), 200);
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 100}));
    EXPECT_EQ(speech.ends, (std::vector<Frames>{80, 200}));
}

TEST(Trim, FadesInAndOut) {
    Speech speech = speech_of(std::vector<std::int16_t>(200, 1000), {0}, {200});
    trim(speech);
    const auto& samples = speech.clip.samples;
    EXPECT_EQ(samples.front(), 0);
    EXPECT_EQ(samples.back(), 0);
    EXPECT_EQ(samples[22], 500);
    EXPECT_EQ(samples[177], 500);
    EXPECT_EQ(samples[44], 1000);
    EXPECT_EQ(samples[155], 1000);
    EXPECT_TRUE(std::is_sorted(samples.begin(), samples.begin() + 100));
}

TEST(Trim, LeavesNothingOfSilence) {
    Speech speech = speech_of(std::vector<std::int16_t>(100, 1), {10, 50}, {20, 100});
    trim(speech);
    EXPECT_EQ(speech.clip.frames(), 0);
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 0}));
    EXPECT_EQ(speech.ends, (std::vector<Frames>{0, 0}));
}

TEST(Join, PutsAGapBetweenSounds) {
    Speech speech = speech_of(std::vector<std::int16_t>(10, 9), {0, 5}, {5, 8});
    join(speech, speech_of(std::vector<std::int16_t>(4, 7), {1}, {4}), 3);
    EXPECT_EQ(speech.clip.samples,
              (std::vector<std::int16_t>{9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 0, 7, 7, 7, 7}));
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 5, 14}));
    EXPECT_EQ(speech.ends, (std::vector<Frames>{5, 8, 17}));
}

TEST(Join, PutsNoGapNextToAnEmptySound) {
    Speech speech = speech_of({}, {0}, {0});
    join(speech, speech_of({7}, {0}, {1}), 3);
    EXPECT_EQ(speech.clip.frames(), 1);
    join(speech, speech_of({}, {0}, {0}), 3);
    EXPECT_EQ(speech.clip.frames(), 1);
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 0, 1}));
}

RC_GTEST_PROP(Trim, KeepsWordsInOrder, ()) {
    Speech speech = *any_speech();
    const std::size_t words = speech.onsets.size();
    trim(speech);
    RC_ASSERT(speech.onsets.size() == words);
    RC_ASSERT(speech.ends.size() == words);
    RC_ASSERT(in_order(speech));
}

}  // namespace
}  // namespace rawi
