#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "languages/cldr/sentence.h"
#include "wording/semiotic/values.h"

namespace rawi::languages::cldr {

/// The reading that starts at piece `at`, if it is of the class that the function is named after
/// and ICU has words for it.
using Recognizer = std::optional<Reading> (*)(const Sentence& sentence, std::size_t at);

/// "3.10.2020", "3/10/2020", "2020-10-03". ("3. Oktober 2020" is an ordinal, a word and a number.)
std::optional<Reading> date(const Sentence& sentence, std::size_t at);
std::optional<Reading> money_before_number(const Sentence& sentence, std::size_t at);  ///< "$ 5"
std::optional<Reading> money(const Sentence& sentence, std::size_t at);                ///< "5 EUR"
std::optional<Reading> measure(const Sentence& sentence, std::size_t at);
/// "1er", "3." before a word, "1" with an ordinal sign.
std::optional<Reading> ordinal(const Sentence& sentence, std::size_t at);
std::optional<Reading> negative_number(const Sentence& sentence, std::size_t at);
/// The reading of a number of any class; never empty at a number.
std::optional<Reading> number(const Sentence& sentence, std::size_t at);
/// A sign of the language's symbols.tsv.
std::optional<Reading> sign(const Sentence& sentence, std::size_t at);

/// Digits one by one, or unchanged if only the engine knows how to say them.
std::string words_of(const Sentence& sentence, const semiotic::Digits& value);

/// The reading of a value that markup requests, which ends before piece `end`. The format of an
/// ordinal may name a rule of ICU ("feminine"). Nothing if ICU has no words for the value.
std::optional<Reading> requested_reading(const Sentence& sentence, std::size_t end,
                                         const semiotic::Value& value, std::string_view format);

}  // namespace rawi::languages::cldr
