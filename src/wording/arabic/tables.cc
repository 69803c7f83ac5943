// The tables of voices/ar/.
#include "wording/arabic/tables.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.h"

namespace rawi::arabic {

namespace {

/// Whether `word` has the letters of `pattern`, where "?" stands for any one.
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
    Tables tables;
    RAWI_TRY(tables.numbers, Table::load(folder / "numbers.tsv", 4));
    RAWI_TRY(tables.scales, Table::load(folder / "scales.tsv", 2));
    RAWI_TRY(tables.scores, Table::load(folder / "scores.tsv", 1));
    RAWI_TRY(tables.nouns, Table::load(folder / "nouns.tsv", 5));
    RAWI_TRY(tables.units, Table::load(folder / "units.tsv", 4));
    RAWI_TRY(tables.currencies, Table::load(folder / "currencies.tsv", 5));
    RAWI_TRY(tables.genders, Table::load(folder / "genders.tsv", 3));
    RAWI_TRY(tables.ranked, Table::load(folder / "ranked.tsv", 3));
    RAWI_TRY(tables.months, Table::load(folder / "months.tsv", 4));
    RAWI_TRY(tables.day_parts, Table::load(folder / "day_parts.tsv", 1));
    RAWI_TRY(tables.year_words, Table::load(folder / "year_words.tsv", 2));
    RAWI_TRY(tables.telephones, Table::load(folder / "telephones.tsv", 1));
    RAWI_TRY(tables.domains, Table::load(folder / "domains.tsv", 1));
    RAWI_TRY(tables.words, Table::load(folder / "words.tsv", 2));
    RAWI_TRY(tables.governors, Table::load(folder / "governors.tsv", 2));
    RAWI_TRY(tables.particles, Table::load(folder / "particles.tsv", 1));
    RAWI_TRY(tables.prefixes, Table::load(folder / "prefixes.tsv", 4));
    RAWI_TRY(tables.short_forms, Table::load(folder / "short_forms.tsv", 2));
    RAWI_TRY(tables.abbreviations, Table::load(folder / "abbreviations.tsv", 1));
    RAWI_TRY(tables.latin, Table::load(folder / "latin.tsv", 2));
    RAWI_TRY(tables.letters, Table::load(folder / "letters.tsv", 2));
    RAWI_TRY(tables.sounds, Table::load(folder / "sounds.tsv", 2));
    RAWI_TRY(tables.names, Table::load(folder / "names.tsv", 2));
    RAWI_TRY(tables.spellings, Table::load(folder / "spellings.tsv", 2));
    RAWI_TRY(tables.symbols, Table::load(folder / "symbols.tsv", 2));
    tables.verbal_nouns = patterns_in(tables.governors);
    tables.plurals = patterns_in(tables.genders);
    for (const std::string& month : tables.months.keys())
        tables.month_beginnings.insert(month.substr(0, month.find(' ')));
    return tables;
}

bool Tables::is_verbal_noun(std::string_view word) const {
    return fits_one_of(verbal_nouns, word);
}

bool Tables::is_plural(std::string_view noun) const {
    if (const std::string_view number = genders.at(noun, 1); !number.empty()) return number == "p";
    if (fits_one_of(plurals, noun)) return true;
    constexpr std::string_view feminine = "\xD8\xA7\xD8\xAA";  // -at
    constexpr std::array<std::string_view, 2> masculine = {"\xD9\x88\xD9\x86",
                                                           "\xD9\x8A\xD9\x86"};  // -un, -in
    constexpr std::size_t shortest = 6;  // letters; shorter ones are "law", "appointment"
    return noun.ends_with(feminine) ||
           (utf8::length(noun) >= shortest &&
            std::any_of(masculine.begin(), masculine.end(),
                        [&](std::string_view ending) { return noun.ends_with(ending); }));
}

}  // namespace rawi::arabic
