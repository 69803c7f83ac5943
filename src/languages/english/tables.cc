// The tables of voices/en/.
#include "languages/english/tables.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uchar.h>

namespace rawi::languages::english {

Result<Tables> Tables::load(const std::filesystem::path& folder) {
    struct File {
        Table Tables::*table;
        const char* name;
        std::size_t columns;
    };
    constexpr std::array<File, 30> files = {{
        {&Tables::numbers, "numbers.tsv", 3},
        {&Tables::scales, "scales.tsv", 4},
        {&Tables::fractions, "fractions.tsv", 2},
        {&Tables::counted, "counted.tsv", 1},
        {&Tables::scores, "scores.tsv", 1},
        {&Tables::months, "months.tsv", 4},
        {&Tables::weekdays, "weekdays.tsv", 2},
        {&Tables::eras, "eras.tsv", 3},
        {&Tables::zones, "zones.tsv", 3},
        {&Tables::currencies, "currencies.tsv", 6},
        {&Tables::units, "units.tsv", 4},
        {&Tables::temperatures, "temperatures.tsv", 1},
        {&Tables::fixed, "fixed.tsv", 2},
        {&Tables::designations, "designations.tsv", 2},
        {&Tables::number_names, "number_names.tsv", 1},
        {&Tables::digit_cues, "digit_cues.tsv", 2},
        {&Tables::states, "states.tsv", 2},
        {&Tables::streets, "streets.tsv", 2},
        {&Tables::directions, "directions.tsv", 2},
        {&Tables::domains, "domains.tsv", 2},
        {&Tables::address_words, "address_words.tsv", 2},
        {&Tables::entities, "entities.tsv", 2},
        {&Tables::spelt_signs, "spelt_signs.tsv", 2},
        {&Tables::abbreviations, "abbreviations.tsv", 4},
        {&Tables::acronyms, "acronyms.tsv", 2},
        {&Tables::ranked, "ranked.tsv", 2},
        {&Tables::symbols, "symbols.tsv", 2},
        {&Tables::words, "words.tsv", 2},
        {&Tables::function_words, "function_words.tsv", 1},
        {&Tables::regions, "regions.tsv", 3},
    }};
    Tables tables;
    for (const File& file : files) {
        RAWI_TRY(tables.*file.table, Table::load(folder / file.name, file.columns));
    }
    tables.note_stops();
    tables.note_cues();
    return tables;
}

void Tables::note_stops() {
    for (const std::string& key : abbreviations.keys()) {
        const bool word = abbreviations.at(key, 2) == "word";
        if (key.ends_with('.') && !word) stopped.push_back(key);
    }
    // What else a stop follows inside a sentence: months, weekdays, states, capitals.
    const auto stop = [&](std::string word) {
        word.front() = static_cast<char>(u_toupper(static_cast<unsigned char>(word.front())));
        stopped.push_back(word + ".");
    };
    constexpr std::size_t code = 2, longest = 4;
    for (const std::string& month : months.keys()) {
        if (month.size() == months.at(month).size()) continue;
        stop(month);
        if (months.at(month, 2) == "short") stopped.push_back(month + ".");
    }
    for (const std::string& sign : currencies.keys()) {
        if (sign.ends_with('.')) stopped.push_back(sign);
    }
    for (const std::string& day : weekdays.keys())
        stop(day);
    for (const std::string& state : states.keys()) {
        if (state.size() > code) stop(state);
    }
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        stop(std::string(1, letter));
    for (const std::string& name : acronyms.keys()) {
        if (name.size() > longest || acronyms.at(name) != "letters") continue;
        std::string dotted(1, name.front());
        for (const char letter : std::string_view(name).substr(1))
            (dotted += '.') += letter;
        stop(std::move(dotted));
    }
}

void Tables::note_cues() {
    for (const std::string& key : abbreviations.keys())
        cues_.insert(key.substr(0, key.find_first_of(". /'-")));
    for (const Table* const table :
         {&months, &weekdays, &eras, &zones, &currencies, &acronyms, &symbols}) {
        for (const std::string& key : table->keys())
            cues_.insert(key.substr(0, key.find_first_of(". $")));
    }
}

}  // namespace rawi::languages::english
