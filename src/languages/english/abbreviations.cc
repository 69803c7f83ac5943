// Recognizers of abbreviations, initials, acronyms, Roman numerals and signs.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"
#include "wording/semiotic/characters.h"
#include "wording/semiotic/roman.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Whether a new sentence starts at piece `i`: "He", "The".
bool begins_sentence(const Sentence& s, std::size_t i) {
    i = s.skip_spaces(i);
    return s.is(i, Kind::word) && s.at(i).capital && s.at(i).text.size() > 1 &&
           s.tables.function_words.has(s.at(i).low);
}

/// Excludes a full stop at the end of a sentence, which makes the pause.
std::size_t without_last_stop(const Sentence& s, std::size_t end) {
    const bool last = s.is_sign(end - 1, '.') && (s.ends_phrase(end) || begins_sentence(s, end));
    return last ? end - 1 : end;
}

std::string_view possessive_in(std::string_view word) {
    for (const std::string_view ending :
         {std::string_view("'s"), std::string_view("\xE2\x80\x99s")}) {
        if (word.ends_with(ending)) return word.substr(word.size() - ending.size());
    }
    return {};
}

}  // namespace

namespace {

/// What follows an abbreviation.
enum class Before : std::uint8_t { name, figure, other };

Before what_follows(const Sentence& s, std::size_t end, bool stopped) {
    const std::size_t next = s.skip_spaces(end);
    if (s.is(next, Kind::number) || (s.is_sign(next, '#') && s.is(next + 1, Kind::number)))
        return Before::figure;
    const bool name =
        s.is(next, Kind::word) && s.at(next).capital && !(stopped && begins_sentence(s, end));
    return name ? Before::name : Before::other;
}

/// The reading of pieces [at, end), if they are an abbreviation.
std::optional<Reading> abbreviation_of(const Sentence& s, std::size_t at, std::size_t end) {
    constexpr std::size_t longest = 10;
    const std::string_view key = s.written(at, end);
    const auto* const row = key.size() > longest ? nullptr : s.tables.abbreviations.find(key);
    if (row == nullptr) return {};
    const bool stopped = key.ends_with('.');
    const bool open =
        s.is_tight(end) && (s.is(end, Kind::word) || s.is(end, Kind::number) || s.is_dash(end));
    if (open && !stopped && !key.ends_with('/')) return {};
    constexpr std::array<std::string_view, 3> why = {"before a name", "before a number",
                                                     "before neither a name nor a number"};
    const auto before = static_cast<std::size_t>(what_follows(s, end, stopped));
    const std::array<const std::string*, 3> said = {&row->before_name, &row->before_number,
                                                    &row->elsewhere};
    const std::string& words = *said[before];
    if (words.empty()) return {};
    if (row->usage == AbbreviationRow::Usage::alone && s.noun_follows(s.skip_spaces(end) + 1))
        return {};
    return reading_of(stopped ? without_last_stop(s, end) : end, words, SemioticClass::abbreviation,
                      s.tables.abbreviations.place_of(*row), std::string(why[before]));
}

}  // namespace

std::optional<Reading> abbreviation(const Sentence& s, std::size_t at) {
    constexpr std::size_t most = 7;
    std::size_t end = at + 1;
    while (end < s.size() && end < at + most && s.is_tight(end))
        ++end;
    for (; end > at; --end) {
        if (auto reading = abbreviation_of(s, at, end)) return reading;
    }
    return {};
}

std::optional<Reading> initials(const Sentence& s, std::size_t at) {
    const auto initial = [&](std::size_t i) {
        return s.is(i, Kind::word) && s.at(i).capital && s.at(i).text.size() == 1;
    };
    if (!initial(at) || !s.is_sign(at + 1, '.')) return {};
    std::string letters(s.at(at).text);
    std::size_t end = at + 2;
    bool spaced = false;
    constexpr std::size_t most = 8;
    while (letters.size() < most) {
        const std::size_t next = s.over_space(end);
        if (!initial(next) || (next > end && !s.is_sign(next + 1, '.'))) break;
        spaced = spaced || next > end;
        letters += s.at(next).text;
        end = next + 1;
        if (!s.is_sign(end, '.')) break;
        ++end;
    }
    constexpr std::size_t shortest = 2;
    if (letters.size() < shortest || (spaced && letters.size() == shortest)) return {};
    if (s.is_tight(end) && s.is(end, Kind::word)) return {};
    const bool is_word = s.tables.acronyms.at(letters).said == "word";
    const bool owns = s.is_apostrophe(end) && s.is_tight(end + 1) && s.at(end + 1).low == "s";
    semiotic::Letters value{.letters = letters};
    if (owns) letters += s.written(end, end + 2);
    Reading reading = reading_of(owns ? end + 2 : without_last_stop(s, end), std::move(letters),
                                 semiotic::Value(std::move(value)), "capitals with full stops");
    if (is_word) {
        reading.value.reset();
        reading.semiotic_class = SemioticClass::word;
    }
    return reading;
}

namespace {

semiotic::Value letters_of(std::string_view name) {
    return semiotic::Letters{.letters = std::string(name)};
}

}  // namespace

