// The tables of voices/ar/.
#include "languages/arabic/tables.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/pieces.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

/// Whether `word` matches `pattern`, in which "?" matches any letter.
bool fits(std::string_view pattern, std::string_view word) {
    while (!pattern.empty() && !word.empty()) {
        const utf8::Decoded letter = utf8::decode(word, 0);
        const utf8::Decoded wanted = utf8::decode(pattern, 0);
        if (wanted.code != '?' && wanted.code != letter.code) return false;
        word.remove_prefix(letter.size);
        pattern.remove_prefix(wanted.size);
    }
    return pattern.empty() && word.empty();
}

std::vector<std::string> patterns_in(const Table& table) {
    std::vector<std::string> patterns;
    std::copy_if(table.keys().begin(), table.keys().end(), std::back_inserter(patterns),
                 [](const std::string& key) { return key.find('?') != std::string::npos; });
    return patterns;
}

bool fits_one_of(const std::vector<std::string>& patterns, std::string_view word) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](std::string_view pattern) { return fits(pattern, word); });
}

}  // namespace

Result<Tables> Tables::load(const std::filesystem::path& folder) {
    struct File {
        Table Tables::*table;
        const char* name;
        std::size_t columns;
    };
    constexpr std::array<File, 28> files = {{
        {&Tables::numbers, "numbers.tsv", 4},
        {&Tables::scales, "scales.tsv", 2},
        {&Tables::scores, "scores.tsv", 1},
        {&Tables::nouns, "nouns.tsv", 5},
        {&Tables::units, "units.tsv", 4},
        {&Tables::currencies, "currencies.tsv", 5},
        {&Tables::genders, "genders.tsv", 3},
        {&Tables::ranked, "ranked.tsv", 3},
        {&Tables::months, "months.tsv", 4},
        {&Tables::day_parts, "day_parts.tsv", 2},
        {&Tables::day_words, "day_words.tsv", 1},
        {&Tables::titles, "titles.tsv", 2},
        {&Tables::year_words, "year_words.tsv", 2},
        {&Tables::telephones, "telephones.tsv", 1},
        {&Tables::domains, "domains.tsv", 1},
        {&Tables::words, "words.tsv", 2},
        {&Tables::governors, "governors.tsv", 2},
        {&Tables::particles, "particles.tsv", 1},
        {&Tables::prefixes, "prefixes.tsv", 4},
        {&Tables::short_forms, "short_forms.tsv", 4},
        {&Tables::abbreviations, "abbreviations.tsv", 1},
        {&Tables::alphabet, "alphabet.tsv", 2},
        {&Tables::latin, "latin.tsv", 2},
        {&Tables::letters, "letters.tsv", 2},
        {&Tables::sounds, "sounds.tsv", 2},
        {&Tables::names, "names.tsv", 2},
        {&Tables::spellings, "spellings.tsv", 2},
        {&Tables::symbols, "symbols.tsv", 2},
    }};
    Tables tables;
    for (const File& file : files) {
        RAWI_TRY(tables.*file.table, Table::load(folder / file.name, file.columns));
    }
    for (const std::string& name : tables.names.keys()) {
        if (strip_diacritics(tables.names.at(name)) != name) {
            return fail(
                Error::Kind::input,
                fmt::format(
                    "{}: the letters of the vowelled word differ from those of the plain one",
                    tables.names.place_of(name)));
        }
    }
    tables.verbal_nouns = patterns_in(tables.governors);
    tables.plurals = patterns_in(tables.genders);
    for (const std::string& noun : tables.nouns.keys()) {
        const std::string singular = strip_diacritics(tables.nouns.at(noun, 1));
        for (const std::string& form : {noun, singular, singular + std::string(written::alif),
                                        strip_diacritics(tables.nouns.at(noun, 2))})
            tables.noun_forms.emplace(form, noun);
    }
    for (const std::string_view key : {"group", "summit", "states"})
        tables.of_states.emplace(tables.words.at(key));
    for (const std::string& part : tables.day_parts.keys()) {
        if (tables.day_parts.at(part) == "part") tables.sure_day_parts.insert(part);
    }
    for (const std::string& month : tables.months.keys())
        tables.month_beginnings.insert(month.substr(0, month.find(' ')));
    return tables;
}

std::string_view Tables::noun_of(const std::string& form) const {
    const auto found = noun_forms.find(form);
    return found == noun_forms.end() ? std::string_view() : found->second;
}

bool Tables::is_verbal_noun(std::string_view word) const {
    return fits_one_of(verbal_nouns, word);
}

std::string_view Tables::gender_of_pattern(std::string_view noun) const {
    const auto pattern = std::find_if(plurals.begin(), plurals.end(),
                                      [&](std::string_view one) { return fits(one, noun); });
    return pattern == plurals.end() ? std::string_view() : genders.at(*pattern);
}

bool Tables::is_plural(std::string_view noun) const {
    if (const std::string_view number = genders.at(noun, 1); !number.empty()) return number == "p";
    if (fits_one_of(plurals, noun)) return true;
    constexpr std::array<std::string_view, 2> masculine = {written::masculine_plural_ending,
                                                           written::oblique_ending};  // -un, -in
    constexpr std::size_t shortest = 6;  // letters; shorter ones are singulars like "law"
    return noun.ends_with(written::feminine_plural_ending) ||
           (utf8::length(noun) >= shortest &&
            std::any_of(masculine.begin(), masculine.end(),
                        [&](std::string_view ending) { return noun.ends_with(ending); }));
}

}  // namespace rawi::languages::arabic
