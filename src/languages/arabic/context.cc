// Determines what governs a number, which case it has, and why.
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/sentence.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

constexpr std::size_t letter_size = 2;  // in UTF-8

/// The word without "bi", "li" or "ka", if the rest is long enough to be a word.
std::string_view without_preposition(std::string_view word) {
    const bool has = word.starts_with(written::ba) || word.starts_with(written::lam) ||
                     word.starts_with(written::kaf);
    return has && word.size() > 3 * letter_size ? word.substr(letter_size) : word;
}

/// The verb without the future prefix "sa".
std::string_view without_future(std::string_view word) {
    const bool has = word.starts_with("\u0633\u064A") || word.starts_with("\u0633\u062A");
    return has && word.size() > 4 * letter_size ? word.substr(letter_size) : word;
}

std::string_view name_of(Case in) {
    return in == Case::nominative   ? "nominative"
           : in == Case::accusative ? "accusative"
                                    : "genitive";
}

bool is_preposition(std::optional<Governs> governs) {
    return governs == Governs::genitive || governs == Governs::maybe;
}

/// Whether a word looks like a verb: a feminine of the past ("-at" written as a bare ta) or a form
/// of the present ("ya-", "ta-").
bool is_verb_form(const Tables& tables, std::string_view word) {
    constexpr std::size_t shortest = 4 * letter_size;
    if (word.size() < shortest || word.starts_with(written::article) || tables.genders.has(word) ||
        tables.nouns.has(word)) {
        return false;
    }
    if (word.ends_with(written::ta)) return !word.ends_with(written::feminine_plural_ending);
    if (tables.names.has(word) || tables.is_verbal_noun(word)) return false;
    const bool present = word.starts_with(written::ya) || word.starts_with(written::ta);
    return present && !word.ends_with(written::ta_marbuta);
}

}  // namespace

std::string_view without_conjunction(std::string_view word) {
    const bool has = word.starts_with(written::waw) || word.starts_with(written::fa);
    return has && word.size() > 2 * letter_size ? word.substr(letter_size) : word;
}

std::optional<Governs> Sentence::governor_before(std::size_t i, std::string* why) const {
    // Text in brackets is outside the sentence, unless it is only the number.
    if (i > 0 && is_sign(i - 1, "(") && !is_sign(i + 1, ")")) return {};
    const std::string before = word_before(i);
    std::string_view word = before;
    if (word.empty()) return {};
    const auto row_of = [&](std::string_view form) -> const GovernorRow* {
        const GovernorRow* const row = tables.governors.find(form);
        if (row != nullptr && why != nullptr && explains()) {
            *why =
                fmt::format("{} {} ({})", row->choice == Governs::subject ? "subject of" : "after",
                            before, tables.governors.place_of(form));
        }
        return row;
    };
    if (const auto* const row = row_of(word)) return row->choice;
    if (tables.months.has(word)) return Governs::year;
    word = without_conjunction(word);
    if (const auto* const row = row_of(word)) return row->choice;
    if (const auto* const row = row_of(without_future(word))) return row->choice;
    word = without_preposition(word);
    if (const auto* const row = row_of(word)) return row->choice;
    if (!tables.is_verbal_noun(word)) return {};
    if (why != nullptr && explains()) *why = fmt::format("after the verbal noun {}", before);
    return Governs::genitive;
}

std::optional<Case> Sentence::case_of_others(std::size_t i) const {
    const std::string word = word_at(i + 1);
    if (word == tables.word("others")) return Case::nominative;
    if (word == tables.word("others, oblique")) return Case::genitive;
    return std::nullopt;
}

bool Sentence::is_behind_clitic(std::size_t i) const {
    const bool attached = at(i).given && i > 0 && is(i - 1, Kind::word) && !at(i - 1).given;
    if (!attached) return false;
    const PrefixRow* const row = tables.prefixes.find(strip_diacritics(at(i - 1).text));
    return row != nullptr && !row->preposition.empty();
}

Case Sentence::case_at(std::size_t i) const {
    const auto decided = [&](Case in, std::string_view why) {
        if (explains()) because(fmt::format("{}: {}", name_of(in), why));
        return in;
    };
    if (!prefix(i).preposition.empty())
        return decided(Case::genitive, "a preposition is attached to it");
    if (is_behind_clitic(i)) return decided(Case::genitive, "a preposition is attached to it");
    constexpr std::size_t near = 12;
    const bool joined = !prefix(i).conjunction.empty();
    if (const auto in = joined ? case_of_others(i) : std::nullopt)
        return decided(*in, "like the word after it");
    if (joined && last_case_ && i - last_end_ <= near)
        return decided(*last_case_, "like the number that it is joined to");
    if (joined) return decided(Case::nominative, "nothing governs it");
    return governed_case(i);
}

