#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "languages/english/rows.h"

namespace rawi::languages::english {

/// The keys of words.tsv.
inline constexpr auto word_keys = std::to_array<std::string_view>(
    {"point",    "minus",   "plus",    "to",      "and",       "of",
     "the",      "oh",      "o",       "oclock",  "hour",      "hours",
     "minute",   "minutes", "second",  "seconds", "per",       "by",
     "times",    "x",       "over",    "half",    "halves",    "quarter",
     "quarters", "a",       "hundred", "dot",     "slash",     "at",
     "hash",     "hashtag", "link",    "number",  "extension", "approximately",
     "equals",   "divided", "squared", "cubed",   "foot",      "feet",
     "less",     "more",    "percent", "power"});
using WordKey = FixedKey<word_keys>;

/// The tables of voices/en/.
struct Tables {
    Table<NumberRow> numbers;
    Table<ScaleRow> scales;
    Table<FractionRow> fractions;
    WordList counted, scores;
    Table<MonthRow> months;
    SaidTable weekdays;
    Table<EraRow> eras;
    Table<ZoneRow> zones;
    Table<CurrencyRow> currencies;
    Table<UnitRow> units;
    WordList temperatures;
    SaidTable fixed, designations;  ///< numbers that are not amounts
    WordList number_names;
    Table<DigitCueRow> digit_cues;
    SaidTable states, streets, directions;          ///< for postal addresses
    SaidTable domains, address_words, spelt_signs;  ///< the net
    Table<EntityRow> entities;
    Table<AbbreviationRow> abbreviations;
    SaidTable acronyms, symbols;
    Table<RankedRow> ranked;
    FixedWords<word_keys> words;
    WordList function_words;
    Table<RegionRow> regions;
    std::vector<std::string> stopped;  ///< abbreviations that end with a full stop

    /// Errors point at the file, or the line of it, that is wrong (kind input), or say that a table
    /// cannot be read (kind io).
    static Result<Tables> load(const std::filesystem::path& folder);
    /// Fails if a table lacks what another one, or the code, asks it for.
    Result<> check() const;
    /// Derives from the tables what is looked up often.
    void index();

    /// A word that the language itself needs.
    std::string_view word(WordKey key) const { return words[key]; }
    /// Whether something may begin with this word in lower case.
    bool is_cue(std::string_view low) const { return cues_.contains(low); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    Result<> check_numbers() const;
    void note_stops();
    void note_cues();

    std::unordered_set<std::string, Hash, std::equal_to<>> cues_;
};

}  // namespace rawi::languages::english
