// Trimming, fading and gaps: the sound changes, and its word times with it.
#include "model/speech.h"

#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rawi {
namespace {

constexpr int rate = 22050;

Speech speech_of(std::vector<std::int16_t> samples, std::vector<Frames> onsets,
                 std::vector<Frames> ends) {
    return Speech{.clip = {.rate = rate, .samples = std::move(samples)},
                  .onsets = std::move(onsets),
                  .ends = std::move(ends)};
}

/// Whether word times are as model/speech.h promises.
bool in_order(const Speech& speech) {
    Frames before = 0;
    for (std::size_t i = 0; i < speech.onsets.size(); ++i) {
        if (speech.onsets[i] < before || speech.ends[i] < speech.onsets[i]) return false;
        before = speech.ends[i];
    }
    return before <= speech.clip.frames();
}

/// Any speech that holds to the promise.
rc::Gen<Speech> any_speech() {
    return rc::gen::exec([] {
        const auto words = *rc::gen::inRange<std::size_t>(1, 8);
        const auto frames = *rc::gen::inRange<Frames>(0, 600);
        auto samples = *rc::gen::container<std::vector<std::int16_t>>(
            static_cast<std::size_t>(frames), rc::gen::inRange<std::int16_t>(-6, 7));
        auto places = *rc::gen::container<std::vector<Frames>>(
            words * 2, rc::gen::inRange<Frames>(0, frames + 1));
        std::sort(places.begin(), places.end());
        std::vector<Frames> onsets;
        std::vector<Frames> ends;
        for (std::size_t i = 0; i < places.size(); i += 2) {
            onsets.push_back(places[i]);
            ends.push_back(places[i + 1]);
        }
        return speech_of(std::move(samples), std::move(onsets), std::move(ends));
    });
}

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

TEST(Join, PutsNoneBesideNoSound) {
    Speech speech = speech_of({}, {0}, {0});
    join(speech, speech_of({7}, {0}, {1}), 3);
    EXPECT_EQ(speech.clip.frames(), 1);
    join(speech, speech_of({}, {0}, {0}), 3);
    EXPECT_EQ(speech.clip.frames(), 1);
    EXPECT_EQ(speech.onsets, (std::vector<Frames>{0, 0, 1}));
}

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

RC_GTEST_PROP(Trim, KeepsWordsInOrder, ()) {
    Speech speech = *any_speech();
    const std::size_t words = speech.onsets.size();
    trim(speech);
    RC_ASSERT(speech.onsets.size() == words);
    RC_ASSERT(speech.ends.size() == words);
    RC_ASSERT(in_order(speech));
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

}  // namespace
}  // namespace rawi