Case Sentence::governed_case(std::size_t i) const {
    const auto decided = [&](Case in, std::string_view reason) {
        if (explains())
            because(fmt::format("{}{}{}", name_of(in), reason.empty() ? "" : ": ", reason));
        return in;
    };
    std::string why;
    const std::optional<Governs> governor = governor_before(i, &why);
    if (governor == Governs::accusative || governor == Governs::object)
        return decided(Case::accusative, why);
    if (governor == Governs::later || governor == Governs::subject)
        return decided(Case::nominative, why);
    if (governor) return decided(Case::genitive, why);
    if (is_completed(i)) return decided(Case::genitive, "it completes a noun after a preposition");
    if (std::size_t sign = i; i > 0) {  // "1 + 1 = 2"
        while (sign > 0 && is(sign - 1, Kind::space))
            --sign;
        if (sign > 0 && is_sign(sign - 1, "=")) return decided(Case::accusative, "after =");
    }
    const std::string verb = object_of(i);
    if (!verb.empty()) {
        return decided(Case::accusative,
                       explains() ? fmt::format("the object of {}", verb) : std::string());
    }
    return decided(Case::nominative, "nothing governs it");
}

bool Sentence::is_completed(std::size_t i) const {
    const std::string noun = word_before(i);
    if (noun.size() <= 2 * letter_size || noun.starts_with(written::article)) return false;
    const std::vector<std::string> before = words_before(i, 3);
    if (before.empty() || before[0] != noun) return false;
    if (tables.names.has(noun) || tables.particles.has(noun)) return false;
    const std::string_view rest = without_preposition(noun);
    const bool glued = rest != noun && (tables.genders.has(rest) || tables.governors.has(rest) ||
                                        !tables.noun_of(std::string(rest)).empty());
    const bool after_preposition =
        before.size() > 1 && is_preposition(tables.governed_by(before[1]));
    if (!glued && !after_preposition) {  // the object of a verb, completed by the number
        return !noun.ends_with(written::alif) && !is_verb_form(tables, noun) &&
               !object_of(noun_before(i)).empty();
    }
    const std::size_t word_of_verb = after_preposition ? 2 : 1;
    if (before.size() <= word_of_verb) return true;
    // "Killed in Tyre: 12 people": the subject follows.
    const std::string_view verb = without_conjunction(before[word_of_verb]);
    const std::optional<Governs> governs = tables.governed_by(verb);
    return governs != Governs::later && governs != Governs::subject && governs != Governs::both &&
           !is_verb_form(tables, verb);
}

std::size_t Sentence::noun_before(std::size_t i) const {
    while (i > 0 && !is(i - 1, Kind::word))
        --i;
    return i > 0 ? i - 1 : 0;
}

bool Sentence::completes_noun(std::size_t i) const {
    const std::string noun = word_before(i);
    return noun.size() > 2 * letter_size && !noun.starts_with(written::article) &&
           prefix(i).said().empty() && !governor_before(i) && !tables.particles.has(noun) &&
           !is_verb_form(tables, noun);
}

bool Sentence::names_noun(std::size_t i) const {
    const std::size_t after = skip_spaces(i + 1);
    const bool counts =
        !noun_at(i + 1).empty() || is(after, Kind::symbol) || is(after, Kind::latin);
    return word_before(i).starts_with(written::article) && !counts;
}

std::string Sentence::object_of(std::size_t i) const {
    constexpr std::size_t near = 6;
    const bool names_it = names_noun(i);
    std::string following;  // the word after the current one
    bool bare_subject = true;
    std::size_t words = 0;
    while (i-- > 0 && words < near) {
        if (pieces[i].kind == Kind::space) continue;
        if (pieces[i].kind != Kind::word) return {};
        std::string word = strip_diacritics(pieces[i].text);
        const std::string_view verb = without_future(without_conjunction(word));
        const bool known = tables.governors.has(word);
        const std::optional<Governs> governs =
            tables.governed_by(known ? std::string_view(word) : verb);
        ++words;
        if (governs == Governs::object) return word;
        const bool subject_follows = words > 1 && !names_it && !tables.particles.has(following) &&
                                     !is_preposition(tables.governed_by(following));
        if (governs == Governs::later || governs == Governs::both)
            return subject_follows ? word : std::string();
        if (governs == Governs::accusative || governs == Governs::subject) return {};
        const bool definite =
            following.starts_with(written::article) || tables.names.has(following);
        if (!governs && words > 1 && bare_subject && !names_it && definite &&
            is_verb_form(tables, verb))
            return word;
        bare_subject = bare_subject && !is_preposition(governs);
        following = word;
    }
    return {};
}

}  // namespace rawi::languages::arabic
