#pragma once

#include <string>

#include "languages/arabic/numerals.h"
#include "languages/arabic/tables.h"

namespace rawi::languages::arabic {

/// A unit of measure: a noun of nouns.tsv, its adjective, and the words after both.
struct Measure {
    std::string noun{}, adjective{}, tail{};  ///< the key of the noun; the others vowelled or empty
};

/// Inflects the nouns of nouns.tsv.
class Nouns {
  public:
    explicit Nouns(const Tables& tables) : tables_(tables), numerals_(tables.numbers) {}

    bool has(std::string_view noun) const { return tables_.nouns.has(noun); }
    bool is_feminine(std::string_view noun) const {
        return tables_.nouns.at(noun).gender == Gender::feminine;
    }
    /// "five metres", "two metres", "one metre", in the form that the number requires: genitive
    /// plural after 3-10, accusative singular after 11-99, genitive singular after hundreds.
    std::string counted(std::uint64_t value, const Measure& measure, Case in) const;
    /// The indefinite singular with its adjective.
    std::string singular(const Measure& measure, Case in) const;

  private:
    std::string dual(const Measure& measure, Case in) const;
    std::string plural_genitive(const Measure& measure) const;
    /// Whether the noun has one form only, for singular and plural in every case.
    bool is_invariable(std::string_view noun) const;

    const Tables& tables_;
    Numerals numerals_;
};

}  // namespace rawi::languages::arabic
