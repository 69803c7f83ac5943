// The choices of style.tsv as the recognizers ask for them.
#include "wording/arabic/house.h"

namespace rawi::arabic {

namespace {

House::Months months_of(std::string_view value) {
    if (value == "first") return House::Months::first;
    if (value == "second") return House::Months::second;
    if (value == "gregorian") return House::Months::gregorian;
    return value == "levantine" ? House::Months::levantine : House::Months::both;
}

}  // namespace

House::House(const HouseStyle& chosen)
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

}  // namespace rawi::arabic
