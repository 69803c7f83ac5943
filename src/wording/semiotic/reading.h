#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/script.h"
#include "wording/semiotic/values.h"

namespace rawi::wording::semiotic {

/// A part of the words that are said for a stretch of a sentence.
struct SpokenPart {
    std::string words;       ///< separated by spaces
    Span source{};           ///< empty: the whole stretch
    std::string language{};  ///< BCP 47; empty: that of the sentence
    bool pause = false;      ///< whether a short pause follows
};

/// How a recognizer reads a stretch of a sentence.
struct Reading {
    std::size_t end = 0;  ///< the piece after it
    std::vector<SpokenPart> parts;
    SemioticClass semiotic_class = SemioticClass::word;
    std::optional<Value> value{};  ///< what was found; its class is `semiotic_class`
    std::string rule;              ///< "table:line" or the name of the rule
    std::string why;               ///< the features that were chosen and what determined them
    SkipReason unspoken = SkipReason::unknown_sign;  ///< why it is skipped, if there are no parts
};

/// A reading with one part, or with none if `words` is empty: then the stretch is skipped.
Reading reading_of(std::size_t end, std::string words, SemioticClass semiotic_class,
                   std::string rule, std::string why = {});

/// The same for a value, which determines the class.
Reading reading_of(std::size_t end, std::string words, Value value, std::string rule,
                   std::string why = {});

/// The reading, up to piece `end`, of a value that markup requested; nothing if it has no words.
template <class Reading>
std::optional<Reading> requested(Reading reading, std::size_t end, const Value& value) {
    if (reading.parts.empty()) return {};
    reading.end = end;
    reading.semiotic_class = class_of(value);
    reading.value = value;
    return reading;
}

/// A reading without parts: the stretch is skipped.
Reading unspoken_reading(std::size_t end, SemioticClass semiotic_class, SkipReason reason);

}  // namespace rawi::wording::semiotic
