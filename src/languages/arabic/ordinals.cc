// Recognizers of ordinals and of definite numbers.
#include <array>
#include <string>

#include <fmt/format.h>

#include "languages/arabic/abbreviations.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/amounts.h"
#include "languages/arabic/readings.h"
#include "languages/arabic/verbalizers.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

/// The noun before a definite number.
enum class NounBefore : std::uint8_t { nothing, one_thing, many_things };
struct Noun {
    NounBefore kind = NounBefore::nothing;
    bool feminine = false;
};

/// A noun without its possessive pronoun ("his children"); empty if it has none.
std::string without_owner(std::string_view word) {
    constexpr std::array<std::string_view, 6> owners = {"\u0647\u0645\u0627", "\u0647\u0645",
                                                        "\u0647\u0646",       "\u0647\u0627",
                                                        "\u0646\u0627",       "\u0647"};
    constexpr std::size_t shortest = 6;
    for (const std::string_view owner : owners) {
        if (word.ends_with(owner) && word.size() >= owner.size() + shortest)
            return std::string(word.substr(0, word.size() - owner.size()));
    }
    return {};
}

/// A bare word without the article; empty if it has none.
std::string_view without_article(std::string_view word) {
    const std::size_t at = word.find(written::article);
    const bool glued = at <= written::article.size();
    if (glued) return word.substr(at + written::article.size());
    if (word.starts_with(written::lam_article)) return word.substr(written::lam_article.size());
    return {};
}

Noun noun_behind(const Sentence& s, std::size_t at) {
    const std::string before = s.word_before(at);
    if (const std::string owned = without_owner(before);
        !owned.empty() && s.tables.is_plural(owned)) {
        return {NounBefore::many_things, s.is_feminine(owned)};
    }
    if (const std::string owned = without_owner(before);
        !owned.empty() && !s.tables.particles.has(before) && !s.tables.governors.has(owned) &&
        !s.tables.governors.has(before)) {
        return {NounBefore::one_thing, owned.ends_with(written::ta) || s.is_feminine(owned)};
    }
    const std::string_view noun = without_article(before);
    if (noun.empty()) return {};
    if (s.tables.is_plural(noun)) return {NounBefore::many_things, s.is_feminine(noun)};
    constexpr std::size_t near = 4;
    for (const std::string& word :
         s.words_before(at, near)) {  // "the states of the union, the six"
        if (word != before && without_article(word).empty() && s.tables.is_plural(word)) {
            return {NounBefore::many_things, s.is_feminine(word)};
        }
    }
    return {NounBefore::one_thing, s.is_feminine(noun)};
}

/// Whether the noun after the number at piece `at` has the form that the number requires. Then it
/// is counted, and the number is not an ordinal ("in the conference 21 states").
bool counts_by_form(const Sentence& s, std::size_t at) {
    const std::string noun = s.noun_at(at + 1);
    if (noun.empty()) return false;
    constexpr std::uint64_t most_few = 10, hundred = 100;
    const std::uint64_t rest = s.number(at).value % hundred;
    const bool few = rest > 2 && rest <= most_few;
    if (s.nouns.has(noun)) return true;
    if (few) return s.tables.is_plural(noun) || s.tables.genders.has(noun);
    constexpr std::string_view nisba = "\u064A\u0627";
    const bool adverb = noun.ends_with(nisba) && !s.tables.genders.has(noun);
    return noun.ends_with(written::ta_marbuta) || (noun.ends_with(written::alif) && !adverb);
}

/// The row of ranked.tsv for a noun, also after "li" and "bi".
const RankedRow* ranked_row(const Sentence& s, const std::string& noun) {
    if (const RankedRow* const row = s.tables.ranked.find(noun)) return row;
    const std::string_view rest = without_article(noun);
    return rest.empty() ? nullptr
                        : s.tables.ranked.find(fmt::format("{}{}", written::article, rest));
}

/// The same for a dual or plural ("the articles 7 and 8").
const RankedRow* ranked_pair(const Sentence& s, std::string_view noun) {
    constexpr std::array<std::string_view, 2> endings = {written::oblique_ending,
                                                         written::dual_ending};
    for (const std::string_view ending : endings) {
        if (!noun.ends_with(ending)) continue;
        std::string one(noun.substr(0, noun.size() - ending.size()));
        if (const RankedRow* const row = ranked_row(s, one)) return row;
        if (!one.ends_with(written::ta)) continue;
        one.replace(one.size() - written::ta.size(), written::ta.size(), written::ta_marbuta);
        if (const RankedRow* const row = ranked_row(s, one)) return row;
    }
    return nullptr;
}

/// The noun whose rank is a number, and whether it is one of several.
struct Rank {
    const RankedRow* row = nullptr;
    bool one_of_several = false;
};

