// Vowels and pronunciation of a sentence.
#include "wording/arabic/voicing.h"

#include <algorithm>
#include <array>

#include "wording/arabic/letters.h"
#include "wording/arabic/pieces.h"
#include "wording/arabic/pronunciation.h"

namespace rawi::arabic {

namespace {

/// Below this a case ending is left out, as newsreaders leave it out, instead of said wrongly.
constexpr float sure_enough = 0.65F;

vowels::BareWord::Then then_of(const Word& word, bool last) {
    if (word.after == Boundary::comma) return vowels::BareWord::Then::comma;
    const bool ends = last || word.after != Boundary::none;
    return ends ? vowels::BareWord::Then::stop : vowels::BareWord::Then::space;
}

/// Whether the verbalizer made a word, with all its vowels.
bool is_complete(const Word& word) {
    return word.kind != "word" && bare(word.spoken) != word.spoken;
}

/// The word with the vowels of names.tsv, if it is there without marks, behind clitics or the
/// article: hints to the network, which sees to what stands before and to the ending.
std::string with_known_vowels(const Table& names, const std::string& word) {
    const std::string_view letters = word;
    constexpr std::size_t letter_size = 2, most_clitics = 2;
    if (bare(word) != word) return word;
    constexpr std::array<std::string_view, 5> clitics = {"\xD9\x88", "\xD9\x81", "\xD8\xA8",
                                                         "\xD9\x84", "\xD9\x83"};
    constexpr std::array<std::string_view, 2> articles = {"\xD8\xA7\xD9\x84", "\xD9\x84\xD9\x84"};
    for (std::size_t skipped = 0; skipped <= most_clitics * letter_size && skipped < letters.size();
         skipped += letter_size) {
        const std::string_view rest = letters.substr(skipped);
        if (const std::string_view known = names.at(rest); !known.empty()) {
            return std::string(letters.substr(0, skipped)).append(known);
        }
        for (const std::string_view article : articles) {
            if (!rest.starts_with(article)) continue;
            const std::string_view known = names.at(rest.substr(article.size()));
            if (!known.empty())
                return std::string(letters.substr(0, skipped + article.size())).append(known);
        }
        const bool clitic = std::any_of(clitics.begin(), clitics.end(),
                                        [&](std::string_view c) { return rest.starts_with(c); });
        if (!clitic) break;
    }
    return word;
}

/// The word as it is said where its ending is left out: tanwin-fath stays, since it is written.
std::string without_ending(std::string_view vowelled) {
    std::vector<Letter> letters = letters_of(vowelled);
    if (!letters.empty()) letters.back().vowel = 0;
    return spelled(letters);
}

}  // namespace

void voice(const Tables& tables, const vowels::Vowels& vowels, Endings endings,
           std::vector<Word>& words) {
    std::vector<vowels::BareWord> bare_words;
    std::vector<std::string> texts;
    bare_words.reserve(words.size());
    texts.reserve(words.size());
    for (const Word& word : words) {
        texts.push_back(word.language.empty() ? with_known_vowels(tables.names, word.spoken)
                                              : std::string());
        bare_words.push_back({.text = texts.back(),
                              .complete = is_complete(word),
                              .then = then_of(word, &word == &words.back())});
    }
    const std::vector<vowels::VowelledWord> found = vowels.vowel(bare_words);
    std::vector<SpokenForm> forms;
    forms.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].language.empty()) {  // another language's voice says it
            forms.push_back({.text = {}, .pause = true, .without_ending = false});
            continue;
        }
        const bool doubtful = endings == Endings::confident && found[i].ending < sure_enough;
        const bool dropped = endings == Endings::pausal || doubtful;
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

}  // namespace rawi::arabic
