// An engine that fails when it is asked to.
#pragma once

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "speech/engine.h"

namespace rawi {

struct Faults {
    std::string crash;  ///< the engine crashes on this word
    std::string hang;   ///< it never finishes with this word
    std::string kill;   ///< a folder of files 1 to N: the N-th request kills its worker, once
};

/// Any engine, with faults.
class FaultyEngine final : public speech::Engine {
  public:
    FaultyEngine(std::unique_ptr<speech::Engine> engine, Faults faults)
        : engine_(std::move(engine)), faults_(std::move(faults)) {}
    speech::EngineInfo info() const override { return engine_->info(); }
    Result<std::vector<speech::InstalledVoice>> voices() override { return engine_->voices(); }
    Result<int> load(const speech::Voice& voice) override { return engine_->load(voice); }
    Result<Speech> speak(const speech::Request& request, const speech::PartSink& part) override {
        if (has_word(request, faults_.crash)) std::abort();
        while (has_word(request, faults_.hang))
            pause();
        if (!faults_.kill.empty() && is_last_file()) kill(0, SIGKILL);
        return engine_->speak(request, part);
    }

  private:
    static bool has_word(const speech::Request& request, const std::string& text) {
        return !text.empty() &&
               std::any_of(request.words.begin(), request.words.end(),
                           [&](const speech::SpokenWord& word) { return word.text == text; });
    }
    /// Each request takes one file away: a worker may not write any.
    bool is_last_file() const {
        for (int left = most; left > 0; --left)
            if (unlink(fmt::format("{}/{}", faults_.kill, left).c_str()) == 0) return left == 1;
        return false;
    }
    static constexpr int most = 9;

    std::unique_ptr<speech::Engine> engine_;
    Faults faults_;
};

}  // namespace rawi
