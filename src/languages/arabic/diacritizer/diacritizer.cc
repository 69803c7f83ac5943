// Adds vowel marks to the words of a sentence.
#include "languages/arabic/diacritizer/diacritizer.h"

#include <algorithm>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/diacritizer/decoding.h"
#include "languages/arabic/diacritizer/exponential.h"

namespace rawi::languages::arabic::diacritizer {

namespace {

// The symbols and classes of scripts/training/encoding.py.
constexpr std::uint8_t space = 1, comma = 2, stop = 3, first_letter = 7;
constexpr std::size_t longest_word = 64;  // letters; also the limit of the engine
constexpr std::size_t longest = 384;      // symbols; the network was trained on 192

std::uint8_t symbol_of(char32_t c) {
    constexpr char32_t first = alphabet::hamza, second = alphabet::fa;
    constexpr std::uint8_t behind_gap = 26;
    return static_cast<std::uint8_t>(c < second ? first_letter + (c - first)
                                                : first_letter + behind_gap + (c - second));
}

using alphabet::Letter;

/// The hint for the written marks of a letter; 0 if there is none.
std::uint8_t hint_of(const alphabet::Letter& letter, bool complete) {
    const auto vowel = static_cast<std::uint8_t>(
        std::find(vowel_of.begin(), vowel_of.end(), letter.vowel) - vowel_of.begin());
    const bool marked = letter.doubled || letter.vowel != 0;
    if (!marked) return complete ? 1 : 0;
    const bool with_sukun = letter.doubled && letter.vowel == alphabet::sukun;  // not a class
    if (with_sukun) return 1 + shadda_alone;
    return static_cast<std::uint8_t>(1 + vowel + (letter.doubled ? shadda_alone : 0));
}

/// Whether a candidate agrees with the written marks; no mark and sukun count as the same.
bool has_marks_of(const Candidate& candidate, const Letter* letters) {
    for (std::size_t i = 0; i < candidate.classes.size(); ++i) {
        const char32_t vowel = letters[i].vowel == alphabet::sukun ? 0 : letters[i].vowel;
        const char32_t seen = vowel_of[candidate.classes[i] % shadda_alone];
        const bool open = letters[i].vowel == 0 || seen == 0;
        const bool closed = seen == alphabet::sukun && vowel == 0;
        if (!(open || closed || vowel == seen)) return false;
        if (letters[i].doubled && candidate.classes[i] < shadda_alone) return false;
    }
    return true;
}

/// Whether a word ends in one of `readings`. Their first letter may have a shadda from the article.
bool ends_in_one_of(const Candidate& word, const std::vector<Candidate>& readings) {
    return std::any_of(readings.begin(), readings.end(), [&](const Candidate& reading) {
        const std::size_t size = reading.classes.size();
        if (size == 0 || size > word.classes.size()) return false;
        const std::uint8_t* const rest = word.classes.data() + word.classes.size() - size;
        return rest[0] % shadda_alone == reading.classes[0] % shadda_alone &&
               std::equal(reading.classes.begin() + 1, reading.classes.end(), rest + 1);
    });
}

}  // namespace

Result<Diacritizer> Diacritizer::load(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "vowels.weights";
    RAWI_TRY(Network network, Network::load(file));
    constexpr std::size_t symbols = 43;
    if (network.classes() != classes || network.symbols() != symbols ||
        network.hints() != classes + 1) {
        return fail(Error::Kind::input,
                    file.string() + ": these weights are for a different set of symbols or marks");
    }
    RAWI_TRY(DiacriticLexicon lexicon, DiacriticLexicon::load(folder / "vowels.lexicon"));
    return Diacritizer(std::move(network), std::move(lexicon));
}

std::vector<DiacritizedWord> Diacritizer::vowel(const std::vector<BareWord>& words) const {
    std::vector<DiacritizedWord> all;
    all.reserve(words.size());
    std::size_t begin = 0;
    std::size_t size = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t next = std::min(utf8::length(words[i].text), longest_word) + 2;
        if (size + next > longest && i > begin) {
            std::vector<DiacritizedWord> some = vowel_some(words.data() + begin, i - begin);
            std::move(some.begin(), some.end(), std::back_inserter(all));
            begin = i;
            size = 0;
        }
        size += next;
    }
    if (begin < words.size()) {
        std::vector<DiacritizedWord> some = vowel_some(words.data() + begin, words.size() - begin);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

bool Diacritizer::contradicts(std::string_view marked, std::size_t begin) const {
    const std::vector<alphabet::Letter> letters = alphabet::letters_of(marked);
    std::string symbols;
    for (const alphabet::Letter& letter : letters)
        symbols += static_cast<char>(symbol_of(letter.code));
    const Known rest = lexicon_.find(symbols.substr(begin));
    for (std::size_t from = 0; from < begin; ++from) {
        const Known whole = lexicon_.find(symbols.substr(from));
        if (whole.candidates.empty() || whole.stem) continue;
        constexpr float some = 0.2F;
        float agreeing = 0;
        float all = 0;
        for (const Candidate& candidate : whole.candidates) {
            const float weight = exponential(candidate.weight);
            all += weight;
            const bool agrees = has_marks_of(candidate, letters.data() + from) ||
                                (!rest.stem && ends_in_one_of(candidate, rest.candidates));
            if (agrees) agreeing += weight;
        }
        if (agreeing < some * all) return true;
    }
    return false;
}

std::vector<DiacritizedWord> Diacritizer::vowel_some(const BareWord* words,
                                                     std::size_t count) const {
    std::vector<std::uint8_t> symbols = {space};
    std::vector<std::uint8_t> hints = {0};
    const auto add = [&](std::uint8_t symbol, std::uint8_t hint) {
        symbols.push_back(symbol);
        hints.push_back(hint);
    };
    std::vector<std::vector<alphabet::Letter>> letters(count);
    std::vector<std::size_t> begins(count);  // the first symbol of each word
    for (std::size_t i = 0; i < count; ++i) {
        letters[i] = alphabet::letters_of(words[i].text);
        begins[i] = symbols.size();
        if (letters[i].size() <= longest_word) {
            for (std::size_t at = 0; at < letters[i].size(); ++at) {
                const bool complete =
                    words[i].complete || is_long_vowel(letters[i], at, words[i].known_from);
                add(symbol_of(letters[i][at].code), hint_of(letters[i][at], complete));
            }
        }
        if (words[i].then == BareWord::Then::comma) add(comma, 0);
        if (words[i].then == BareWord::Then::stop) add(stop, 0);
        if (symbols.back() != space) add(space, 0);
    }
    const std::vector<float> scores = network_.scores(symbols, hints);
    std::vector<DiacritizedWord> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (!words[i].complete && letters[i].size() <= longest_word) {
            const std::string_view spelling(
                reinterpret_cast<const char*>(symbols.data()) + begins[i], letters[i].size());
            const Certainty sure = decide(letters[i], spelling, words[i].known_from,
                                          scores.data() + begins[i] * classes, lexicon_);
            result[i].certainty = sure.core;
            result[i].ending = sure.ending;
        }
        result[i].text = alphabet::spelled(letters[i]);
    }
    return result;
}

}  // namespace rawi::languages::arabic::diacritizer
