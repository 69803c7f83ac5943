#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/clip.h"

namespace rawi {
inline namespace model {

/// A section as sound.
struct Chapter {
    std::uint32_t section = 0;
    std::string title;
    int level = 1;       ///< of its heading, 1-6; 1 if it has no heading
    std::string file;    ///< its sound file, relative to the output folder
    std::string format;  ///< of the sound file: the name of an encoder
    int rate = 0;        ///< frames per second
    Frames length = 0;
};

/// A part of an article's input, at the time it was read.
struct Source {
    std::string name;    ///< "article.txt", or "article.docx/word/document.xml" for a member of it
    std::string digest;  ///< XXH3-128 of the file's bytes, in hexadecimal

    friend bool operator==(const Source&, const Source&) = default;
};

/// What an article's output depends on; equal fingerprints mean equal bytes.
struct Fingerprint {
    std::vector<Source> sources;
    std::string language;              ///< BCP 47
    std::string voice;                 ///< the engine's name for it
    std::string engine;                ///< name and version
    std::string engine_data;           ///< digest of the engine's data
    std::string tables;                ///< digest of the language's tables
    std::vector<std::string> options;  ///< those that change the output: "wording.endings=full"

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

}  // namespace model
}  // namespace rawi
