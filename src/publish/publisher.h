#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "model/document.h"
#include "model/production.h"
#include "model/script.h"
#include "model/timeline.h"

namespace rawi::publish {

/// What a publisher writes about.
struct Article {
    const Document& document;        ///< outlives the publisher
    const Fingerprint& fingerprint;  ///< of the output
    std::filesystem::path folder;    ///< for its files; it exists, and also contains the sound
};

/// Writes a file next to the sound of one article while the article is spoken.
///
/// Calls come in the order of the text: for each chapter open_chapter(), then add() or gap() for
/// each of its sentences (at least one), then close_chapter(); skip() comes at any time before
/// finish(), which comes last and once. After an error no further calls are made and the output
/// folder is discarded; a publisher may therefore be destroyed without finish().
/// A publisher overrides the functions that it needs. Its memory must not grow with the sound.
class Publisher {
  public:
    virtual ~Publisher() = default;

    /// Called once for each chapter, in order. `chapter.length` is not known yet.
    virtual Result<> open_chapter(const Chapter& /*chapter*/) { return {}; }
    /// A spoken sentence. `timing` is in frames from the start of the open chapter.
    virtual Result<> add(const Utterance& /*utterance*/, const Timing& /*timing*/) { return {}; }
    /// A sentence that could not be spoken, and why; there is silence in its place, at `timing`.
    virtual Result<> gap(const Utterance& utterance, const Timing& timing,
                         std::string_view /*reason*/) {
        return add(utterance, timing);
    }
    /// Text that is not spoken; it precedes the next sentence.
    virtual Result<> skip(const Skip& /*skip*/) { return {}; }
    /// `chapter` is the one passed to open_chapter(), with its length.
    virtual Result<> close_chapter(const Chapter& /*chapter*/) { return {}; }
    /// Completes the files. Errors (kind io): data that could not be written.
    virtual Result<> finish() { return {}; }
};

}  // namespace rawi::publish