std::optional<Reading> acronym(const Sentence& s, std::size_t at) {
    const std::string_view text = s.at(at).text;
    const std::string_view owner = possessive_in(text);
    const std::string_view name = text.substr(0, text.size() - owner.size());
    if (const auto* const row = s.tables.acronyms.find(name)) {
        const std::string& how = row->said;
        const bool letters = how == "letters";
        const bool plain = letters || how == "word";
        std::string words = (plain ? std::string(name) : how) + std::string(owner);
        if (letters)
            return reading_of(at + 1, std::move(words), letters_of(name),
                              s.tables.acronyms.place_of(*row));
        return reading_of(at + 1, std::move(words),
                          plain ? SemioticClass::word : SemioticClass::acronym,
                          s.tables.acronyms.place_of(*row));
    }
    if (utf8::decode(text, 0).size == text.size() && text.size() > 1) {
        if (const auto* const row = s.tables.symbols.find(text))
            return reading_of(at + 1, row->said, SemioticClass::symbol,
                              s.tables.symbols.place_of(*row));
    }
    const bool capitals = name.size() > 1 && std::all_of(name.begin(), name.end(), is_capital);
    if (!capitals || s.is_all_capitals()) return {};
    const bool vowel = name.find_first_of("AEIOUY") != std::string_view::npos;
    constexpr std::size_t few = 3;
    if ((vowel && name.size() > few) || s.tables.function_words.has(s.at(at).low)) return {};
    return reading_of(
        at + 1, std::string(text), letters_of(name), "capitals",
        vowel ? "spelled out, because it is short" : "spelled out, because it has no vowel");
}

std::optional<Reading> roman_numeral(const Sentence& s, std::size_t at) {
    const std::string_view whole = s.at(at).text;
    if (!s.at(at).capital || at < 2 || !s.is(at - 1, Kind::space) || !s.is(at - 2, Kind::word))
        return {};
    const std::string_view owner = possessive_in(whole);
    const std::string_view text = whole.substr(0, whole.size() - owner.size());
    const int value = semiotic::roman_value(text);
    if (value == 0 || s.is_all_capitals()) return {};
    const Piece& before = s.at(at - 2);
    const RankedRow* const ranked = s.tables.ranked.find(before.low);
    const std::string digits = fmt::format("{}", value);
    const std::string cardinal = s.numerals.bare(digits) + std::string(owner);
    const std::string ordinal = fmt::format("the {}{}", s.numerals.ordinal(digits), owner);
    const std::string why = fmt::format("after \"{}\"", before.text);
    const bool lone_i = text == "I";
    if (ranked != nullptr && ranked->choice == RankForm::cardinal) {
        if (lone_i && !before.capital) return {};
        return reading_of(at + 1, cardinal, semiotic::Value(semiotic::Cardinal{.digits = digits}),
                          s.tables.ranked.place_of(*ranked), why);
    }
    if (!before.capital || before.text.size() < 2) return {};
    const bool closed = s.ends_phrase(at + 1) || s.is_dash(at + 1) || s.word_from(at + 1) == "of";
    if (ranked != nullptr) {
        if (lone_i && !closed) return {};
        return reading_of(at + 1, ordinal, semiotic::Value(semiotic::Ordinal{.digits = digits}),
                          s.tables.ranked.place_of(*ranked), why);
    }
    constexpr std::size_t shortest = 2;
    const bool small =
        text.size() >= shortest && text.find_first_not_of("IVX") == std::string_view::npos;
    const bool team = text == "XI" || text == "XV";  // eleven or fifteen players
    if (!small || team || before.upper) return {};
    return reading_of(at + 1, ordinal, semiotic::Value(semiotic::Ordinal{.digits = digits}),
                      "a Roman numeral after a name", why);
}

std::string words_of(const Sentence& s, const semiotic::Letters& value) {
    return semiotic::spelled_out(value.letters, [&](std::string_view one, std::string_view digit) {
        if (!digit.empty()) return s.numerals.digits(digit);
        if (semiotic::starts_with_letter(one)) return std::string(one);
        return std::string(one == "#" ? s.tables.word("hash") : s.tables.symbols.at(one).said);
    });
}

std::optional<Reading> sign(const Sentence& s, std::size_t at) {
    if (s.is_sign(at, '/') && s.is(at + 1, Kind::symbol) && s.is_tight(at + 1) &&
        !s.is_sign(at + 1, '>'))
        return reading_of(at + 1, std::string(s.tables.word("slash")), SemioticClass::symbol,
                          "a slash before a sign");
    if (s.is_sign(at, '^') && s.is_tight(at) && s.is_tight(at + 1) && s.is(at + 1, Kind::number)) {
        const std::string_view power = s.at(at + 1).text;
        if (power == "2" || power == "3")
            return reading_of(
                at + 2,
                std::string(s.tables.word(power == "2" ? WordKey("squared") : WordKey("cubed"))),
                SemioticClass::math, "a power");
        return reading_of(at + 1, std::string(s.tables.word("power")), SemioticClass::math,
                          "a power");
    }
    // It cannot be in a table, where it starts a comment.
    const bool alone = at == 0 || s.is(at - 1, Kind::space);
    if (s.is_sign(at, '#') && (s.is_tight(at + 1) || !alone))
        return reading_of(at + 1, std::string(s.tables.word("hash")), SemioticClass::symbol,
                          "words.tsv");
    const auto* const row = s.tables.symbols.find(s.at(at).text);
    if (row == nullptr) return {};
    return reading_of(at + 1, row->said, SemioticClass::symbol, s.tables.symbols.place_of(*row));
}

}  // namespace rawi::languages::english
