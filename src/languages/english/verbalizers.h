#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "languages/english/sentence.h"
#include "wording/semiotic/values.h"

namespace rawi::languages::english {

// What is said for a value, whether it was recognized in the text or markup requests it. Empty if
// English has no form for it: a date without parts, a unit that is in no table.

// numbers.cc
std::string words_of(const Sentence& sentence, const semiotic::Cardinal& value);
std::string words_of(const Sentence& sentence, const semiotic::Ordinal& value);
std::string words_of(const Sentence& sentence, const semiotic::Decimal& value);
std::string words_of(const Sentence& sentence, const semiotic::Fraction& value);
std::string words_of(const Sentence& sentence, const semiotic::Digits& value);
std::string words_of(const Sentence& sentence, const semiotic::Score& value);
// dates.cc
std::string words_of(const Sentence& sentence, const semiotic::Date& value);
// years.cc
std::string words_of(const Sentence& sentence, const semiotic::Year& value);
// times.cc
std::string words_of(const Sentence& sentence, const semiotic::Time& value);
// money.cc
std::string words_of(const Sentence& sentence, const semiotic::Money& value);
// measures.cc
std::string words_of(const Sentence& sentence, const semiotic::Measure& value);
// telephones.cc: a part for each group
std::vector<semiotic::SpokenPart> words_of(const Sentence& sentence,
                                           const semiotic::Telephone& value);
// abbreviations.cc: each letter, digit and sign by its name
std::string words_of(const Sentence& sentence, const semiotic::Letters& value);

/// The reading of a value that markup requests, which ends before piece `end`. Nothing if English
/// has no form for it.
std::optional<Reading> requested_reading(const Sentence& sentence, std::size_t end,
                                         const semiotic::Value& value);

}  // namespace rawi::languages::english
