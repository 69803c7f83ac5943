#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::wording::lexicon {

/// How to say a word or a phrase.
struct LexiconEntry {
    std::string written;        ///< as written in articles
    std::string respelling;     ///< the text to say instead
    std::string pronunciation;  ///< IPA; empty: use the respelling
    std::uint32_t line = 1, column = 1;
    bool exact = false;  ///< whether capitals must match those of `written` (PLS)
};

/// An error or a warning about a lexicon.
struct LexiconFlaw {
    Error error;
    bool warning = false;  ///< whether the lexicon can be used anyway
};

/// The content of a lexicon file.
struct LexiconFile {
    std::string name;
    std::string language;  ///< BCP 47; empty: that of the article
    std::vector<LexiconEntry> entries;
    std::vector<LexiconFlaw> flaws;

    /// "names.tsv:12"
    std::string place_of(const LexiconEntry& entry) const;
};

/// Parses a lexicon. Names that end in .pls or .xml mean W3C PLS 1.0. Other files have one entry
/// per line: the written form, a tab, the respelling and, optionally, another tab and the
/// pronunciation in IPA. `#` at the start of a line or of a column makes the rest of the line a
/// comment. Errors and warnings are in `flaws`.
LexiconFile read_lexicon(std::string_view name, std::string_view bytes);

}  // namespace rawi::wording::lexicon
