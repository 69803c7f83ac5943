#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"
#include "wording/token.h"

namespace rawi::wording::lexicon {

/// What words and phrases are said as, from files of which a later one goes before an earlier one.
class Lexicon {
  public:
    /// Adds the entries of a file for texts in `language`. The file keeps which of them were used.
    void add(const std::shared_ptr<LexiconFile>& file, std::string_view language);
    bool empty() const { return index_.empty(); }
    /// What entries have up to their stops ("Ste." of "Ste. Marie"): no sentence ends with it.
    const std::vector<std::string>& abbreviations() const { return abbreviations_; }

    /// An entry that stands for the tokens from one on.
    struct Match {
        LexiconEntry* entry = nullptr;
        const LexiconFile* file = nullptr;
        std::size_t end = 0;  ///< the token behind
        Stem stem;            ///< what is glued to it
    };
    /// The entry for whole words from token `at` on: the longest, then the one with the least glued
    /// to it, then that of the file that goes first, then the one that is written just so.
    std::optional<Match> match(const Language& language, std::string_view text,
                               const std::vector<Token>& tokens, std::size_t at) const;

    /// Entries that are the same for a reader: each with an earlier one of its own file, or with
    /// one of a file that goes before it.
    struct Duplicate {
        const LexiconEntry* entry = nullptr;
        const LexiconFile* file = nullptr;
        const LexiconEntry* other = nullptr;
        const LexiconFile* other_file = nullptr;
    };
    std::vector<Duplicate> duplicates() const;

  private:
    /// One way in which an entry may be written.
    struct Form {
        std::vector<std::string>
            rest;  ///< the tokens behind the first, fold_for_match; spaces as " "
        std::shared_ptr<LexiconFile> file;
        std::size_t entry = 0;
        std::size_t rank = 0;  ///< of the file: higher ones go first
        bool as_written = true;
        std::string language;
    };
    void add_form(const std::string& written, Form form);

    std::unordered_map<std::string, std::vector<Form>> index_;  ///< by the first token
    std::vector<std::string> abbreviations_;
    std::size_t files_ = 0;
};

/// Whether what is for `wanted` ("en") goes for a text in `tag` ("en-GB").
bool is_for(std::string_view wanted, std::string_view tag);

/// What is wrong with a lexicon for a voice, beyond what reading it told: entries that can never
/// match or say anything, letters and sounds that the voice cannot say, Arabic without vowels.
void check_lexicon(LexiconFile& file, const Language& language, const Phonemes& phonemes);

/// The first flaw that forbids to use a lexicon, phonemes of its entries included.
Result<> check_usable(const LexiconFile& file, const Phonemes& phonemes);

}  // namespace rawi::wording::lexicon
