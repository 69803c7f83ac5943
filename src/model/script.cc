// Names of semiotic classes and of reasons for skips.
#include "model/script.h"

#include <array>
#include <cstddef>

namespace rawi {
inline namespace model {

std::string_view name_of(SemioticClass semiotic_class) {
    constexpr std::array<std::string_view, 31> names = {
        "word",         "cardinal",   "ordinal",         "decimal", "fraction",
        "digits",       "characters", "range",           "score",   "date",
        "year",         "time",       "duration",        "money",   "measure",
        "telephone",    "electronic", "address",         "serial",  "letters",
        "abbreviation", "acronym",    "transliteration", "foreign", "symbol",
        "math",         "fixed",      "markup",          "lexicon", "alias",
        "phoneme"};
    static_assert(names.size() == static_cast<std::size_t>(SemioticClass::phoneme) + 1);
    return names[static_cast<std::size_t>(semiotic_class)];
}

std::string_view name_of(SkipReason reason) {
    constexpr std::array<std::string_view, 16> names = {
        "punctuation",
        "invisible characters",
        "an emoji",
        "a sign without a word in symbols.tsv",
        "letters of another script",
        "marks without a letter",
        "an HTML entity",
        "an HTML tag",
        "a web address",
        "an e-mail address",
        "the word for it is written before it",
        "its role",
        "markup: already said with what precedes it",
        "markup: its alias says nothing",
        "this number has too many digits to say them all",
        "no voice reads this script"};
    static_assert(names.size() == static_cast<std::size_t>(SkipReason::no_voice) + 1);
    return names[static_cast<std::size_t>(reason)];
}

std::string_view describe_reason(const Skip& skip) {
    return skip.detail.empty() ? name_of(skip.reason) : std::string_view(skip.detail);
}

}  // namespace model
}  // namespace rawi
