// Converts the choices of style.tsv to the fields that recognizers use.
#include "languages/arabic/style.h"

#include <array>

namespace rawi::languages::arabic {

namespace {

constexpr std::array<std::string_view, 5> month_names = {"both", "first", "second", "gregorian",
                                                         "levantine"};
constexpr std::array<std::string_view, 3> agency_names = {"usual", "full", "short"};
constexpr std::array<std::string_view, 2> list_forms = {"ordinal", "cardinal"};
constexpr std::array<std::string_view, 2> clocks = {"clock", "digital"};
constexpr std::array<std::string_view, 2> latin_readers = {"arabic", "voice"};
constexpr std::array<wording::Setting, 8> all_settings = {
    {{.name = "percent"},
     {.name = "decimal"},
     {.name = "years"},
     {.name = "months", .values = month_names},
     {.name = "agencies", .values = agency_names},
     {.name = "lists", .values = list_forms},
     {.name = "time", .values = clocks},
     {.name = "latin", .values = latin_readers}}};

Style::Months months_of(std::string_view value) {
    if (value == "first") return Style::Months::first;
    if (value == "second") return Style::Months::second;
    if (value == "gregorian") return Style::Months::gregorian;
    return value == "levantine" ? Style::Months::levantine : Style::Months::both;
}

}  // namespace

std::span<const wording::Setting> Style::settings() {
    return all_settings;
}

Style::Style(const wording::HouseStyle& chosen)
    : percent(chosen.words("percent")),
      point(chosen.words("decimal")),
      year(chosen.words("years")),
      months(months_of(chosen.value("months"))),
      agencies(chosen.is("agencies", "full")    ? Agencies::full
               : chosen.is("agencies", "short") ? Agencies::brief
                                                : Agencies::usual),
      ordinal_lists(!chosen.is("lists", "cardinal")),
      clock_of_twelve(!chosen.is("time", "digital")),
      latin_as_it_is(chosen.is("latin", "voice")) {}

}  // namespace rawi::languages::arabic
