#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "publish/publishers.h"
#include "reading/reader.h"
#include "wording/options.h"

namespace rawi::production {

/// How articles are rendered. Whatever changes the sound is part of the manifest's fingerprint.
struct RenderOptions {
    std::filesystem::path data;      ///< the folder of voices/
    std::filesystem::path output;    ///< "-": one WAVE file on standard output
    std::string language = "auto";   ///< BCP 47, or "auto"
    std::string voice;               ///< the engine's; empty: the language's
    std::optional<int> rate, pitch;  ///< words a minute; 0-99
    int jobs = 1;
    bool keep_going = false;        ///< leave a gap where an utterance cannot be spoken
    bool force = false;             ///< write over a folder that is not ours
    bool again = false;             ///< render what is up to date too
    std::vector<std::string> with;  ///< publishers by name, or "all"; see publish::choose
    std::span<const publish::Row> publishers = publish::publishers();  ///< that there are
    std::string program;  ///< the program's version: another one renders again
    std::vector<std::filesystem::path> lexica;  ///< `--lexicon`: a later one goes before an earlier
    std::filesystem::path user_lexica;          ///< the folder of the user's; empty: none
    ReadOptions read;
    wording::WordingOptions style;
};

}  // namespace rawi::production
