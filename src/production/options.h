#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "audio/encoders.h"
#include "publish/publishers.h"
#include "reading/format.h"
#include "wording/options.h"

namespace rawi::production {

// Each group of options is a struct. Options that change the output are part of the fingerprint:
// fingerprint.cc names every member of every group, and does not compile if one is added that it
// does not handle.

/// Where to look for lexicons besides those of the voice and of the article.
struct LexiconOptions {
    std::vector<std::filesystem::path> files;  ///< `--lexicon`: a later one takes precedence
    std::filesystem::path user;                ///< the folder of the user's lexicons; empty: none
};

/// How the article is spoken; what is not given comes from the voice.toml of the language.
struct VoiceOptions {
    std::string name;                ///< of the engine's voice
    std::optional<int> rate, pitch;  ///< words per minute; 0-99
};

/// Options for the output.
struct OutputOptions {
    std::filesystem::path folder;  ///< "-": streams only the sound, to standard output
    bool force = false;            ///< overwrite a folder that rawi did not create
    std::string format = audio::encoders().front().name;  ///< the name of the sound format
    std::span<const audio::EncoderFormat> formats = audio::encoders();  ///< the available formats
    std::vector<std::string> with;  ///< publishers by name, or "all"; see publish::choose
    std::span<const publish::Row> publishers = publish::publishers();  ///< the available publishers
};

/// Options for a run that do not change the output.
struct RunOptions {
    std::size_t most_bytes = 256'000'000;  ///< the largest input
    int jobs = 1;                          ///< worker processes
    bool keep_going = false;               ///< leave a gap where a sentence cannot be spoken
    bool again = false;                    ///< render articles even if they are up to date
};

/// All options for rendering articles.
struct RenderOptions {
    std::filesystem::path data;     ///< the voices/ folder
    std::string program;            ///< the program's version
    std::string language = "auto";  ///< BCP 47, or "auto"
    reading::ReadOptions read;
    wording::WordingOptions style;
    LexiconOptions lexica;
    VoiceOptions voice;
    OutputOptions output;
    RunOptions run;
};

}  // namespace rawi::production
