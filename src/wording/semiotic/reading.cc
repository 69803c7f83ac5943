// What a stretch of a sentence is, and what is said for it.
#include "wording/semiotic/reading.h"

#include <utility>

namespace rawi::wording::semiotic {

Reading reading_of(std::size_t end, std::string words, SemioticClass semiotic_class,
                   std::string rule, std::string why) {
    Reading result;
    result.end = end;
    if (!words.empty()) result.parts.push_back(SpokenPart{.words = std::move(words)});
    result.semiotic_class = semiotic_class;
    result.rule = std::move(rule);
    result.why = std::move(why);
    return result;
}

Reading reading_of(std::size_t end, std::string words, Value value, std::string rule,
                   std::string why) {
    Reading result =
        reading_of(end, std::move(words), class_of(value), std::move(rule), std::move(why));
    result.value = std::move(value);
    return result;
}

Reading unspoken_reading(std::size_t end, SemioticClass semiotic_class, SkipReason reason) {
    Reading result;
    result.end = end;
    result.semiotic_class = semiotic_class;
    result.unspoken = reason;
    return result;
}

}  // namespace rawi::wording::semiotic
