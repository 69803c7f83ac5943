#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/table.h"

namespace rawi::languages::english {

/// voices/en/: what each file holds stands in its first lines.
struct Tables {
    Table numbers, scales, fractions, counted, scores;    ///< numbers and what they count
    Table months, weekdays, eras, zones;                  ///< dates and times
    Table currencies, units, temperatures;                ///< amounts
    Table fixed, designations, number_names, digit_cues;  ///< figures that are no amounts
    Table states, streets, directions;                    ///< where somebody lives
    Table domains, address_words, entities, spelt_signs;  ///< the net
    Table abbreviations, acronyms, ranked, symbols;       ///< what is not said as it is written
    Table words, function_words, regions;
    std::vector<std::string> stopped;  ///< abbreviations that end with a stop

    /// Errors (kind input) point at the line of a table.
    static Result<Tables> load(const std::filesystem::path& folder);

    /// A word that the language itself needs (words.tsv).
    std::string_view word(std::string_view key) const { return words.at(key); }
    /// Whether something may begin with this word in small letters.
    bool is_cue(std::string_view low) const { return cues_.contains(low); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    void note_stops();
    void note_cues();

    std::unordered_set<std::string, Hash, std::equal_to<>> cues_;
};

}  // namespace rawi::languages::english
