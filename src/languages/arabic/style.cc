// Converts the choices of style.tsv to the fields that recognizers use.
#include "languages/arabic/style.h"

namespace rawi::languages::arabic {

namespace {

Style::Months months_of(std::string_view value) {
    if (value == "first") return Style::Months::first;
    if (value == "second") return Style::Months::second;
    if (value == "gregorian") return Style::Months::gregorian;
    return value == "levantine" ? Style::Months::levantine : Style::Months::both;
}

}  // namespace

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
