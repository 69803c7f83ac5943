// Recognizers of Latin words, Roman numerals and signs.
#include "languages/arabic/latin.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/amounts.h"
#include "languages/arabic/readings.h"
#include "wording/semiotic/roman.h"
#include "wording/words.h"
#include "wording/written_number.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

constexpr std::size_t most_letters = 5;  // of an acronym that is spelled out

std::string upper(std::string_view word) {
    std::string result(word);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return result;
}

std::string lower(std::string_view word) {
    std::string result(word);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<signed char>(c) > 0; });
}

/// Letters in canonical decomposition, without combining marks.
std::string without_marks(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const decomposed = icu::Normalizer2::getNFDInstance(status);
    if (decomposed == nullptr) return std::string(word);
    const icu::UnicodeString letters =
        decomposed->normalize(icu::UnicodeString::fromUTF8(std::string(word)), status);
    icu::UnicodeString plain;
    for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const UChar32 c = letters.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) plain.append(c);
    }
    std::string result;
    plain.toUTF8String(result);
    return result;
}

/// Latin letters as ASCII: without diacritics, "oe" for a ligature. ICU's transliterator, which
/// takes tens of milliseconds to load, is asked only for letters that are not composed of an ASCII
/// letter and marks.
std::string without_diacritics(std::string_view word) {
    if (is_ascii(word)) return std::string(word);
    if (std::string plain = without_marks(word); is_ascii(plain)) return plain;
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    static UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> plain(
        icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    if (!plain) return std::string(word);
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(std::string(word));
    plain->transliterate(text);
    std::string result;
    text.toUTF8String(result);
    return result;
}

bool is_consonant(std::string_view arabic) {
    const char32_t c = utf8::decode(arabic, 0).code;
    return c >= alphabet::hamza && c <= alphabet::ya;
}

/// Transcribes a Latin word to Arabic letters, with the longest entry of sounds.tsv at each place.
/// In the table, "^" marks the start and "$" the end of a word. A consonant before another gets a
/// sukun.
std::string sounds_of(const Tables& tables, std::string_view word) {
    const std::string marked = fmt::format("^{}$", lower(word));
    std::string result;
    bool open = false;  // whether the last letter is a consonant without a vowel
    for (std::size_t at = 0; at < marked.size();) {
        constexpr std::size_t longest = 6;
        std::size_t size = std::min(longest, marked.size() - at);
        const SoundRow* row = nullptr;
        for (; size > 0; --size) {
            row = tables.sounds.find(std::string_view(marked).substr(at, size));
            if (row != nullptr) break;
        }
        if (row == nullptr) {
            ++at;
            continue;
        }
        const std::string& sound = row->said;
        if (!sound.empty()) {
            if (open && is_consonant(sound)) result += written::sukun;
            result += sound;
            open = is_consonant(sound) && utf8::length(sound) == 1;
        }
        at += size;
    }
    return result;
}

/// Whether there is no space between piece `at` and the next one.
bool glued(const Sentence& s, std::size_t at) {
    return at + 1 < s.size() && !s.is(at, Kind::space) && !s.is(at + 1, Kind::space);
}

}  // namespace

std::string latin_letters(const Tables& tables, std::string_view word) {
    std::string said;
    for (const char c : upper(without_diacritics(word))) {
        const std::string_view name = tables.letters.at(std::string_view(&c, 1)).said;
        if (name.empty()) continue;
        if (!said.empty()) said += ' ';
        said += name;
    }
    return said;
}

namespace {

/// Where to split a word in camel case; 0 if it is not.
std::size_t camel_cut(std::string_view word) {
    const auto small = [&](std::size_t i) { return word[i] >= 'a' && word[i] <= 'z'; };
    const auto capital = [&](std::size_t i) { return word[i] >= 'A' && word[i] <= 'Z'; };
    for (std::size_t i = 1; i < word.size(); ++i) {
        if (!capital(i)) continue;
        const bool behind_small = small(i - 1) && i > 1;
        const bool before_small = i > 1 && i + 1 < word.size() && capital(i - 1) && small(i + 1);
        if (behind_small || before_small) return i;
    }
    return 0;
}

}  // namespace

