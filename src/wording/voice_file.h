#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace rawi::wording {

/// Pauses of a voice in milliseconds (`[pauses]` in voice.toml).
struct Pauses {
    int comma = 0, sentence = 0, paragraph = 0, heading = 0, section = 0;
};

/// The ranges that eSpeak NG accepts: words per minute, and pitch from 0.
constexpr int slowest_rate = 80, fastest_rate = 449, highest_pitch = 99;

/// A choice of the house style: a key and a value of voices/<tag>/style.tsv.
struct Choice {
    std::string key, value;
    std::string where;  ///< file:line:column, or the option
};

/// The content of `voices/<tag>/voice.toml`, completed with the defaults.
struct VoiceFile {
    std::string tag;           ///< BCP 47, as requested
    std::string name;          ///< of the language, in English
    std::string engine_voice;  ///< the name of the voice in eSpeak NG
    int rate = 175;            ///< words per minute
    int pitch = 50;            ///< 0-99
    Pauses pauses;
    std::vector<Choice> house;      ///< the house style, from `[style]`
    std::vector<RolePolicy> roles;  ///< from `[roles]`: a later one overrides an earlier one
};

/// Loads `folder`/<tag>/voice.toml, or that of the language without its region. A language without
/// a folder gets the defaults of `folder`/default.toml and its own tag as the voice of the engine.
/// Unknown keys and values out of range are errors (kind input), too; errors give file:line:column.
Result<VoiceFile> load_voice_file(const std::filesystem::path& folder, std::string_view tag);

}  // namespace rawi::wording
