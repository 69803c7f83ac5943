#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/table.h"

namespace rawi::languages::arabic {

/// voices/ar/: what each file holds stands in its first lines.
struct Tables {
    Table numbers, scales, nouns, units, currencies, genders, ranked, titles,
        scores;  ///< numbers and what they count
    Table months, day_parts, day_words, year_words, words;
    Table telephones, domains;
    Table governors, particles, prefixes;            ///< what stands around a number
    Table short_forms, abbreviations;                ///< in Arabic letters
    Table names;                                     ///< vowels that the network may not know
    Table alphabet;                                  ///< Arabic letters by name
    Table spellings;                                 ///< what is not said as it is written
    Table latin, letters, sounds, symbols;           ///< what is not Arabic
    std::vector<std::string> verbal_nouns;           ///< patterns: governors with "?" for a letter
    std::vector<std::string> plurals;                ///< patterns of genders.tsv
    std::unordered_set<std::string> sure_day_parts;  ///< of day_parts.tsv, those that say it all
    std::unordered_set<std::string> month_beginnings;  ///< first words of the keys of months.tsv

    std::unordered_set<std::string> of_states;  ///< "the group of the seven" counts states
    std::unordered_map<std::string, std::string> noun_forms;  ///< of nouns.tsv, bare; the key

    /// Errors (kind input) point at the line of a table.
    static Result<Tables> load(const std::filesystem::path& folder);

    /// A word that the language itself needs (words.tsv).
    std::string_view word(std::string_view key) const { return words.at(key); }
    /// Whether a name of a month may begin with this bare word.
    bool begins_month(const std::string& word) const { return month_beginnings.contains(word); }
    /// The key in nouns.tsv of a bare noun in any form that counts; empty: none.
    std::string_view noun_of(const std::string& form) const;
    /// Whether a bare word has the form of a verbal noun.
    bool is_verbal_noun(std::string_view word) const;
    /// The gender that a pattern of genders.tsv gives a bare noun; empty: none fits.
    std::string_view gender_of_pattern(std::string_view noun) const;
    /// Whether a bare noun, without an article, is a plural: by genders.tsv or by its ending.
    bool is_plural(std::string_view noun) const;
};

}  // namespace rawi::languages::arabic
