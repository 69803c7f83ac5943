// The tables of voices/ar/.
#include "languages/arabic/tables.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

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

std::vector<std::string> patterns_in(const TableKeys& table) {
    std::vector<std::string> patterns;
    std::copy_if(table.keys().begin(), table.keys().end(), std::back_inserter(patterns),
                 [](const std::string& key) { return key.find('?') != std::string::npos; });
    return patterns;
}

bool fits_one_of(const std::vector<std::string>& patterns, std::string_view word) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](std::string_view pattern) { return fits(pattern, word); });
}

/// The forms of numbers.tsv that numerals are made of.
std::vector<std::string> number_forms() {
    std::vector<std::string> forms = {"0", "c0", "f1u", "om1u", "of1u", "a20"};
    const auto add = [&](std::string_view form, std::uint64_t value) {
        forms.push_back(fmt::format("{}{}", form, value));
    };
    constexpr std::uint64_t last_unit = 19, ten = 10, hundred = 100, thousand = 1000;
    for (std::uint64_t value = 1; value <= last_unit; ++value) {
        for (const char* const form : {"m", "f", "om", "of", "a"})
            add(form, value);
        if (value < 3 || value > ten) continue;
        for (const char* const form : {"cm", "cf"})
            add(form, value);
    }
    for (std::uint64_t value = 2 * ten; value < hundred; value += ten)
        add("", value);
    for (std::uint64_t value = hundred; value < thousand; value += hundred) {
        for (const char* const form : {"", "c"})
            add(form, value);
    }
    constexpr std::uint64_t largest = 1000000000000;
    for (std::uint64_t value = thousand; value <= largest; value *= thousand) {
        for (const char* const form : {"", "c", "dual", "cdual", "pl", "cpl", "acc", "cacc"})
            add(form, value);
    }
    for (std::uint64_t parts = 2; parts <= ten; ++parts) {
        for (const char* const form : {"/", "c/", "dual/", "cdual/", "pl/", "cpl/"})
            add(form, parts);
    }
    return forms;
}

/// The files of the tables.
constexpr auto members = std::tuple{
    wording::TableMember{"numbers.tsv", &Tables::numbers},
    wording::TableMember{"scales.tsv", &Tables::scales},
    wording::TableMember{"scores.tsv", &Tables::scores},
    wording::TableMember{"nouns.tsv", &Tables::nouns},
    wording::TableMember{"units.tsv", &Tables::units},
    wording::TableMember{"currencies.tsv", &Tables::currencies},
    wording::TableMember{"genders.tsv", &Tables::genders},
    wording::TableMember{"ranked.tsv", &Tables::ranked},
    wording::TableMember{"months.tsv", &Tables::months},
    wording::TableMember{"day_parts.tsv", &Tables::day_parts},
    wording::TableMember{"day_words.tsv", &Tables::day_words},
    wording::TableMember{"titles.tsv", &Tables::titles},
    wording::TableMember{"year_words.tsv", &Tables::year_words},
    wording::TableMember{"telephones.tsv", &Tables::telephones},
    wording::TableMember{"words.tsv", &Tables::words},
    wording::TableMember{"governors.tsv", &Tables::governors},
    wording::TableMember{"particles.tsv", &Tables::particles},
    wording::TableMember{"prefixes.tsv", &Tables::prefixes},
    wording::TableMember{"short_forms.tsv", &Tables::short_forms},
    wording::TableMember{"abbreviations.tsv", &Tables::abbreviations},
    wording::TableMember{"alphabet.tsv", &Tables::alphabet},
    wording::TableMember{"latin.tsv", &Tables::latin},
    wording::TableMember{"letters.tsv", &Tables::letters},
    wording::TableMember{"sounds.tsv", &Tables::sounds},
    wording::TableMember{"names.tsv", &Tables::names},
    wording::TableMember{"spellings.tsv", &Tables::spellings},
    wording::TableMember{"symbols.tsv", &Tables::symbols},
    wording::TableMember{"domains.tsv", &Tables::domains},
};

}  // namespace

Result<Tables> Tables::load(const std::filesystem::path& folder) {
    return wording::load_tables(folder, members);
}

/// Checks rows that other tables or the code require.
Result<> Tables::check() const {
    const std::vector<std::string> forms = number_forms();
    RAWI_CHECK_OK(
        numbers.require_exactly(std::vector<std::string_view>(forms.begin(), forms.end())));
    const std::array<std::string_view, 3> counted = {word("hour unit"), word("minute"),
                                                     word("second")};
    RAWI_CHECK_OK(nouns.require(counted));
    const auto no_noun = [&](const TableKeys& table, std::string_view key, std::string_view noun) {
        return table.error_at(key, fmt::format("there is no noun \"{}\" in nouns.tsv", noun));
    };
    for (const CurrencyRow& row : currencies.rows()) {
        for (const std::string& noun : {row.noun, row.minor_noun}) {
            if (!noun.empty() && !nouns.has(noun))
                return no_noun(currencies, currencies.key_of(row), noun);
        }
    }
    for (const UnitRow& row : units.rows()) {
        if (!nouns.has(row.noun)) return no_noun(units, units.key_of(row), row.noun);
    }
    for (const NameRow& row : names.rows()) {
        const std::string& name = names.key_of(row);
        if (strip_diacritics(row.vowelled) != name)
            return names.error_at(
                name, "the letters of the vowelled word differ from those of the plain one");
    }
    return {};
}

void Tables::index() {
    verbal_nouns = patterns_in(governors);
    plurals = patterns_in(genders);
    for (const NounRow& row : nouns.rows()) {
        const std::string& noun = nouns.key_of(row);
        const std::string singular = strip_diacritics(row.singular);
        for (const std::string& form :
             {noun, singular, singular + std::string(written::alif), strip_diacritics(row.plural)})
            noun_forms.emplace(form, noun);
    }
    for (const WordKey key : {WordKey("group"), WordKey("summit"), WordKey("states")})
        of_states.emplace(word(key));
    for (const std::string& month : months.keys())
        month_beginnings.insert(month.substr(0, month.find(' ')));
}

std::optional<Governs> Tables::governed_by(std::string_view word) const {
    const GovernorRow* const row = governors.find(word);
    return row == nullptr ? std::nullopt : std::optional(row->choice);
}

bool Tables::makes_time(std::string_view word) const {
    return day_parts.at(word).choice == PartUsage::time;
}

std::string_view Tables::noun_of(const std::string& form) const {
    const auto found = noun_forms.find(form);
    return found == noun_forms.end() ? std::string_view() : found->second;
}

bool Tables::is_verbal_noun(std::string_view word) const {
    return fits_one_of(verbal_nouns, word);
}

std::optional<Gender> Tables::gender_of_pattern(std::string_view noun) const {
    const auto pattern = std::find_if(plurals.begin(), plurals.end(),
                                      [&](std::string_view one) { return fits(one, noun); });
    return pattern == plurals.end() ? std::nullopt : std::optional(genders.at(*pattern).gender);
}

bool Tables::is_plural(std::string_view noun) const {
    if (const CountedNounRow* const row = genders.find(noun))
        return row->number == CountedNounRow::Number::plural;
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
