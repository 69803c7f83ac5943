#pragma once

#include <cstddef>
#include <optional>

#include "languages/english/sentence.h"

namespace rawi::languages::english {

/// The reading that starts at piece `at`, if it is of the class that the function is named after.
using Recognizer = std::optional<Reading> (*)(const Sentence& sentence, std::size_t at);

/// The reading of any class that starts at piece `at`; never empty at a number.
std::optional<Reading> reading_at(const Sentence& sentence, std::size_t at);

// electronic.cc: addresses and markup
std::optional<Reading> entity(const Sentence& sentence, std::size_t at);  ///< "&quot;"
std::optional<Reading> markup(const Sentence& sentence, std::size_t at);  ///< "<br/>"
std::optional<Reading> web_address(const Sentence& sentence, std::size_t at);
std::optional<Reading> mail_address(const Sentence& sentence, std::size_t at);
std::optional<Reading> handle_or_hashtag(const Sentence& sentence, std::size_t at);
std::optional<Reading> alternatives(const Sentence& sentence, std::size_t at);  ///< "and/or"

// telephones.cc: numbers that are read digit by digit
std::optional<Reading> telephone(const Sentence& sentence, std::size_t at);
std::optional<Reading> network_address(const Sentence& sentence, std::size_t at);
std::optional<Reading> security_number(const Sentence& sentence, std::size_t at);
std::optional<Reading> code_number(const Sentence& sentence, std::size_t at);

// dates.cc
std::optional<Reading> numeric_date(const Sentence& sentence, std::size_t at);
std::optional<Reading> month_first(const Sentence& sentence, std::size_t at);
std::optional<Reading> day_first(const Sentence& sentence, std::size_t at);
std::optional<Reading> weekday(const Sentence& sentence, std::size_t at);

// years.cc
std::optional<Reading> era_first(const Sentence& sentence, std::size_t at);  ///< "AD 79"
std::optional<Reading> year_with_era(const Sentence& sentence, std::size_t at);
std::optional<Reading> year_range(const Sentence& sentence, std::size_t at);
std::optional<Reading> decade(const Sentence& sentence, std::size_t at);
std::optional<Reading> short_year(const Sentence& sentence, std::size_t at);  ///< "'08", "'80s"
std::optional<Reading> financial_period(const Sentence& sentence, std::size_t at);
std::optional<Reading> year(const Sentence& sentence, std::size_t at);

// times.cc
std::optional<Reading> clock_time(const Sentence& sentence, std::size_t at);
std::optional<Reading> half_of_day(const Sentence& sentence, std::size_t at);  ///< "a.m."

// money.cc
std::optional<Reading> money(const Sentence& sentence, std::size_t at);

// measures.cc
std::optional<Reading> measure(const Sentence& sentence, std::size_t at);
std::optional<Reading> feet_and_inches(const Sentence& sentence, std::size_t at);
std::optional<Reading> by_size(const Sentence& sentence, std::size_t at);  ///< "2x4", "4x"
std::optional<Reading> formula(const Sentence& sentence, std::size_t at);

// numbers.cc
std::optional<Reading> fixed(const Sentence& sentence, std::size_t at);
std::optional<Reading> ordinal(const Sentence& sentence, std::size_t at);
std::optional<Reading> fraction(const Sentence& sentence, std::size_t at);
std::optional<Reading> score_or_range(const Sentence& sentence, std::size_t at);
std::optional<Reading> scaled_number(const Sentence& sentence, std::size_t at);
std::optional<Reading> number(const Sentence& sentence, std::size_t at);
std::optional<Reading> minus(const Sentence& sentence, std::size_t at);
std::optional<Reading> approximately(const Sentence& sentence, std::size_t at);

// serials.cc
std::optional<Reading> designation(const Sentence& sentence, std::size_t at);
std::optional<Reading> serial(const Sentence& sentence, std::size_t at);

// streets.cc
std::optional<Reading> street_address(const Sentence& sentence, std::size_t at);
std::optional<Reading> state(const Sentence& sentence, std::size_t at);

// abbreviations.cc: abbreviations, initials, Roman numerals, signs
std::optional<Reading> abbreviation(const Sentence& sentence, std::size_t at);
std::optional<Reading> initials(const Sentence& sentence, std::size_t at);
std::optional<Reading> acronym(const Sentence& sentence, std::size_t at);
std::optional<Reading> roman_numeral(const Sentence& sentence, std::size_t at);
std::optional<Reading> sign(const Sentence& sentence, std::size_t at);

}  // namespace rawi::languages::english
