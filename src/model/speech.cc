// Sounds without silence at their ends, joined without clicks.
#include "model/speech.h"

#include <algorithm>
#include <cstdlib>

namespace rawi {
inline namespace model {

namespace {

constexpr int silence = 2;  // samples up to this value count as silence

void move_places(std::vector<Frames>& places, Frames by, Frames frames) {
    for (Frames& place : places)
        place = std::clamp<Frames>(place + by, 0, frames);
}

void fade(std::vector<std::int16_t>& samples, Frames length) {
    const auto size = static_cast<Frames>(samples.size());
    length = std::min(length, size / 2);
    for (Frames i = 0; i < length; ++i) {
        for (const Frames at : {i, size - 1 - i}) {
            auto& sample = samples[static_cast<std::size_t>(at)];
            sample = static_cast<std::int16_t>(sample * i / length);
        }
    }
}

}  // namespace

void trim(Speech& speech) {
    auto& samples = speech.clip.samples;
    const auto loud = [](std::int16_t sample) { return std::abs(sample) > silence; };
    const auto first = std::find_if(samples.begin(), samples.end(), loud);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), loud).base();
    const Frames cut = first < last ? first - samples.begin() : 0;
    samples.erase(first < last ? last : samples.begin(), samples.end());
    samples.erase(samples.begin(), samples.begin() + cut);
    move_places(speech.onsets, -cut, speech.clip.frames());
    move_places(speech.ends, -cut, speech.clip.frames());
    fade(samples, frames_of(fade_milliseconds, speech.clip.rate));
}

void join(Speech& speech, const Speech& next, Frames gap) {
    auto& samples = speech.clip.samples;
    if (!samples.empty() && !next.clip.samples.empty())
        samples.insert(samples.end(), static_cast<std::size_t>(gap), 0);
    const Frames start = speech.clip.frames();
    samples.insert(samples.end(), next.clip.samples.begin(), next.clip.samples.end());
    for (const Frames onset : next.onsets)
        speech.onsets.push_back(start + onset);
    for (const Frames end : next.ends)
        speech.ends.push_back(start + end);
}

Frames frames_of(int milliseconds, int rate) {
    return (static_cast<Frames>(milliseconds) * rate + 500) / 1000;
}

}  // namespace model
}  // namespace rawi
