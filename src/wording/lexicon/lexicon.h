#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"
#include "wording/token.h"

namespace rawi::wording::lexicon {

/// The entries of several lexicon files. A later file takes precedence over an earlier one.
class Lexicon {
  public:
    /// Adds the entries of a file for texts in `language`. The file must not change afterwards.
    void add(const std::shared_ptr<const LexiconFile>& file, std::string_view language);
    bool empty() const { return index_.empty(); }
    /// The starts of entries up to each full stop ("Ste." of "Ste. Marie"); no sentence ends there.
    const std::vector<std::string>& abbreviations() const { return abbreviations_; }

    /// An entry that matches at a token.
    struct Match {
        const LexiconEntry* entry = nullptr;
        const LexiconFile* file = nullptr;
        std::size_t end = 0;  ///< the token after the match
        Stem stem;            ///< with the clitics attached to the match
    };
    /// The best entry that matches whole words from token `at` on: the longest one, then the one
    /// with the fewest clitics, then that of the file with precedence, then one with the same
    /// capitals.
    std::optional<Match> match(const Language& language, std::string_view text,
                               const std::vector<Token>& tokens, std::size_t at) const;

    /// An entry, and another one with the same written form that takes precedence: an earlier one
    /// in the same file, or one in a file with precedence.
    struct Duplicate {
        const LexiconEntry* entry = nullptr;
        const LexiconFile* file = nullptr;
        const LexiconEntry* other = nullptr;
        const LexiconFile* other_file = nullptr;
    };
    std::vector<Duplicate> duplicates() const;

  private:
    /// A spelling that an entry matches.
    struct Form {
        std::vector<std::string> rest;  ///< the folded tokens after the first; spaces as " "
        std::shared_ptr<const LexiconFile> file;
        std::size_t entry = 0;
        std::size_t rank = 0;  ///< of the file; higher ones take precedence
        bool as_written = true;
        std::string language;
    };
    void add_form(const std::string& written, Form form);

    std::unordered_map<std::string, std::vector<Form>> index_;  ///< by the first token
    std::vector<std::string> abbreviations_;
    std::size_t files_ = 0;
};

/// The entries that matched something in the articles of a run.
class UsedEntries {
  public:
    void add(const LexiconEntry& entry) { entries_.insert(&entry); }
    bool contains(const LexiconEntry& entry) const { return entries_.contains(&entry); }

  private:
    std::unordered_set<const LexiconEntry*> entries_;  ///< of files that outlive this
};

/// Whether a lexicon for `wanted` ("en") applies to a text in `tag` ("en-GB").
bool is_for(std::string_view wanted, std::string_view tag);

/// Adds flaws that reading the file does not find: entries that can never match or say nothing,
/// letters and phonemes that the voice cannot say, Arabic without vowel marks.
void check_lexicon(LexiconFile& file, const Language& language, const Phonemes& phonemes);

/// Returns the first error that prevents the use of a lexicon, including invalid phonemes.
Result<> check_usable(const LexiconFile& file, const Phonemes& phonemes);

}  // namespace rawi::wording::lexicon
