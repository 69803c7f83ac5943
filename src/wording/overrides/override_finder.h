#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon.h"
#include "wording/number_format.h"
#include "wording/token.h"

namespace rawi::wording::overrides {

/// What the user specifies in addition to the article.
struct Overrides {
    const lexicon::Lexicon* lexicon = nullptr;
    const LanguageLookup* languages = nullptr;  ///< for the parts in another language
    lexicon::UsedEntries* used = nullptr;       ///< gets the entries that match; may be null
};

/// Adjusts the sentences of a block to the markup: joins those that markup or a control spans, and
/// cuts at the start and end of <s>.
std::vector<Span> settle_sentences(const Document& document, std::vector<Span> found);

/// Finds the overrides of a sentence: markup first, then lexicons.
class OverrideFinder {
  public:
    OverrideFinder(const Document& document, const Language& language,
                   const NumberFormat& number_format, const Overrides& overrides)
        : document_(document),
          language_(language),
          number_format_(number_format),
          overrides_(overrides) {}

    /// The overrides of `sentence`. Splits its tokens where a control starts or ends.
    std::vector<Override> find(Span sentence, std::vector<Token>& tokens, std::vector<Skip>& skips,
                               std::vector<Notice>& notices) const;

  private:
    const Language& language_of(const Control& control) const;
    Override controlled(const Control& control, Span part, std::vector<Notice>& notices) const;
    /// Extends an override to the proclitic directly before it, such as "for".
    void take_glue(const Token& before, Override& given) const;
    /// The override that a control requests for the tokens `part`.
    Override asked_for(const Control& control, const std::vector<Token>& part,
                       std::vector<Skip>& skips, std::vector<Notice>& notices) const;
    /// The words of `tokens` in another language.
    Override foreign(const Language& language, const std::vector<Token>& tokens,
                     std::vector<Override> overrides, std::vector<Skip>& skips) const;
    Override of_entry(const Language& language, const lexicon::Lexicon::Match& match,
                      Span source) const;
    /// The entries of lexicons, and what is not said of numbers that are too long.
    std::vector<Override> in_tokens(const Language& language, const std::vector<Token>& tokens,
                                    const std::vector<Override>& taken) const;

    const Document& document_;
    const Language& language_;
    const NumberFormat& number_format_;
    const Overrides& overrides_;
};

}  // namespace rawi::wording::overrides
