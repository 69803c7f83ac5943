#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::wording::lexicon {

/// How one word, or several, are said.
struct LexiconEntry {
    std::string written;        ///< as it stands in articles
    std::string respelling;     ///< what is said instead
    std::string pronunciation;  ///< IPA; empty: the respelling is said
    std::uint32_t line = 1, column = 1;
    bool exact = false;  ///< capitals are to be those of `written` (PLS)
    bool used = false;   ///< it stood for something
};

/// Something that is wrong with a lexicon.
struct LexiconFlaw {
    Error error;
    bool warning = false;  ///< it can be used all the same
};

/// A lexicon as it was read.
struct LexiconFile {
    std::string name;
    std::string language;  ///< BCP 47; empty: that of the article
    std::vector<LexiconEntry> entries;
    std::vector<LexiconFlaw> flaws;

    /// "names.tsv:12"
    std::string place_of(const LexiconEntry& entry) const;
};

/// Reads a lexicon: W3C PLS 1.0 where the name ends in .pls or .xml, else lines of a written form,
/// a tab, its respelling and, behind another tab, its pronunciation in IPA; `#` begins a comment
/// line or a last column that is none. What cannot be used is among the flaws.
LexiconFile read_lexicon(std::string_view name, std::string_view bytes);

}  // namespace rawi::wording::lexicon