Rank rank_at(const Sentence& s, std::size_t at) {
    const std::string before = s.word_before(at);
    if (const RankedRow* const row = ranked_row(s, before)) return {row, false};
    if (const RankedRow* const row = ranked_pair(s, before)) return {row, true};
    const bool joined = s.last_class() == SemioticClass::ordinal &&
                        !s.prefix(at).conjunction.empty() && s.skip_spaces(s.last_end()) == at;
    const std::vector<std::string> words = s.words_before(at, 1);
    if (!joined || words.empty()) return {};
    const RankedRow* const row = ranked_row(s, words[0]);
    return {row != nullptr ? row : ranked_pair(s, words[0]), true};
}

/// The title or name that makes the number at piece `at` an ordinal ("Elizabeth the second").
const GenderRow* title_before(const Sentence& s, std::size_t at) {
    constexpr std::size_t near = 2;
    for (const std::string& word : s.words_before(at, near)) {
        if (const GenderRow* const title = s.tables.titles.find(word)) return title;
    }
    return nullptr;
}

semiotic::Value value_at(const Sentence& s, std::size_t at) {
    return semiotic::Ordinal{.digits = s.number(at).digits};
}

}  // namespace

Inflected words_of(const Sentence& s, std::size_t at, std::size_t /*end*/,
                   const semiotic::Ordinal& value) {
    const Rank rank = rank_at(s, at);
    const Noun noun = noun_behind(s, at);
    // "In place 3": it is in the case of its noun; else in that which the word before it governs.
    const bool follows_noun = rank.row != nullptr || noun.kind != NounBefore::nothing;
    const bool feminine =
        rank.row != nullptr ? rank.row->gender == Gender::feminine : noun.feminine;
    const Case in = follows_noun && !s.is_bound(at) ? ranked_case(s, at) : s.case_at(at);
    return {.words = s.numerals.ordinal(number_of(value.digits), feminine, in), .in = in};
}

std::optional<Reading> ranked(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::number) || !s.number(at).whole() || s.number(at).grouped) return {};
    const Rank rank = rank_at(s, at);
    if (rank.row == nullptr) return {};
    const bool article_only =
        rank.row->usage == RankedRow::Usage::article ||
        (rank.row->usage == RankedRow::Usage::governed &&
         s.word_before(at).starts_with(written::article) && !s.governor_before(s.noun_before(at)));
    if (rank.row->usage == RankedRow::Usage::several && s.prefix(at).article) return {};
    if (article_only && !s.prefix(at).article && !rank.one_of_several) return {};
    const std::uint64_t value = s.number(at).value;
    constexpr std::uint64_t most = 99;
    if (value == 0 || (value > most && !s.prefix(at).article)) return {};
    if (!s.prefix(at).article && counts_by_form(s, at)) return {};
    const Case in = ranked_case(s, at);
    std::string said = s.numerals.ordinal(value, rank.row->gender == Gender::feminine, in);
    std::size_t end = at + 1;
    if (const Named era = short_form_at(s, s.skip_spaces(end), "year"); !era.key.empty()) {
        said +=
            fmt::format(" {}", s.tables.short_forms.at(era.key).said);  // "in the 7th century AH"
        end = era.end;
    }
    return number_reading(s, at, end, said, value_at(s, at), "ranked.tsv", in);
}

std::optional<Reading> definite_number(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::number) || !s.prefix(at).article || !s.number(at).whole()) return {};
    const std::uint64_t value = s.number(at).value;
    const bool counts = !s.noun_at(at + 1).empty();
    const std::size_t of = s.skip_spaces(at + 1);
    const bool of_age = (s.word_at(of) == strip_diacritics(s.tables.word("of")) &&
                         s.word_at(of + 1).starts_with(s.tables.word("age"))) ||
                        (!counts && (s.word_before(at) == s.tables.word("years of age") ||
                                     s.word_before(at) == s.tables.word("under the age")));
    const GenderRow* const title = counts ? nullptr : title_before(s, at);
    if (of_age || title != nullptr) {  // "in the eighty-fourth of her age"
        const Case in = of_age ? s.case_at(at) : ranked_case(s, at);
        const bool feminine = of_age || title->choice == Gender::feminine;
        return number_reading(s, at, at + 1, s.numerals.ordinal(value, feminine, in),
                              value_at(s, at), of_age ? "a year of age" : "titles.tsv", in);
    }
    const Noun noun = noun_behind(s, at);
    if (noun.kind == NounBefore::one_thing && !counts) {
        const Case in = ranked_case(s, at);
        return number_reading(s, at, at + 1, s.numerals.ordinal(value, noun.feminine, in),
                              value_at(s, at), "after a definite noun", in);
    }
    Agreement agreement = s.agreement(at, at + 1);
    if (noun.kind == NounBefore::many_things && !counts) {
        agreement = {.feminine = noun.feminine, .in = ranked_case(s, at), .construct = false};
    } else if (s.completes_noun(at)) {  // "the group of the twenty"
        agreement.in = Case::genitive;
        agreement.feminine = agreement.feminine || s.tables.of_states.contains(s.word_before(at));
    }
    return number_reading(s, at, at + 1, s.numerals.definite_cardinal(value, agreement),
                          value_of(s.number(at)), "with the article", agreement.in);
}

}  // namespace rawi::languages::arabic
