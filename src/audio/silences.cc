// Silences between the words of a sentence.
#include "audio/silences.h"

#include <algorithm>
#include <cstdint>

namespace rawi::audio {

namespace {

void move_words(Speech& speech, std::size_t first, Frames by) {
    for (std::size_t i = first; i < speech.onsets.size(); ++i) {
        speech.onsets[i] += by;
        speech.ends[i] += by;
    }
}

}  // namespace

void set_gap(Speech& speech, std::size_t word, Frames frames) {
    const Frames begin = speech.ends[word];
    const Frames end = speech.onsets[word + 1];
    const Frames by = frames - (end - begin);
    auto& samples = speech.clip.samples;
    if (by < 0) {
        samples.erase(samples.begin() + begin, samples.begin() + begin - by);
    } else {
        samples.insert(samples.begin() + end, static_cast<std::size_t>(by), 0);
    }
    std::fill_n(samples.begin() + begin, frames, std::int16_t{0});
    move_words(speech, word + 1, by);
}

void insert_silence(Speech& speech, std::size_t word, Frames frames) {
    auto& samples = speech.clip.samples;
    const Frames at = speech.ends[word];
    const Frames length = frames_of(fade_milliseconds, speech.clip.rate);
    for (Frames i = 0; i < length; ++i) {
        for (const Frames place : {at - 1 - i, at + i}) {
            if (place < 0 || place >= speech.clip.frames()) continue;
            auto& sample = samples[static_cast<std::size_t>(place)];
            sample = static_cast<std::int16_t>(sample * i / length);
        }
    }
    samples.insert(samples.begin() + at, static_cast<std::size_t>(frames), 0);
    move_words(speech, word + 1, frames);
}

}  // namespace rawi::audio
