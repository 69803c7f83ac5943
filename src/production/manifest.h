#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "base/utf8.h"
#include "model/document.h"
#include "model/production.h"
#include "model/script.h"
#include "model/timeline.h"

namespace rawi::production {

/// What an article's sound depends on; equal fingerprints mean equal bytes.
struct Fingerprint {
    std::string source;   ///< XXH3-128 of the article's bytes, in hexadecimal
    std::string tables;   ///< the same of the voice's tables
    std::string options;  ///< those that change the sound
    std::string language, voice, engine;

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// Writes article.json while the article is spoken, so that memory does not grow with it.
/// schemas/article.schema.json says what is in it; it holds no clock times, no number of workers.
class ManifestWriter {
  public:
    /// Opens `folder`/article.json. The document must outlive the writer.
    static Result<ManifestWriter> create(const std::filesystem::path& folder,
                                         const Fingerprint& fingerprint, const Document& document);

    Result<> open_chapter(const Chapter& chapter);
    Result<> add(const Utterance& utterance, const Timing& timing);
    /// `chapter`: that of open_chapter, with its length.
    Result<> close_chapter(const Chapter& chapter);
    Result<> add(const Skip& skip);
    /// An utterance that is missing from the sound.
    Result<> add_gap(const Utterance& utterance, std::string_view reason);
    Result<> finish();

  private:
    /// A list that grows beside the manifest and becomes part of it at the end.
    struct Aside {
        std::filesystem::path path;
        OutputFile file;
        utf8::LineCounter lines;
        bool empty = true;
    };
    static Result<Aside> aside(const std::filesystem::path& path, const Document& document);
    ManifestWriter(const Document& document, OutputFile file, Aside skips, Aside gaps);
    Result<> write(std::string_view text);
    Result<> note(Aside& list, Span source, std::string_view reason);
    Result<> append(Aside& list);

    const Document* document_;
    OutputFile file_;
    utf8::LineCounter sentences_, words_;
    Aside skips_, gaps_;
    std::size_t chapters_ = 0;
    bool first_sentence_ = true;
    std::string buffer_;
};

/// The fingerprint in a folder's manifest; nothing where there is no manifest of ours.
std::optional<Fingerprint> fingerprint_in(const std::filesystem::path& folder);

/// Whether the folder's manifest can be read to its end, and its chapters' files are there.
bool is_whole(const std::filesystem::path& folder);

}  // namespace rawi::production
