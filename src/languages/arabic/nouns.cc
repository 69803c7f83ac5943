// Inflects counted nouns.
#include "languages/arabic/nouns.h"

#include <fmt/format.h>

#include "languages/arabic/alphabet/alphabet.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

std::string with_tanwin(std::string_view stem, Case in) {
    switch (in) {
        case Case::nominative:
            return fmt::format("{}{}", stem, written::dammatan);
        case Case::genitive:
            return fmt::format("{}{}", stem, written::kasratan);
        case Case::accusative:
            break;
    }
    return fmt::format("{}{}{}", stem, written::fathatan,
                       stem.ends_with(written::ta_marbuta) ? "" : written::alif);
}

std::string in_dual(std::string_view stem, Case in) {
    std::string result(stem);
    if (stem.ends_with(written::ta_marbuta)) {
        result.resize(result.size() - written::ta_marbuta.size());
        result += written::ta;
    }
    return result +
           (in == Case::nominative ? "\u064E\u0627\u0646\u0650" : "\u064E\u064A\u0652\u0646\u0650");
}

std::string feminine_of(std::string_view adjective) {
    return fmt::format("{}{}{}", adjective, written::fatha, written::ta_marbuta);
}

std::string spaced(std::string noun, const std::string& adjective, const std::string& tail) {
    if (!adjective.empty()) noun += " " + adjective;
    if (!tail.empty()) noun += " " + tail;
    return noun;
}

}  // namespace

bool Nouns::is_invariable(std::string_view noun) const {
    const NounRow& row = tables_.nouns.at(noun);
    return row.declension == NounRow::Declension::fixed && row.singular == row.plural;
}

std::string Nouns::singular(const Measure& measure, Case in) const {
    const NounRow& noun = tables_.nouns.at(measure.noun);
    std::string adjective;
    if (!measure.adjective.empty()) {
        adjective = with_tanwin(
            is_feminine(measure.noun) ? feminine_of(measure.adjective) : measure.adjective, in);
    }
    return spaced(is_invariable(measure.noun) ? noun.singular : with_tanwin(noun.singular, in),
                  adjective, measure.tail);
}

std::string Nouns::dual(const Measure& measure, Case in) const {
    std::string adjective;
    if (!measure.adjective.empty()) {
        adjective = in_dual(
            is_feminine(measure.noun) ? feminine_of(measure.adjective) : measure.adjective, in);
    }
    return spaced(in_dual(tables_.nouns.at(measure.noun).singular, in), adjective, measure.tail);
}

/// The adjective of an inanimate plural is a feminine singular.
std::string Nouns::plural_genitive(const Measure& measure) const {
    using Declension = NounRow::Declension;
    const NounRow& noun = tables_.nouns.at(measure.noun);
    std::string plural = noun.plural;
    if (noun.declension == Declension::diptote) plural += written::fatha;
    if (noun.declension == Declension::tanwin || noun.declension == Declension::feminine)
        plural = with_tanwin(noun.plural, Case::genitive);
    return spaced(std::move(plural),
                  measure.adjective.empty()
                      ? std::string()
                      : with_tanwin(feminine_of(measure.adjective), Case::genitive),
                  measure.tail);
}

std::string Nouns::counted(std::uint64_t value, const Measure& measure, Case in) const {
    const bool feminine = is_feminine(measure.noun);
    const bool one_form = is_invariable(measure.noun);
    const Agreement agreement{.feminine = feminine, .in = in, .construct = true};
    if (value == 1 && one_form) {
        return singular(measure, in) + " " +
               numerals_.cardinal(1, {.feminine = feminine, .in = in});
    }
    if (value == 1) {
        Measure alone = measure;
        alone.tail.clear();
        std::string one =
            singular(alone, in) + " " + numerals_.cardinal(1, {.feminine = feminine, .in = in});
        return spaced(std::move(one), {}, measure.tail);
    }
    if (value == 2 && !one_form) return dual(measure, in);
    const std::uint64_t tail = value % 100;
    if (tail <= 2 && tail > 0 && value > 100 && !one_form) {  // "a hundred dollars and a dollar"
        return fmt::format("{} \u0648\u064E{}", counted(value - tail, {.noun = measure.noun}, in),
                           tail == 1 ? singular(measure, in) : dual(measure, in));
    }
    const std::string number = numerals_.cardinal(value, agreement) + " ";
    if (tail >= 3 && tail <= 10) return number + plural_genitive(measure);
    return number + singular(measure, tail >= 11 ? Case::accusative : Case::genitive);
}

}  // namespace rawi::languages::arabic
