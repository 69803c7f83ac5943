#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "languages/arabic/sentence.h"
#include "wording/semiotic/values.h"

namespace rawi::languages::arabic {

/// Words, and the grammatical case that they are in.
struct Inflected {
    std::string words;  ///< empty if Arabic has no form for the value
    std::optional<Case> in{};
};

// What is said for a value in place of pieces [at, end), whether it was recognized in the text or
// markup requests it. Case, gender and state follow from the pieces around it. Clitics attached to
// a number are not included.

// dates.cc
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Date& value);
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Year& value);
// times.cc
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Time& value);
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Duration& value);
// quantities.cc
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Score& value);
// ordinals.cc
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Ordinal& value);
// addresses.cc: a part for each group
std::vector<Part> words_of(const Sentence& sentence, const semiotic::Telephone& value);
// verbalizers.cc
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Cardinal& value);
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Decimal& value);
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Fraction& value);
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Digits& value);
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Money& value);
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Measure& value);
/// Each letter, digit and sign by its name.
Inflected words_of(const Sentence& sentence, std::size_t at, std::size_t end,
                   const semiotic::Letters& value);

/// The reading of a value that markup requests in place of pieces [at, end), with the clitics
/// before it. The format of an ordinal may name its gender and case ("feminine genitive"). Nothing
/// if Arabic has no form for the value.
std::optional<Reading> requested_reading(const Sentence& sentence, std::size_t at, std::size_t end,
                                         const semiotic::Value& value, std::string_view format);

}  // namespace rawi::languages::arabic
