// Adds vowels and pronunciations to the words of a sentence.
#include "languages/arabic/diacritize.h"

#include <algorithm>

#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/g2p.h"
#include "languages/arabic/name_lexicon.h"
#include "languages/arabic/pieces.h"
#include "wording/options.h"

namespace rawi::languages::arabic {

namespace {

/// Case endings with a lower certainty are dropped, as newsreaders do, rather than said wrongly.
constexpr float sure_enough = 0.65F;

diacritizer::BareWord::Then then_of(const Word& word, bool last) {
    if (word.after == Boundary::comma) return diacritizer::BareWord::Then::comma;
    const bool ends = last || word.after != Boundary::none;
    return ends ? diacritizer::BareWord::Then::stop : diacritizer::BareWord::Then::space;
}

/// Whether the verbalizer made the word, with all its vowels. Marks of the user are only hints.
bool is_complete(const Word& word) {
    if (word.semiotic_class == SemioticClass::lexicon ||
        word.semiotic_class == SemioticClass::alias ||
        word.semiotic_class == SemioticClass::phoneme)
        return !word.vowelled.empty();
    return word.semiotic_class != SemioticClass::word &&
           strip_diacritics(word.spoken) != word.spoken;
}

/// Whether a word without its ending would need a helping vowel before the next one: it ends in a
/// consonant, and the next one starts with a hamzat al-wasl, a bare alif.
bool needs_vowel(std::string_view vowelled, std::string_view next) {
    const std::vector<alphabet::Letter> letters = alphabet::letters_of(vowelled);
    const std::vector<alphabet::Letter> after = alphabet::letters_of(next);
    return !letters.empty() && letters.back().code != alphabet::ta_marbuta && !after.empty() &&
           after.front().code == alphabet::alif;
}

/// The word without its case ending. Keeps tanwin-fath, because its alif is written.
std::string without_ending(std::string_view vowelled) {
    std::vector<alphabet::Letter> letters = alphabet::letters_of(vowelled);
    if (!letters.empty()) letters.back().vowel = 0;
    return alphabet::spelled(letters);
}

}  // namespace

void voice(const Tables& tables, const diacritizer::Diacritizer& vowels, wording::Endings endings,
           std::vector<Word>& words) {
    std::vector<diacritizer::BareWord> bare_words;
    const std::vector<PartlyDiacritized> texts = apply_name_lexicon(tables.names, vowels, words);
    bare_words.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        bare_words.push_back(
            {.text = words[i].language.empty() ? texts[i].text : std::string_view(),
             .complete = is_complete(words[i]),
             .known_from = texts[i].known_from,
             .then = then_of(words[i], i + 1 == words.size())});
    }
    const std::vector<diacritizer::DiacritizedWord> found = vowels.vowel(bare_words);
    std::vector<SpokenForm> forms;
    forms.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].language.empty()) {  // said by the voice of another language
            forms.push_back({.text = {}, .pause = true, .without_ending = false});
            continue;
        }
        // Even a doubtful ending is right more often than a helping vowel.
        const bool joined = words[i].after == Boundary::none && i + 1 < words.size() &&
                            words[i + 1].language.empty() &&
                            needs_vowel(found[i].text, found[i + 1].text);
        const bool doubtful =
            endings == wording::Endings::confident && found[i].ending < sure_enough && !joined;
        const bool dropped = endings == wording::Endings::pausal || doubtful;
        words[i].vowelled = found[i].text;
        if (dropped) words[i].pause_form = without_ending(found[i].text);
        words[i].certainty = std::min(found[i].certainty, found[i].ending);
        forms.push_back({.text = found[i].text,
                         .pause = words[i].after != Boundary::none,
                         .without_ending = dropped});
    }
    std::vector<std::string> ipa = pronounce(tables.spellings, forms);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].pronunciation.empty()) words[i].pronunciation = std::move(ipa[i]);
    }
}

}  // namespace rawi::languages::arabic
