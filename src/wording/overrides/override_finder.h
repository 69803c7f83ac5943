#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon.h"
#include "wording/number_format.h"
#include "wording/token.h"

namespace rawi::wording::overrides {

/// What the user lays down beside the article.
struct Overrides {
    const lexicon::Lexicon* lexicon = nullptr;
    const LanguageLookup* languages = nullptr;  ///< of stretches that are in another one
};

/// Sentences as they were found in a block, made one where markup says so or a control spans them,
/// and cut where <s> begins or ends.
std::vector<Span> settle_sentences(const Document& document, std::vector<Span> found);

/// Finds what the user lays down for a sentence: markup, then lexica.
class OverrideFinder {
  public:
    OverrideFinder(const Document& document, const Language& language,
                   const NumberFormat& number_format, const Overrides& guidance)
        : document_(document),
          language_(language),
          number_format_(number_format),
          guidance_(guidance) {}

    /// What is given for `sentence`. Its tokens are cut where a control begins or ends.
    std::vector<Override> find(Span sentence, std::vector<Token>& tokens, std::vector<Skip>& skips,
                               std::vector<Notice>& notices) const;

  private:
    const Language& language_of(const Control& control) const;
    Override controlled(const Control& control, Span part, std::vector<Notice>& notices) const;
    /// Takes what is glued before a given stretch into it: "for" and the like.
    void take_glue(const Token& before, Override& given) const;
    /// What a control asks for, for the tokens `part`.
    Override asked_for(const Control& control, const std::vector<Token>& part,
                       std::vector<Skip>& skips, std::vector<Notice>& notices) const;
    Override foreign(const Control& control, const std::vector<Token>& tokens,
                     std::vector<Skip>& skips) const;
    std::vector<Override> of_lexicon(const Language& language, const std::vector<Token>& tokens,
                                     const std::vector<Override>& taken) const;

    const Document& document_;
    const Language& language_;
    const NumberFormat& number_format_;
    const Overrides& guidance_;
};

}  // namespace rawi::wording::overrides
