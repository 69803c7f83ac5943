#pragma once

#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/production.h"
#include "production/options.h"
#include "speech/voice.h"
#include "wording/voice_file.h"

namespace rawi::production {

/// Collects what an output depends on, as "group.key=value".
class Fingerprinter {
  public:
    explicit Fingerprinter(std::string_view group) : group_(group) {}

    void add(std::string_view key, std::string_view value);
    void add(std::string_view key, int value);
    /// A template, because a string literal would convert to bool rather than to string_view.
    template <std::same_as<bool> Bool>
    void add(std::string_view key, Bool value) {
        add(key, std::string_view(value ? "true" : "false"));
    }
    const std::vector<std::string>& lines() const { return lines_; }

  private:
    std::string group_;
    std::vector<std::string> lines_;
};

/// Each group of options adds the members that change the output, and names the others: a new
/// member does not compile until it is handled here.
void describe(const reading::ReadOptions& options, Fingerprinter& print);
void describe(const wording::WordingOptions& options, Fingerprinter& print);
void describe(const OutputOptions& options, Fingerprinter& print);
/// A voice file with the options of the voice already applied.
void describe(const wording::VoiceFile& file, Fingerprinter& print);

/// What the output depends on besides the options.
struct UsedInputs {
    std::vector<Source> sources;
    wording::VoiceFile voice;  ///< of the article's language, with the options applied
    std::map<std::string, speech::Voice> other_voices;  ///< by language
    std::string lexica, tables, engine, engine_data;
};

Fingerprint fingerprint_of(const RenderOptions& options, const UsedInputs& used);

}  // namespace rawi::production
