// Speech for tests: made by hand, or any.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "model/speech.h"

namespace rawi {

inline constexpr int rate = 22050;

inline Speech speech_of(std::vector<std::int16_t> samples, std::vector<Frames> onsets,
                        std::vector<Frames> ends) {
    return Speech{.clip = {.rate = rate, .samples = std::move(samples)},
                  .onsets = std::move(onsets),
                  .ends = std::move(ends)};
}

/// Whether word times keep what model/speech.h promises.
inline bool in_order(const Speech& speech) {
    Frames before = 0;
    for (std::size_t i = 0; i < speech.onsets.size(); ++i) {
        if (speech.onsets[i] < before || speech.ends[i] < speech.onsets[i]) return false;
        before = speech.ends[i];
    }
    return before <= speech.clip.frames();
}

/// Any speech that keeps the promise.
inline rc::Gen<Speech> any_speech() {
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

}  // namespace rawi
