#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/speech.h"
#include "speech/protocol.h"
#include "speech/voice.h"

namespace rawi::speech {

/// What the sound depends on besides the text and the voice's settings.
struct EngineInfo {
    std::string identity;                     ///< name and version: "eSpeak NG 1.51"
    std::vector<std::filesystem::path> data;  ///< files, and folders including their content
};

/// An installed voice.
struct InstalledVoice {
    std::string tag;   ///< BCP 47, in lower case: "en-us"
    std::string name;  ///< for people: "English (America)"
};

/// Receives samples while an utterance is being spoken.
using PartSink = std::function<void(std::span<const std::int16_t>)>;

/// A speech synthesizer. It runs in worker processes only: load() is called once, then the process
/// forks for each utterance, and the child calls speak() once. An engine may therefore keep state,
/// and may crash.
class Engine {
  public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    Engine(Engine&&) = delete;
    Engine& operator=(Engine&&) = delete;
    virtual ~Engine() = default;

    /// Cheap and safe in any process: nothing is loaded.
    virtual EngineInfo info() const = 0;
    /// The voices that load() finds; call it in a separate process. Errors (kind engine): the
    /// engine does not find its data.
    virtual Result<std::vector<InstalledVoice>> voices() = 0;
    /// Loads the engine and a voice into this process; returns the sample rate in Hz. Errors: the
    /// voice is not installed (kind unsupported; the message says what to install), or the engine
    /// does not find its data (kind engine).
    virtual Result<int> load(const Voice& voice) = 0;
    /// Speaks a request with the loaded voice and Request::others. The sound consists of the
    /// samples passed to `part`, followed by those returned; the onset and end of each word are
    /// in frames from the beginning of the whole. Errors (kind engine): the engine refuses the
    /// text.
    virtual Result<Speech> speak(const Request& request, const PartSink& part) = 0;
};

}  // namespace rawi::speech
