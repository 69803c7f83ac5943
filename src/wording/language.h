#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/script.h"
#include "wording/say_as.h"
#include "wording/token.h"

namespace rawi::wording {

/// A written word taken apart: what is glued to it, and the word itself.
struct Stem {
    std::string before;  ///< as written, without marks: "and", "for", the article ...
    std::string word;
    std::string after;  ///< "'s"
};

/// A language's way of saying things. The tables come from voices/<tag>/.
class Language {
  public:
    virtual ~Language() = default;
    virtual std::string_view tag() const = 0;
    /// Bare abbreviations after which no sentence ends ("Dr.", U+062F + ".").
    virtual const std::vector<std::string>& abbreviations() const = 0;
    /// Words for the tokens of one sentence, in order; every token that is no space is in a word's
    /// source or in `skips`. Words carry the boundary that punctuation after them makes. What is
    /// given stands as it is, and is seen by what stands beside it.
    virtual std::vector<Word> say(const TokenizedSentence& line,
                                  std::vector<Skip>& skips) const = 0;
    /// Fills in the vowels and the pronunciation of a sentence's words, where the language has a
    /// way of its own to find them; a word that has a pronunciation keeps it. Languages without one
    /// leave their words to the engine.
    virtual void pronounce(std::vector<Word>& /*words*/) const {}
    /// What is said for `text` where markup says what it is; nothing where it cannot be that (a
    /// cardinal without digits). `format` may be empty; of a date it is "dmy" and the like. All
    /// words have the whole of `text` as their source.
    virtual std::vector<Word> say_as(std::string_view text, SayAs what,
                                     std::string_view format) const;
    /// Other ways to see a written word (`fold_for_match`): with something glued to what an entry
    /// of a lexicon may stand for. The least that is glued comes first.
    virtual std::vector<Stem> stems(std::string_view word) const;
    /// Whether a written word (`fold_for_match`) is nothing but what is glued to others: "and",
    /// "for the".
    virtual bool is_glue(std::string_view /*word*/) const { return false; }
    /// A respelling, or a pronunciation, with what was glued to the word that it stands for.
    virtual std::string respelled(const Stem& stem, std::string_view respelling) const;
    virtual std::string pronounced(const Stem& stem, std::string_view ipa) const;
};

/// Looks up languages that are loaded already, for stretches of an article in another one.
class LanguageLookup {
  public:
    virtual ~LanguageLookup() = default;
    /// The language of a tag (BCP 47), or null.
    virtual const Language* find(std::string_view tag) const = 0;
};

}  // namespace rawi::wording
