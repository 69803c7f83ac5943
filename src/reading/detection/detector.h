#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "reading/detection/marks.h"
#include "reading/detection/text_words.h"

namespace rawi::reading::detection {

/// The language of a text.
struct Guess {
    std::string language;                 ///< BCP 47
    UScriptCode script = USCRIPT_COMMON;  ///< of most of its letters; Common: it has none
    std::size_t letters = 0;              ///< in this script
    bool sure = false;  ///< function words and letters say so without doubt, or the script alone
};

/// Finds out the language of a text by what it says: its script, letters and function words
/// (Marks), and CLD2 where these are undecided.
class Detector {
  public:
    /// Errors (kind input) point at file:line of a table.
    static Result<Detector> load(const std::filesystem::path& voices);

    const Marks& marks() const { return marks_; }
    /// The language of `span`. `usual` is the language if nothing decides; empty: that in which
    /// most texts of its script are written, English for a text without letters.
    Guess guess(std::string_view text, Span span, std::string_view usual = {}) const;
    /// The same for a whole text.
    Guess guess(std::string_view text) const;
    /// The same for words of a text.
    Guess guess(std::string_view text, const std::vector<TextWord>& all,
                std::string_view usual) const;

  private:
    Marks marks_;
};

}  // namespace rawi::reading::detection
