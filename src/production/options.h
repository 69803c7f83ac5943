#pragma once

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

// A group of options is a struct. Whatever changes the output is part of the fingerprint:
// fingerprint.cc goes through every member of every group, and does not compile if one is added
// that it does not know.

/// Where lexica are looked for besides those of the voice and of the article.
struct LexiconOptions {
    std::vector<std::filesystem::path> files;  ///< `--lexicon`: a later one takes precedence
    std::filesystem::path user;                ///< the folder of the user's; empty: none
};

/// How it is spoken; what is not given is as the language's voice.toml says.
struct VoiceOptions {
    std::string name;                ///< the engine's
    std::optional<int> rate, pitch;  ///< words per minute; 0-99
};

/// What is written, and where.
struct OutputOptions {
    std::filesystem::path folder;  ///< "-": the sound alone, streamed to standard output
    bool force = false;            ///< write over a folder that is not rawi's
    std::string format = audio::encoders().front().name;                ///< of the sound, by name
    std::span<const audio::EncoderFormat> formats = audio::encoders();  ///< that there are
    std::vector<std::string> with;  ///< publishers by name, or "all"; see publish::choose
    std::span<const publish::Row> publishers = publish::publishers();  ///< that there are
};

/// How a run goes; nothing of it changes what is written.
struct RunOptions {
    int jobs = 1;             ///< worker processes
    bool keep_going = false;  ///< leave a gap where a sentence cannot be spoken
    bool again = false;       ///< render what is up to date too
};

/// How articles are rendered.
struct RenderOptions {
    std::filesystem::path data;     ///< the folder of voices/
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
