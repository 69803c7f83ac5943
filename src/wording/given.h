#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "wording/language.h"

namespace rawi {

/// Sentences as they were found in a block, made one where markup says so or a control spans them,
/// and cut where <s> begins or ends.
std::vector<Span> settle_sentences(const Document& document, std::vector<Span> found);

/// Finds what the user lays down for a sentence: markup, then lexica.
class GivenFinder {
  public:
    GivenFinder(const Document& document, const Language& language, const Habits& habits,
                const Guidance& guidance)
        : document_(document), language_(language), habits_(habits), guidance_(guidance) {}

    /// What is given for `sentence`. Its tokens are cut where a control begins or ends.
    std::vector<Given> find(Span sentence, std::vector<Token>& tokens, std::vector<Skip>& skips,
                            std::vector<Notice>& notices) const;

  private:
    const Language& language_of(const Control& control) const;
    Given controlled(const Control& control, Span part, std::vector<Notice>& notices) const;
    /// Takes what is glued before a given stretch into it: "for" and the like.
    void take_glue(const Token& before, Given& given) const;
    /// What a control asks for, for the tokens `part`.
    Given asked_for(const Control& control, const std::vector<Token>& part,
                    std::vector<Skip>& skips, std::vector<Notice>& notices) const;
    Given foreign(const Control& control, const std::vector<Token>& tokens,
                  std::vector<Skip>& skips) const;
    std::vector<Given> of_lexicon(const Language& language, const std::vector<Token>& tokens,
                                  const std::vector<Given>& taken) const;

    const Document& document_;
    const Language& language_;
    const Habits& habits_;
    const Guidance& guidance_;
};

}  // namespace rawi