std::string latin_words(const Tables& tables, std::string_view word) {
    const std::string plain = without_diacritics(word);
    const std::string capitals = upper(plain);
    if (const std::string_view name = tables.latin.at(capitals).said; !name.empty())
        return std::string(name);
    const bool has_vowel = capitals.find_first_of("AEIOUY") != std::string::npos;
    const bool acronym = plain == capitals && (plain.size() <= most_letters || !has_vowel);
    if (acronym || plain.size() == 1 || !has_vowel) return latin_letters(tables, plain);
    if (const std::size_t cut = camel_cut(plain); cut > 0) {  // "AlJazeera"
        return latin_words(tables, plain.substr(0, cut)) + " " +
               latin_words(tables, plain.substr(cut));
    }
    std::string sounds = sounds_of(tables, plain);
    return sounds.empty() ? latin_letters(tables, plain) : sounds;
}

namespace {

/// The longest name of latin.tsv with several words or signs.
Named name_at(const Sentence& s, std::size_t at) {
    Named found;
    std::string key;
    constexpr std::size_t longest = 9;
    for (std::size_t i = at; i < s.size() && i < at + longest; ++i) {
        if (s.is(i, Kind::word)) break;
        key += s.is(i, Kind::space) ? " " : upper(s.at(i).text);
        if (s.tables.latin.has(key) && !(s.is(i + 1, Kind::latin) && s.is(i, Kind::latin))) {
            found = {.key = key, .end = i + 1};
        }
    }
    return found;
}

}  // namespace

namespace {

/// Latin words that are not in latin.tsv, to be said by the voice of another language.
Reading latin_run(const Sentence& s, std::size_t at) {
    std::string words;
    std::size_t end = at;
    for (std::size_t i = at; s.is(i, Kind::latin) && name_at(s, i).key.empty();
         i = s.skip_spaces(i + 1)) {
        if (!words.empty()) words += ' ';
        words += s.at(i).text;
        end = i + 1;
    }
    Reading result =
        reading_of(end, std::move(words), SemioticClass::foreign, "latin=voice in the house style");
    for (Part& part : result.parts)
        part.language = latin_language;
    return result;
}

}  // namespace

std::optional<Reading> latin_name(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::latin)) return {};
    if (const Named name = name_at(s, at); !name.key.empty()) {
        return reading_of(name.end, s.tables.latin.at(name.key).said, SemioticClass::acronym,
                          s.tables.latin.place_of(name.key));
    }
    std::string letters;
    std::size_t end = at;
    while (s.is(end, Kind::latin) && s.at(end).text.size() == 1 &&
           s.is_sign(end + 1, ".")) {  // "U.S."
        letters += s.at(end).text;
        end += 2;
    }
    if (letters.size() > 1) {
        return reading_of(end, latin_letters(s.tables, letters),
                          semiotic::Value(semiotic::Letters{.letters = std::string(letters)}),
                          "letters.tsv");
    }
    const std::string first = lower(s.at(at).text);
    if ((first == "al" || first == "el") && s.is_dash(at + 1) && s.is(at + 2, Kind::latin)) {
        return reading_of(at + 3, with_article(latin_words(s.tables, s.at(at + 2).text)),
                          SemioticClass::transliteration, "sounds.tsv");
    }
    if (s.house.latin_as_it_is) return latin_run(s, at);
    std::string said = latin_words(s.tables, s.at(at).text);
    if (said.empty()) return {};
    return reading_of(at + 1, std::move(said), SemioticClass::transliteration, "sounds.tsv");
}

std::optional<Reading> latin_behind_prefix(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::word)) return {};
    const bool open = s.at(at).source.of(s.text).ends_with(written::tatweel);
    const std::size_t latin = open ? s.skip_spaces(at + 1) : at + 1;
    if (!s.is(latin, Kind::latin)) return {};
    const auto* const row = s.tables.prefixes.find(strip_diacritics(s.at(at).text));
    if (row == nullptr) return {};
    std::optional<Reading> name = latin_name(s, latin);
    if (!name || name->parts.empty()) return {};
    std::string& words = name->parts.front().words;
    if (!name->parts.front().language.empty()) {  // the prefix is still Arabic
        name->parts.front().source = s.span(latin, name->end);
        name->parts.insert(name->parts.begin(),
                           Part{.words = row->conjunction + row->preposition + row->article,
                                .source = s.at(at).source});
        return name;
    }
    if (!row->article.empty()) words = with_article(words);
    words = prefixed(row->conjunction + row->preposition, words);
    return name;
}

namespace {

/// "5G"
std::optional<Reading> figures_and_letters(const Sentence& s, std::size_t at) {
    if (!s.number(at).whole() || s.prefix(at).article) return {};
    const std::string said = s.numerals.cardinal(s.number(at).value, {}) + " " +
                             latin_words(s.tables, s.at(at + 1).text);
    return reading_of(at + 2, prefixed(s.prefix(at).said(), said), SemioticClass::serial,
                      "digits and letters");
}

}  // namespace

