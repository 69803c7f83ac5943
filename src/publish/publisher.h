#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "model/document.h"
#include "model/production.h"
#include "model/script.h"
#include "model/timeline.h"

namespace rawi::publish {

/// What a publisher is made for.
struct Article {
    const Document& document;        ///< outlives the publisher
    const Fingerprint& fingerprint;  ///< of what is written
    std::filesystem::path folder;    ///< where its files go; it is there, and holds the sound too
};

/// Writes something beside the sound of one article, while the article is spoken.
///
/// Calls come in the order of the text: for each chapter open_chapter(), then add() or gap() for
/// each of its sentences (at least one), then close_chapter(); skip() comes at any time before
/// finish(), which comes last and once. After an error nothing more is called and the output folder
/// is thrown away; where that happens in the middle, the publisher goes without finish().
/// A publisher overrides what it needs. What it keeps must not grow with the article's sound.
class Publisher {
  public:
    virtual ~Publisher() = default;

    /// `chapter.length` is not known yet. The chapter is a new one each time, from first to last.
    virtual Result<> open_chapter(const Chapter& /*chapter*/) { return {}; }
    /// A sentence that is heard. `timing` counts from the start of the open chapter, in frames.
    virtual Result<> add(const Utterance& /*utterance*/, const Timing& /*timing*/) { return {}; }
    /// A sentence that could not be spoken, and why: silence stands in its place, at `timing`.
    virtual Result<> gap(const Utterance& utterance, const Timing& timing,
                         std::string_view /*reason*/) {
        return add(utterance, timing);
    }
    /// Text that is not spoken, before what comes next.
    virtual Result<> skip(const Skip& /*skip*/) { return {}; }
    /// `chapter` is that of open_chapter(), with its length.
    virtual Result<> close_chapter(const Chapter& /*chapter*/) { return {}; }
    /// Closes the publisher's files; reports what could not be written (kind io).
    virtual Result<> finish() { return {}; }
};

}  // namespace rawi::publish
