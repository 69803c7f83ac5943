#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/table.h"

namespace rawi::languages::arabic {

/// The tables of voices/ar/. The first lines of each file describe it.
struct Tables {
    Table numbers, scales, nouns, units, currencies, genders, ranked, titles,
        scores;  ///< numbers and what they count
    Table months, day_parts, day_words, year_words, words;
    Table telephones, domains;
    Table governors, particles, prefixes;   ///< the context of a number
    Table short_forms, abbreviations;       ///< in Arabic letters
    Table names;                            ///< words that the network may not know, vowelled
    Table alphabet;                         ///< Arabic letters by name
    Table spellings;                        ///< words not pronounced as written
    Table latin, letters, sounds, symbols;  ///< Latin words and letters, signs
    std::vector<std::string> verbal_nouns;  ///< patterns of governors.tsv, "?" is a letter
    std::vector<std::string> plurals;       ///< patterns of genders.tsv
    std::unordered_set<std::string> sure_day_parts;    ///< unambiguous ones of day_parts.tsv
    std::unordered_set<std::string> month_beginnings;  ///< first words of the keys of months.tsv

    std::unordered_set<std::string> of_states;  ///< "the group of the seven" counts states
    std::unordered_map<std::string, std::string> noun_forms;  ///< bare forms of nouns.tsv to keys

    /// Errors (kind input) give the line of a table.
    static Result<Tables> load(const std::filesystem::path& folder);

    /// A word that the code itself needs (words.tsv).
    std::string_view word(std::string_view key) const { return words.at(key); }
    /// Whether the name of a month may start with this bare word.
    bool begins_month(const std::string& word) const { return month_beginnings.contains(word); }
    /// The key in nouns.tsv of a bare noun in any of its forms; empty if there is none.
    std::string_view noun_of(const std::string& form) const;
    /// Whether a bare word matches a pattern of verbal nouns.
    bool is_verbal_noun(std::string_view word) const;
    /// The gender of a bare noun by the patterns of genders.tsv; empty if none matches.
    std::string_view gender_of_pattern(std::string_view noun) const;
    /// Whether a bare noun without article is a plural, by genders.tsv or by its ending.
    bool is_plural(std::string_view noun) const;
};

}  // namespace rawi::languages::arabic
