// The tables of voices/en/.
#include "languages/english/tables.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace rawi::languages::english {

namespace {

/// The files of the tables.
constexpr auto members = std::tuple{
    wording::TableMember{"numbers.tsv", &Tables::numbers},
    wording::TableMember{"scales.tsv", &Tables::scales},
    wording::TableMember{"fractions.tsv", &Tables::fractions},
    wording::TableMember{"counted.tsv", &Tables::counted},
    wording::TableMember{"scores.tsv", &Tables::scores},
    wording::TableMember{"months.tsv", &Tables::months},
    wording::TableMember{"weekdays.tsv", &Tables::weekdays},
    wording::TableMember{"eras.tsv", &Tables::eras},
    wording::TableMember{"zones.tsv", &Tables::zones},
    wording::TableMember{"currencies.tsv", &Tables::currencies},
    wording::TableMember{"units.tsv", &Tables::units},
    wording::TableMember{"temperatures.tsv", &Tables::temperatures},
    wording::TableMember{"fixed.tsv", &Tables::fixed},
    wording::TableMember{"designations.tsv", &Tables::designations},
    wording::TableMember{"number_names.tsv", &Tables::number_names},
    wording::TableMember{"digit_cues.tsv", &Tables::digit_cues},
    wording::TableMember{"states.tsv", &Tables::states},
    wording::TableMember{"streets.tsv", &Tables::streets},
    wording::TableMember{"directions.tsv", &Tables::directions},
    wording::TableMember{"domains.tsv", &Tables::domains},
    wording::TableMember{"address_words.tsv", &Tables::address_words},
    wording::TableMember{"entities.tsv", &Tables::entities},
    wording::TableMember{"spelt_signs.tsv", &Tables::spelt_signs},
    wording::TableMember{"abbreviations.tsv", &Tables::abbreviations},
    wording::TableMember{"acronyms.tsv", &Tables::acronyms},
    wording::TableMember{"ranked.tsv", &Tables::ranked},
    wording::TableMember{"symbols.tsv", &Tables::symbols},
    wording::TableMember{"words.tsv", &Tables::words},
    wording::TableMember{"function_words.tsv", &Tables::function_words},
    wording::TableMember{"regions.tsv", &Tables::regions},
};

}  // namespace

Result<Tables> Tables::load(const std::filesystem::path& folder) {
    return wording::load_tables(folder, members);
}

/// What numerals and recognizers ask for by name.
Result<> Tables::check() const {
    constexpr std::array<std::string_view, 2> needed_regions = {"american", "british"};
    RAWI_CHECK_OK(regions.require_exactly(needed_regions));
    constexpr std::array<std::string_view, 1> needed_currencies = {"GBP"};
    RAWI_CHECK_OK(currencies.require(needed_currencies));
    RAWI_CHECK_OK(check_numbers());
    constexpr std::uint64_t group = 3;
    std::uint64_t zeros = 0;
    for (const ScaleRow& row : scales.rows()) {
        if (row.usage != ScaleRow::Usage::number) continue;
        zeros += group;
        if (row.zeros != zeros) {
            return scales.error_at(
                scales.key_of(row),
                fmt::format("the number word with {} zeros is missing before this one", zeros));
        }
    }
    return {};
}

/// A word for each number up to twenty, each ten, and a hundred.
Result<> Tables::check_numbers() const {
    constexpr std::uint64_t twenty = 20, ten = 10, hundred = 100;
    for (std::uint64_t value = 0; value <= hundred; value += value < twenty ? 1 : ten) {
        const auto is_value = [&](const NumberRow& row) { return row.value == value; };
        if (std::none_of(numbers.rows().begin(), numbers.rows().end(), is_value)) {
            return fail(Error::Kind::input, fmt::format("there is no number word for {}", value),
                        numbers.file().string());
        }
    }
    constexpr std::size_t all = 29;
    if (numbers.rows().size() > all) {
        return numbers.error_at(numbers.keys().back(),
                                "numbers need a word for 0 to 20, each ten and 100, and no other");
    }
    return {};
}

void Tables::index() {
    note_stops();
    note_cues();
}

void Tables::note_stops() {
    for (const std::string& key : abbreviations.keys()) {
        const bool word = abbreviations.at(key).usage == AbbreviationRow::Usage::word;
        if (key.ends_with('.') && !word) stopped.push_back(key);
    }
    // Other words with a full stop within a sentence: months, weekdays, states, capitals.
    const auto stop = [&](std::string word) {
        word.front() = static_cast<char>(u_toupper(static_cast<unsigned char>(word.front())));
        stopped.push_back(word + ".");
    };
    constexpr std::size_t code = 2, longest = 4;
    for (const std::string& month : months.keys()) {
        if (month.size() == months.at(month).said.size()) continue;
        stop(month);
        if (months.at(month).choice == MonthUsage::brief) stopped.push_back(month + ".");
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
        if (name.size() > longest || acronyms.at(name).said != "letters") continue;
        std::string dotted(1, name.front());
        for (const char letter : std::string_view(name).substr(1))
            (dotted += '.') += letter;
        stop(std::move(dotted));
    }
}

void Tables::note_cues() {
    for (const std::string& key : abbreviations.keys())
        cues_.insert(key.substr(0, key.find_first_of(". /'-")));
    for (const TableKeys* const table : std::initializer_list<const TableKeys*>{
             &months, &weekdays, &eras, &zones, &currencies, &acronyms, &symbols}) {
        for (const std::string& key : table->keys())
            cues_.insert(key.substr(0, key.find_first_of(". $")));
    }
}

}  // namespace rawi::languages::english
