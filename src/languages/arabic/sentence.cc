// The context of a number and what follows from it.
#include "languages/arabic/sentence.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

}  // namespace

Sentence Sentence::part(std::size_t first, std::size_t at, std::uint32_t end) const {
    Pieces cut;
    for (std::size_t i = first; i < size() && (i < at || pieces[i].source.end <= end); ++i) {
        Piece& piece = cut.all.emplace_back(pieces[i]);
        if (piece.kind != Piece::Kind::number) continue;
        piece.number = static_cast<std::uint32_t>(cut.numbers.size());
        cut.numbers.push_back(number(i));
        cut.prefixes.push_back(prefix(i));
    }
    return {tables, style, house, reasons, text, std::move(cut)};
}

bool Sentence::is_plain(std::size_t i, std::size_t most_digits) const {
    if (!is(i, Piece::Kind::number)) return false;
    const wording::WrittenNumber& figure = number(i);
    return figure.whole() && !figure.grouped && figure.digits.size() <= most_digits;
}

bool Sentence::is_bound(std::size_t i) const {
    return !prefix(i).said().empty() || prefix(i).article;
}

bool Sentence::ends_at(std::size_t i) const {
    for (; i < size(); ++i) {
        const bool closing =
            is(i, Piece::Kind::punctuation) &&
            (semiotic::closes(first_of(i)) || semiotic::ends_sentence(first_of(i)));
        if (!closing && !is(i, Piece::Kind::space)) return false;
    }
    return true;
}

std::vector<std::string> Sentence::words_before(std::size_t i, std::size_t most) const {
    std::vector<std::string> words;
    while (i-- > 0 && words.size() < most) {
        if (pieces[i].kind == Piece::Kind::word) words.push_back(strip_diacritics(pieces[i].text));
    }
    return words;
}

std::string Sentence::word_before(std::size_t i) const {
    const std::size_t found = index_before(i);
    return found == none ? std::string() : strip_diacritics(at(found).text);
}

std::string Sentence::word_at(std::size_t i) const {
    i = skip_spaces(i);
    return is(i, Piece::Kind::word) ? strip_diacritics(pieces[i].text) : std::string();
}

bool Sentence::is_governor(std::string_view word) const {
    const std::optional<Governs> governs = tables.governed_by(word);
    return governs && governs != Governs::noun && governs != Governs::year &&
           governs != Governs::both && !tables.genders.has(word) && !tables.nouns.has(word);
}

std::string Sentence::noun_at(std::size_t i) const {
    std::string word = word_at(i);
    if (word.starts_with(written::article) || word.starts_with(written::lam_article)) return {};
    if (tables.genders.has(word) || nouns.has(word)) return word;
    if (is_governor(word) || tables.particles.has(word)) return {};
    return without_conjunction(word) != word ? std::string() : word;
}

bool Sentence::is_feminine(std::string_view noun) const {
    const auto decided = [&](bool feminine) {
        if (explains()) {
            because(fmt::format("{}: {} ({})", feminine ? "feminine" : "masculine", noun,
                                place_of_gender(noun)));
        }
        return feminine;
    };
    if (const CountedNounRow* const known = tables.genders.find(noun))
        return decided(known->gender == Gender::feminine);
    if (const std::string_view known = tables.noun_of(std::string(noun)); !known.empty())
        return decided(nouns.is_feminine(known));
    if (const std::optional<Gender> known = tables.gender_of_pattern(noun))
        return decided(known == Gender::feminine);
    if (noun.ends_with(written::ta_marbuta)) return decided(true);
    if (!noun.ends_with(written::feminine_plural_ending)) return decided(false);
    // Verbal nouns are masculine although their plural ends in -at.
    const std::string_view stem =
        noun.substr(0, noun.size() - written::feminine_plural_ending.size());
    return decided(!tables.is_verbal_noun(stem));
}

std::string Sentence::place_of_gender(std::string_view noun) const {
    if (tables.genders.has(noun)) return tables.genders.place_of(noun);
    const std::string_view known = tables.noun_of(std::string(noun));
    return known.empty() ? "by its ending" : tables.nouns.place_of(known);
}

void Reasons::add(const std::string& why) {
    if (all_.find(why) != std::string::npos) return;
    if (!all_.empty()) all_ += "; ";
    all_ += why;
}

Agreement Sentence::agreement(std::size_t i, std::size_t noun) const {
    const std::string counted = noun_at(noun);
    return {.feminine = !counted.empty() && is_feminine(counted),
            .in = case_at(i),
            .construct = !counted.empty()};
}

void Sentence::note(SemioticClass semiotic_class, std::size_t end, std::optional<Case> in) {
    last_class_ = semiotic_class;
    last_end_ = end;
    last_case_ = in;
}

Reading number_reading(const Sentence& sentence, std::size_t at, std::size_t end,
                       std::string_view words, SemioticClass semiotic_class, std::string rule,
                       std::optional<Case> in) {
    Reading result = reading_of(end, prefixed(sentence.prefix(at).said(), words), semiotic_class,
                                std::move(rule));
    result.in = in;
    return result;
}

Reading number_reading(const Sentence& sentence, std::size_t at, std::size_t end,
                       std::string_view words, semiotic::Value value, std::string rule,
                       std::optional<Case> in) {
    Reading result =
        number_reading(sentence, at, end, words, semiotic::class_of(value), std::move(rule), in);
    result.value = std::move(value);
    return result;
}

}  // namespace rawi::languages::arabic