std::optional<Reading> designation(const Sentence& s, std::size_t at) {
    if (s.is(at, Kind::number) && s.is(at + 1, Kind::latin) && glued(s, at))
        return figures_and_letters(s, at);
    const bool latin = s.is(at, Kind::latin);
    if (!latin && !s.is(at, Kind::word)) return {};
    const auto* const glued_on =
        latin ? nullptr : s.tables.prefixes.find(strip_diacritics(s.at(at).text));
    if (glued_on != nullptr && !glued_on->conjunction.empty()) return {};  // "and -5"
    const std::size_t number = latin && s.is(at + 1, Kind::number) ? at + 1 : at + 2;
    if (number == at + 2 && !s.is_dash(at + 1)) return {};
    constexpr std::size_t most_digits = 4;
    const bool fits = s.is(number, Kind::number) && s.number(number).whole() &&
                      s.number(number).digits.size() <= most_digits &&
                      s.prefix(number).said().empty();
    const bool range = s.is_dash(number + 1) && s.is(number + 2, Kind::number);
    const bool counts = s.is_sign(number + 1, "%") || s.is_sign(number + 1, "/");
    if (!fits || range || counts) return {};
    Reading result;
    result.end = number + 1;
    result.semiotic_class = SemioticClass::serial;
    result.rule = "letters and digits";
    const Named name = latin ? name_at(s, at) : Named();
    const bool named = !name.key.empty() && name.end == number + 1;
    if (named) {
        result.parts = {Part{.words = s.tables.latin.at(name.key).said, .source = {}}};
        return result;
    }
    std::string said =
        latin ? latin_words(s.tables, s.at(at).text) : keep_arabic_letters(s.at(at).text);
    if (said.empty()) return {};
    const wording::WrittenNumber& figure = s.number(number);
    result.parts.push_back(Part{.words = std::move(said), .source = s.at(at).source});
    result.parts.push_back(
        Part{.words = plain_number(s, figure, {}), .source = s.at(number).source});
    if (s.is(number + 1, Kind::latin) && glued(s, number)) {  // "MiG-29K"
        result.parts.push_back(Part{.words = latin_words(s.tables, s.at(number + 1).text),
                                    .source = s.at(number + 1).source});
        result.end = number + 2;
    }
    return result;
}

std::optional<Reading> roman_numeral(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::latin) && !s.is(at, Kind::symbol)) return {};
    const std::string letters = wording::normalize_word(s.at(at).text);
    constexpr int most = 39;  // other letters are abbreviations
    const int found = letters == "X" && s.is(at, Kind::latin) ? 0 : semiotic::roman_value(letters);
    const auto value = static_cast<std::uint64_t>(found > most ? 0 : found);
    const std::string before = s.word_before(at);
    if (value == 0 || s.is(at + 1, Kind::number)) return {};
    if (before.empty() && s.is(at, Kind::symbol)) {
        return reading_of(at + 1, s.numerals.cardinal(value, {}),
                          semiotic::Value(semiotic::Cardinal{.digits = fmt::format("{}", value)}),
                          "a Roman numeral");
    }
    if (before.empty()) return {};
    const Case in = s.governed_case(at);
    const bool definite = before.starts_with(written::article);
    std::string_view noun = before;
    if (definite) noun.remove_prefix(2 * written::alif.size());
    const GenderRow* const title = s.tables.titles.find(before);
    const bool feminine =
        title == nullptr ? s.is_feminine(noun) : title->choice == Gender::feminine;
    return reading_of(at + 1, s.numerals.ordinal(value, feminine, in),
                      semiotic::Value(semiotic::Ordinal{.digits = fmt::format("{}", value)}),
                      "a Roman numeral after a name");
}

std::optional<Reading> sign(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::symbol) && !s.is(at, Kind::punctuation)) return {};
    const std::string_view said = s.tables.symbols.at(s.at(at).text).said;
    if (said.empty()) return {};
    const bool plus = s.is_sign(at, "+");
    const bool behind_name = at > 0 && (s.is(at - 1, Kind::word) || s.is(at - 1, Kind::latin));
    if (plus && behind_name && !s.is(at + 1, Kind::number)) {  // "OPEC+"
        return reading_of(at + 1, std::string(s.tables.word("plus of a name")),
                          SemioticClass::symbol, "words.tsv: plus of a name");
    }
    if (plus && !s.is(s.skip_spaces(at + 1), Kind::number)) return {};
    return reading_of(at + 1, std::string(said), SemioticClass::symbol,
                      s.tables.symbols.place_of(s.at(at).text));
}

}  // namespace rawi::languages::arabic
