#pragma once

#include <cstddef>
#include <optional>

#include "languages/arabic/sentence.h"

namespace rawi::languages::arabic {

/// The reading that starts at piece `at`, if it is of the class that the function is named after.
using Recognizer = std::optional<Reading> (*)(const Sentence& sentence, std::size_t at);

// addresses.cc: web addresses and telephone numbers
std::optional<Reading> entity(const Sentence& sentence, std::size_t at);  ///< "&quot;"
std::optional<Reading> web_address(const Sentence& sentence, std::size_t at);
std::optional<Reading> mail_address(const Sentence& sentence, std::size_t at);
std::optional<Reading> handle_or_hashtag(const Sentence& sentence, std::size_t at);
std::optional<Reading> telephone(const Sentence& sentence, std::size_t at);

// dates.cc
std::optional<Reading> numeric_date(const Sentence& sentence, std::size_t at);
std::optional<Reading> day_and_month(const Sentence& sentence, std::size_t at);
std::optional<Reading> month_alone(const Sentence& sentence, std::size_t at);
std::optional<Reading> year(const Sentence& sentence, std::size_t at);
std::optional<Reading> clock_time(const Sentence& sentence, std::size_t at);

// quantities.cc: numbers and what they count
std::optional<Reading> list_number(const Sentence& sentence, std::size_t at);
std::optional<Reading> score(const Sentence& sentence, std::size_t at);
std::optional<Reading> range(const Sentence& sentence, std::size_t at);
std::optional<Reading> percent(const Sentence& sentence, std::size_t at);
std::optional<Reading> money(const Sentence& sentence, std::size_t at);
std::optional<Reading> measure(const Sentence& sentence, std::size_t at);
std::optional<Reading> fraction(const Sentence& sentence, std::size_t at);
std::optional<Reading> scaled_number(const Sentence& sentence, std::size_t at);
std::optional<Reading> ranked(const Sentence& sentence, std::size_t at);
std::optional<Reading> definite_number(const Sentence& sentence, std::size_t at);
std::optional<Reading> number(const Sentence& sentence, std::size_t at);

// names.cc: abbreviations, Latin letters, signs
std::optional<Reading> designation(const Sentence& sentence, std::size_t at);
std::optional<Reading> short_form(const Sentence& sentence, std::size_t at);
std::optional<Reading> latin_behind_prefix(const Sentence& sentence, std::size_t at);
std::optional<Reading> roman_numeral(const Sentence& sentence, std::size_t at);
std::optional<Reading> latin_name(const Sentence& sentence, std::size_t at);
std::optional<Reading> sign(const Sentence& sentence, std::size_t at);

}  // namespace rawi::languages::arabic
