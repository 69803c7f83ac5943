#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "languages/arabic/rows.h"

namespace rawi::languages::arabic {

/// The keys of words.tsv.
inline constexpr auto word_keys = std::to_array<std::string_view>({"of",
                                                                   "to",
                                                                   "minus",
                                                                   "plus",
                                                                   "over",
                                                                   "slash",
                                                                   "dash",
                                                                   "dot",
                                                                   "at",
                                                                   "below zero",
                                                                   "but a quarter",
                                                                   "but a third",
                                                                   "morning",
                                                                   "afternoon",
                                                                   "evening",
                                                                   "night",
                                                                   "link",
                                                                   "account",
                                                                   "hashtag",
                                                                   "stop",
                                                                   "between",
                                                                   "age",
                                                                   "degree",
                                                                   "underscore",
                                                                   "month",
                                                                   "season",
                                                                   "the hour",
                                                                   "minute",
                                                                   "until",
                                                                   "others",
                                                                   "others, oblique",
                                                                   "the two hours",
                                                                   "hour unit",
                                                                   "second",
                                                                   "of the year",
                                                                   "years of age",
                                                                   "current",
                                                                   "present",
                                                                   "this month",
                                                                   "under the age",
                                                                   "group",
                                                                   "summit",
                                                                   "states",
                                                                   "plus of a name"});
using WordKey = FixedKey<word_keys>;

/// The tables of voices/ar/.
struct Tables {
    Table<NumberRow> numbers;
    Table<ScaleRow> scales;
    Table<NounRow> nouns;
    Table<UnitRow> units;
    Table<CurrencyRow> currencies;
    Table<CountedNounRow> genders;
    Table<RankedRow> ranked;
    Table<GenderRow> titles, year_words;
    WordList scores;
    Table<MonthRow> months;
    Table<DayPartRow> day_parts;
    WordList day_words;
    FixedWords<word_keys> words;
    WordList telephones, domains;
    Table<GovernorRow> governors;  ///< the context of a number
    WordList particles;
    Table<PrefixRow> prefixes;
    Table<ShortFormRow> short_forms;  ///< in Arabic letters
    WordList abbreviations;
    Table<NameRow> names;      ///< words that the network may not know, vowelled
    SaidTable alphabet;        ///< Arabic letters by name
    SaidTable spellings;       ///< words not pronounced as written
    SaidTable latin, letters;  ///< Latin words and letters
    Table<SoundRow> sounds;
    SaidTable symbols;
    std::vector<std::string> verbal_nouns;  ///< patterns of governors.tsv, "?" is a letter
    std::vector<std::string> plurals;       ///< patterns of genders.tsv
    std::unordered_set<std::string> month_beginnings;  ///< first words of the keys of months.tsv

    std::unordered_set<std::string> of_states;  ///< "the group of the seven" counts states
    std::unordered_map<std::string, std::string> noun_forms;  ///< bare forms of nouns.tsv to keys

    /// Errors give the file, or the line of it, that is wrong (kind input), or say that a table
    /// cannot be read (kind io).
    static Result<Tables> load(const std::filesystem::path& folder);
    /// Fails if a table lacks what another one, or the code, asks it for.
    Result<> check() const;
    /// Derives from the tables what is looked up often.
    void index();

    /// A word that the code itself needs (words.tsv).
    std::string_view word(WordKey key) const { return words[key]; }
    /// Whether the name of a month may start with this bare word.
    bool begins_month(const std::string& word) const { return month_beginnings.contains(word); }
    /// The key in nouns.tsv of a bare noun in any of its forms; empty if there is none.
    std::string_view noun_of(const std::string& form) const;
    /// Whether a bare word matches a pattern of verbal nouns.
    bool is_verbal_noun(std::string_view word) const;
    /// What a word governs, by governors.tsv.
    std::optional<Governs> governed_by(std::string_view word) const;
    /// Whether a word after a number makes a time of it, by day_parts.tsv.
    bool makes_time(std::string_view word) const;
    /// The gender of a bare noun by the patterns of genders.tsv, if one matches.
    std::optional<Gender> gender_of_pattern(std::string_view noun) const;
    /// Whether a bare noun without article is a plural, by genders.tsv or by its ending.
    bool is_plural(std::string_view noun) const;
};

}  // namespace rawi::languages::arabic
