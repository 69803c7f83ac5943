#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/script.h"
#include "wording/token.h"

namespace rawi::wording {

/// A written word split into its stem and the clitics attached to it.
struct Stem {
    std::string before;  ///< proclitics as written, without vowel marks: "and", "for", the article
    std::string word;
    std::string after;  ///< enclitics: "'s"
};

/// Says the text of one language. Its tables are in voices/<tag>/.
class Language {
  public:
    virtual ~Language() = default;
    virtual std::string_view tag() const = 0;
    /// Abbreviations after which no sentence ends ("Dr.", U+062F + "."), without vowel marks.
    virtual const std::vector<std::string>& abbreviations() const = 0;
    /// Verbalizes the tokens of one sentence, in order. Every token except spaces is in the source
    /// of a word or in `skips`. Words have the boundary of the punctuation after them. Overrides
    /// are said unchanged, but their text is context for the words around them; what a Request asks
    /// for is said as that class, or as usual if the language cannot.
    virtual std::vector<Word> say(const TokenizedSentence& line,
                                  std::vector<Skip>& skips) const = 0;
    /// Adds vowels and pronunciations to the words of a sentence. A word that already has a
    /// pronunciation keeps it. The default leaves all words to the engine.
    virtual void pronounce(std::vector<Word>& /*words*/) const {}
    /// Other languages (BCP 47) that words from say() may be in even without markup; their voices
    /// speak these words.
    virtual std::vector<std::string> languages_of_words() const { return {}; }
    /// Analyses of a written word (from `fold_for_match`) as a stem, which a lexicon may contain,
    /// with clitics. Analyses with fewer clitics come first.
    virtual std::vector<Stem> stems(std::string_view word) const;
    /// Whether a written word (from `fold_for_match`) consists of proclitics only: "and", "for
    /// the".
    virtual bool is_glue(std::string_view /*word*/) const { return false; }
    /// A respelling or a pronunciation of `stem.word`, with the clitics of `stem` attached.
    virtual std::string respelled(const Stem& stem, std::string_view respelling) const;
    virtual std::string pronounced(const Stem& stem, std::string_view ipa) const;
};

/// Finds loaded languages, for the parts of an article that are in another language.
class LanguageLookup {
  public:
    virtual ~LanguageLookup() = default;
    /// The language with this BCP 47 tag, or null.
    virtual const Language* find(std::string_view tag) const = 0;
};

}  // namespace rawi::wording
