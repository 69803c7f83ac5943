#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "reading/detection/clauses.h"
#include "reading/detection/detector.h"

namespace rawi::reading::detection {

/// A stretch of a block that is in another language than its article.
struct Passage {
    Span source;
    std::string language;  ///< BCP 47
    UScriptCode script = USCRIPT_COMMON;
};

/// Finds passages in another language: clauses and quotations, by their function words, and all
/// words in a script in which the article's language is not written. Latin names and titles in a
/// text of another script, and names in the text's own script, are no passages: the article's voice
/// says them.
class PassageFinder {
  public:
    /// `text`, the document's, and `detector` must outlive the finder. `language` is the article's,
    /// BCP 47.
    PassageFinder(std::string_view text, std::string_view language, const Detector& detector);

    /// The passages of a block, sorted and disjoint.
    std::vector<Passage> passages_in(Span block);
    /// Whether the article's language is written in a script.
    bool is_own(UScriptCode script);

  private:
    using Words = std::span<const MarkedWord>;

    bool may_be_foreign(Words words) const;
    std::optional<Passage> whole_block(Words words, Span block) const;
    /// Adds a passage for words in one other script.
    void add_other_script(Words words, const MarkedWord* next, Span block,
                          std::vector<Passage>& found);
    std::vector<MarkedWord> add_other_scripts(Words words, Span block, std::vector<Passage>& found);
    void add_sentence(Words words, std::vector<Passage>& found);
    bool add_clause(Words words, const ClausePlace& place, std::vector<Passage>& found);
    Span with_numbers(Span source, Span block) const;

    std::string_view text_;
    std::string language_;
    const Detector& detector_;
    Languages own_ = 0;  ///< the bit of the language; 0: it has no marks
    std::map<UScriptCode, bool> is_own_;
};

}  // namespace rawi::reading::detection
