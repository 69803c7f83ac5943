#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::wording {

/// Pauses of a voice in milliseconds (`[pauses]` in voice.toml).
struct Pauses {
    int comma = 0, sentence = 0, paragraph = 0, heading = 0, section = 0;
};

/// What eSpeak NG takes: words a minute, and pitch from 0 on.
constexpr int slowest_rate = 80, fastest_rate = 449, highest_pitch = 99;

/// One choice of the house style: a key and a value of voices/<tag>/style.tsv.
struct Choice {
    std::string key, value;
    std::string where;  ///< file:line:column, or the option
};

/// What `voices/<tag>/voice.toml` says, with what was not said filled in.
struct VoiceFile {
    std::string tag;           ///< BCP 47, as asked for
    std::string name;          ///< of the language, in English
    std::string engine_voice;  ///< what eSpeak NG calls it
    int rate = 175;            ///< words a minute
    int pitch = 50;            ///< 0-99
    Pauses pauses;
    std::vector<Choice> house;  ///< what `[style]` chooses
};

/// Reads `folder`/<tag>/voice.toml, or that of the tag's language without its region. A language
/// that has no folder gets the defaults of `folder`/default.toml and its own tag as the engine's
/// voice. Errors (kind input), for a key that there is not or a value out of range too, point at
/// file:line:column.
Result<VoiceFile> load_voice_file(const std::filesystem::path& folder, std::string_view tag);

}  // namespace rawi::wording
