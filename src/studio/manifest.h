#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/production.h"
#include "model/script.h"

namespace rawi {

/// What an article's sound depends on; equal fingerprints mean equal bytes.
struct Fingerprint {
    std::string source;   ///< XXH3-128 of the article's bytes, in hexadecimal
    std::string tables;   ///< the same of the voice's tables
    std::string options;  ///< those that change the sound
    std::string language, voice, engine;

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// XXH3-128 in hexadecimal.
std::string digest(std::string_view bytes);
/// The digest of all files below `folder`, by name and content.
std::string digest_of_folder(const std::filesystem::path& folder);

/// `article.json` as text: tests/ holds its schema. No clock times, no number of workers.
std::string manifest_text(const Fingerprint& fingerprint, const Document& document,
                          const Script& script, const std::vector<Chapter>& chapters,
                          const std::vector<Gap>& gaps);

/// The fingerprint in a folder's manifest; nothing where there is no manifest of ours.
std::optional<Fingerprint> fingerprint_in(const std::filesystem::path& folder);

}  // namespace rawi
