// Readings of values that markup requests.
#include "languages/english/verbalizers.h"

#include <utility>
#include <variant>

namespace rawi::languages::english {

namespace {

/// One reading for each class that markup can ask for.
struct Requested {
    const Sentence& s;

    Reading operator()(const semiotic::Telephone& number) const {
        Reading reading;
        reading.parts = words_of(s, number);
        return reading;
    }
    template <class Value>
    Reading operator()(const Value& value) const {
        if constexpr (requires { words_of(s, value); }) {
            return reading_of(0, words_of(s, value), SemioticClass::word, {});
        } else {
            return {};  // what markup cannot ask for
        }
    }
};

}  // namespace

std::optional<Reading> requested_reading(const Sentence& s, std::size_t end,
                                         const semiotic::Value& value) {
    return semiotic::requested(std::visit(Requested{s}, value), end, value);
}

}  // namespace rawi::languages::english
