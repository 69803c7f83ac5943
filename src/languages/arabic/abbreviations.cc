// Abbreviations in Arabic letters, from short_forms.tsv.
#include "languages/arabic/abbreviations.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/readings.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

using Kind = Piece::Kind;

constexpr std::size_t most_letters = 5;  // of an abbreviation

/// The letters of an abbreviation, without vowel marks and with a bare alif for any alif with
/// hamza.
std::string letters_of(const Piece& piece) {
    std::string result;
    const std::string word = strip_diacritics(piece.text);
    for (std::size_t at = 0; at < word.size();) {
        const utf8::Decoded next = utf8::decode(word, at);
        at += next.size;
        const bool is_alif = next.code == alphabet::alif_madda ||
                             next.code == alphabet::alif_hamza_above ||
                             next.code == alphabet::alif_hamza_below;
        if (is_alif) {
            result += written::alif;
        } else {
            utf8::append(result, next.code);
        }
    }
    return result;
}

bool in_brackets(const Sentence& s, std::size_t at, std::size_t end) {
    std::size_t before = at;
    while (before > 0 && s.is(before - 1, Kind::space))
        --before;
    if (before == 0) return s.ends_at(end);
    const std::size_t mark = before - 1;
    const bool opened =
        s.is_sign(mark, "(") || s.is_sign(mark, "[") || s.is_sign(mark, "/") || s.is_dash(mark);
    const std::size_t next = s.skip_spaces(end);
    return opened && (next >= s.size() || !s.is(next, Kind::word));
}

/// The context of the letters in pieces [at, end), as the keys of short_forms.tsv name it.
std::string_view place_of_form(const Sentence& s, std::size_t at, std::size_t end, bool apart,
                               bool stopped) {
    const std::size_t next = s.skip_spaces(end);
    if (s.is(next, Kind::number) && s.prefix(next).said().empty()) return "number";
    const bool title = stopped || (apart && s.is_sign(at + 1, "."));
    if (title && s.is(next, Kind::word) && s.at(next).text.size() > 2) return "name";
    if (at > 0 && s.is_sign(at - 1, "(") && s.is_sign(end, ")") &&
        s.tables.short_forms.has(fmt::format("{} round", letters_of(s.at(at))))) {
        return "round";
    }
    if (in_brackets(s, at, end)) return "brackets";
    return apart ? "spaced" : "";
}

/// Letters that may be an abbreviation: one word, or single letters with full stops or spaces
/// between.
struct Letters {
    std::string text;
    std::size_t end = 0;
    bool apart = false, stopped = false;
};

/// All candidates from piece `at` on, the longest first.
std::vector<Letters> letters_at(const Sentence& s, std::size_t at) {
    std::vector<Letters> found;
    Letters letters;
    for (std::size_t i = at; s.is(i, Kind::word);) {
        const std::string piece = letters_of(s.at(i));
        const std::size_t size = utf8::length(piece);
        if (size == 0 || size > most_letters || (size > 1 && i > at)) break;
        letters.text += piece;
        letters.apart = letters.apart || i > at;
        letters.stopped = s.is_sign(i + 1, ".") || (size <= 2 && s.is_sign(i + 1, "/"));
        letters.end = i + (letters.stopped ? 2 : 1);
        found.push_back(letters);
        if (size > 1) break;
        i = s.skip_spaces(letters.end);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

}  // namespace

Named short_form_at(const Sentence& s, std::size_t at, std::string_view where) {
    const std::vector<Letters> found =
        s.is(at, Kind::word) ? letters_at(s, at) : std::vector<Letters>();
    for (const Letters& letters : found) {
        const bool word = letters.text.size() > 2;
        if (where == "spaced" && !letters.apart) continue;
        std::string key = fmt::format("{} {}", letters.text, where);
        if (!s.tables.short_forms.has(key)) continue;
        // A full stop after a single letter at the end belongs to the sentence.
        const bool own = letters.stopped && (letters.apart || !s.ends_at(letters.end - 1)) && !word;
        const bool without = letters.stopped && !own && !letters.apart;
        return {.key = std::move(key), .end = without ? letters.end - 1 : letters.end};
    }
    return {};
}

namespace {

/// The words of an abbreviation in the case that its place requires, without a first word that is
/// already written before it ("the agency AFP").
std::string form_words(const Sentence& s, std::size_t at, const std::string& key) {
    const ShortFormRow& row = s.tables.short_forms.at(key);
    std::string said = s.house.agencies == Style::Agencies::full    ? row.full
                       : s.house.agencies == Style::Agencies::brief ? row.brief
                                                                    : row.said;
    if (said.empty()) said = row.said;
    if (s.case_at(at) == Case::genitive && said.ends_with(written::damma)) {
        said.replace(said.size() - written::damma.size(), written::damma.size(), written::kasra);
    }
    const std::size_t first_end = said.find(' ');
    const std::string first = strip_diacritics(std::string_view(said).substr(0, first_end));
    if (first_end != std::string::npos && s.word_before(at).ends_with(first)) {
        said.erase(0, first_end + 1);
    }
    return said;
}

/// The feminine of a title: inserts the feminine ending before the final vowel of each word.
std::string in_feminine(std::string_view words) {
    constexpr std::string_view feminine = "\u064E\u0629";
    std::string result;
    for (const char c : std::string(words) + ' ') {
        const bool ends = c == ' ' && result.size() > written::damma.size();
        if (ends) result.insert(result.size() - written::damma.size(), feminine);
        result += c;
    }
    result.pop_back();
    return result;
}

}  // namespace

std::optional<Reading> short_form(const Sentence& s, std::size_t at) {
    constexpr std::size_t most_bytes = 4 * most_letters;
    if (!s.is(at, Kind::word) || s.at(at).text.size() > most_bytes) return {};
    for (const Letters& letters : letters_at(s, at)) {
        const std::string_view place =
            place_of_form(s, at, letters.end, letters.apart, letters.stopped);
        for (const std::string_view where :
             {place, std::string_view("any"), std::string_view("spaced")}) {
            const std::string key = fmt::format("{} {}", letters.text, where);
            const bool fits = where != "spaced" || letters.apart;
            if (!fits || !s.tables.short_forms.has(key)) continue;
            std::string said = form_words(s, at, key);
            const std::string name = s.word_at(letters.end);
            if (where == "name" && s.tables.titles.at(name).choice == Gender::feminine)
                said = in_feminine(said);
            return reading_of(letters.end, std::move(said), SemioticClass::abbreviation,
                              s.tables.short_forms.place_of(key));
        }
    }
    return {};
}

}  // namespace rawi::languages::arabic
