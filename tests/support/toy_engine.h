// The smallest engine: a tone for each letter.
#pragma once

#include <string>
#include <vector>

#include "speech/engine.h"

namespace rawi {

/// Speaks each word as 10 equal samples a byte; refuses the word "no", has the voice "toy" only.
class ToyEngine final : public speech::Engine {
  public:
    speech::EngineInfo info() const override { return {.identity = "toy 1", .data = {}}; }
    Result<std::vector<speech::InstalledVoice>> voices() override {
        return std::vector<speech::InstalledVoice>{{.tag = "toy", .name = "Toy"}};
    }
    Result<int> load(const speech::Voice& voice) override {
        if (voice.name != "toy") return fail(Error::Kind::unsupported, "toys only");
        return rate;
    }
    Result<Speech> speak(const speech::Request& request, const speech::PartSink& part) override {
        Speech speech;
        speech.clip.rate = rate;
        Frames at = 0;
        for (const speech::SpokenWord& word : request.words) {
            if (word.text == "no") return fail(Error::Kind::engine, "refused");
            const std::vector<std::int16_t> samples(10 * word.text.size(), word.text.front());
            speech.onsets.push_back(at);
            at += static_cast<Frames>(samples.size());
            speech.ends.push_back(at);
            part(samples);
        }
        return speech;
    }
    static constexpr int rate = 1000;
};

}  // namespace rawi
