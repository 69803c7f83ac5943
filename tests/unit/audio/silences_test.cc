// Silences between words: the sound changes, and its word times with it.
#include "audio/silences.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/speeches.h"

namespace rawi::audio {
namespace {

TEST(SetGap, LengthensAndShortens) {
    for (const Frames gap : {0, 7, 90}) {
        Speech speech = speech_of(std::vector<std::int16_t>(100, 9), {0, 60, 80}, {40, 70, 100});
        set_gap(speech, 0, gap);
        EXPECT_EQ(speech.clip.frames(), 80 + gap);
        EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 40 + gap, 60 + gap}));
        EXPECT_EQ(speech.ends, (std::vector<Frames>{40, 50 + gap, 80 + gap}));
        EXPECT_EQ(std::count(speech.clip.samples.begin(), speech.clip.samples.end(), 0), gap);
    }
}

RC_GTEST_PROP(SetGap, KeepsWordsInOrderAndTheirLengths, ()) {
    const Speech before = *any_speech();
    RC_PRE(before.onsets.size() > 1U);
    const auto word = *rc::gen::inRange<std::size_t>(0, before.onsets.size() - 1);
    const auto gap = *rc::gen::inRange<Frames>(0, 300);
    Speech after = before;
    set_gap(after, word, gap);
    RC_ASSERT(in_order(after));
    RC_ASSERT(after.onsets[word + 1] - after.ends[word] == gap);
    for (std::size_t i = 0; i < before.onsets.size(); ++i) {
        RC_ASSERT(after.ends[i] - after.onsets[i] == before.ends[i] - before.onsets[i]);
    }
}

TEST(InsertSilence, LengthensByItsFramesAndMovesWhatFollows) {
    Speech speech = speech_of(std::vector<std::int16_t>(6000, 1000), {0, 3000}, {2500, 6000});
    insert_silence(speech, 0, 700);
    EXPECT_EQ(speech.clip.frames(), 6700);
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 3700}));
    EXPECT_EQ(speech.ends, (std::vector<Frames>{2500, 6700}));
    EXPECT_TRUE(in_order(speech));
    const auto& samples = speech.clip.samples;
    EXPECT_TRUE(std::all_of(samples.begin() + 2500, samples.begin() + 3200,
                            [](std::int16_t sample) { return sample == 0; }));
    // Faded on both sides, and as it was beyond.
    EXPECT_EQ(samples[2499], 0);
    EXPECT_EQ(samples[3200], 0);
    EXPECT_EQ(samples[2400], 1000);
    EXPECT_EQ(samples[3300], 1000);
}

TEST(InsertSilence, WorksInAnEmptySound) {
    Speech speech = speech_of({}, {0, 0}, {0, 0});
    insert_silence(speech, 0, 5);
    EXPECT_EQ(speech.clip.frames(), 5);
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 5}));
}

}  // namespace
}  // namespace rawi::audio
