// Finds the names of names.tsv in the forms in which they occur in texts.
#include "languages/arabic/name_lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/pieces.h"

namespace rawi::languages::arabic {

namespace {

using Letters = std::vector<alphabet::Letter>;
constexpr std::size_t letter_size = 2;

constexpr alphabet::Letter with(char32_t letter, char32_t vowel) {
    return {.code = letter, .vowel = vowel, .doubled = false, .dagger = false};
}

/// An ending after the ya of a nisba, and the vowel of the ya before it.
struct NisbaEnding {
    char32_t vowel;
    Letters letters;
};

const std::vector<NisbaEnding>& nisba_endings() {
    static const std::vector<NisbaEnding> endings = {
        {alphabet::fatha, {with(alphabet::ta_marbuta, 0)}},
        {alphabet::damma, {with(alphabet::waw, 0), with(alphabet::nun, 0)}},
        {alphabet::kasra, {with(alphabet::ya, 0), with(alphabet::nun, 0)}},
        {alphabet::fatha, {with(alphabet::alif, 0), with(alphabet::ta, 0)}},
        {alphabet::fatha, {with(alphabet::alif, 0), with(alphabet::nun, 0)}},
        {alphabet::fatha,
         {with(alphabet::ta, alphabet::fatha), with(alphabet::alif, 0), with(alphabet::nun, 0)}},
        {alphabet::fatha,
         {with(alphabet::ta, alphabet::fatha), with(alphabet::ya, alphabet::sukun),
          with(alphabet::nun, 0)}},
        {alphabet::fathatan, {with(alphabet::alif, 0)}},
    };
    return endings;
}

/// The name with its vowels, if `letters` from `begin` on are a nisba in the table with an ending.
std::optional<Letters> nisba_at(const Table<NameRow>& names, const Letters& letters,
                                std::string_view bare_word, std::size_t begin) {
    for (const NisbaEnding& ending : nisba_endings()) {
        if (letters.size() < begin + ending.letters.size() + 2) continue;
        const std::size_t rest = letters.size() - ending.letters.size();
        const bool ends_so =
            std::equal(ending.letters.begin(), ending.letters.end(),
                       letters.begin() + static_cast<std::ptrdiff_t>(rest),
                       [](const alphabet::Letter& one, const alphabet::Letter& other) {
                           return one.code == other.code;
                       });
        const bool accusative =
            ending.vowel == alphabet::fathatan;  // else it may be the name of a country
        if (!ends_so || (accusative && letters[rest - 1].vowel != alphabet::fathatan)) continue;
        Letters known = alphabet::letters_of(
            names.at(bare_word.substr(begin * letter_size, (rest - begin) * letter_size)).vowelled);
        if (known.empty() || known.back().code != alphabet::ya || !known.back().doubled) continue;
        known.back().vowel = ending.vowel;
        known.insert(known.end(), ending.letters.begin(), ending.letters.end());
        return known;
    }
    return std::nullopt;
}

/// The name with its vowels, if `letters` from `begin` on are in the table.
std::optional<Letters> name_at(const Table<NameRow>& names, const Letters& letters,
                               std::string_view bare_word, std::size_t begin) {
    if (const std::string_view known = names.at(bare_word.substr(begin * letter_size)).vowelled;
        !known.empty()) {
        return alphabet::letters_of(known);
    }
    return nisba_at(names, letters, bare_word, begin);
}

/// The word with the marks of the name that starts at `begin`; nothing if its own marks contradict.
std::optional<std::string> marked(Letters letters, const Letters& name, std::size_t begin) {
    for (std::size_t i = begin; i < letters.size(); ++i) {
        const alphabet::Letter& known = name[i - begin];
        const bool agrees = letters[i].vowel == 0 || known.vowel == 0 ||
                            letters[i].vowel == known.vowel ||
                            (i + 1 == letters.size() && known.vowel == alphabet::sukun);
        if (!agrees) return std::nullopt;
        if (letters[i].vowel == 0) letters[i].vowel = known.vowel;
        letters[i].doubled = letters[i].doubled || known.doubled;
    }
    return alphabet::spelled(letters);
}

/// The number of letters of an article at `at`, written al- or, after li, l-; 0 if there is none.
std::size_t article_at(const Letters& letters, std::size_t at) {
    if (at + 2 >= letters.size() || letters[at + 1].code != alphabet::lam) return 0;
    return letters[at].code == alphabet::alif || letters[at].code == alphabet::lam ? 2 : 0;
}

bool is_clitic(char32_t letter) {
    constexpr std::array<char32_t, 5> clitics = {alphabet::waw, alphabet::fa, alphabet::ba,
                                                 alphabet::lam, alphabet::kaf};
    return std::find(clitics.begin(), clitics.end(), letter) != clitics.end();
}

constexpr std::size_t most_clitics = 2;

PartlyDiacritized one_word(const Table<NameRow>& names, const diacritizer::Diacritizer& vowels,
                           const std::string& word) {
    const Letters letters = alphabet::letters_of(word);
    const std::string bare_word = strip_diacritics(word);
    if (bare_word.size() != letters.size() * letter_size) return {.text = word};
    for (std::size_t begin = 0; begin <= most_clitics && begin < letters.size(); ++begin) {
        for (const std::size_t article : {std::size_t{0}, article_at(letters, begin)}) {
            const std::size_t at = begin + article;
            const std::optional<Letters> name = name_at(names, letters, bare_word, at);
            if (!name) continue;
            const std::optional<std::string> known = marked(letters, *name, at);
            if (known && (at == 0 || !vowels.contradicts(*known, at))) {
                return {.text = *known, .known_from = at};
            }
        }
        if (!is_clitic(letters[begin].code)) break;
    }
    return {.text = word};
}

/// Looks up a name of several words from `first` on. Returns their number, 0 if there is none, and
/// sets `found`.
std::size_t phrase_at(const Table<NameRow>& names, const std::vector<Word>& words,
                      std::size_t first, std::vector<PartlyDiacritized>& found) {
    constexpr std::size_t longest = 3;
    std::string phrase = words[first].spoken;
    std::size_t best = 0;
    for (std::size_t count = 2; count <= longest && first + count <= words.size(); ++count) {
        if (words[first + count - 2].after != Boundary::none) break;
        phrase.append(" ").append(words[first + count - 1].spoken);
        for (std::size_t clitics = 0; clitics <= most_clitics * letter_size;
             clitics += letter_size) {
            const std::string_view known =
                names.at(std::string_view(phrase).substr(clitics)).vowelled;
            if (!known.empty()) {
                best = count;
                found.clear();
                const std::string all = phrase.substr(0, clitics).append(known);
                for (std::size_t at = 0; at < all.size();) {
                    const std::size_t end = std::min(all.find(' ', at), all.size());
                    found.push_back({.text = all.substr(at, end - at), .known_from = 0});
                    at = end + 1;
                }
                found.front().known_from = clitics / letter_size;
            }
            const utf8::Decoded next = utf8::decode(phrase, clitics);
            if (next.size != letter_size || !is_clitic(next.code)) break;
        }
    }
    return found.size() == best ? best : 0;
}

}  // namespace

std::vector<PartlyDiacritized> apply_name_lexicon(const Table<NameRow>& names,
                                                  const diacritizer::Diacritizer& vowels,
                                                  const std::vector<Word>& words) {
    std::vector<PartlyDiacritized> all;
    all.reserve(words.size());
    while (all.size() < words.size()) {
        std::vector<PartlyDiacritized> found;
        if (phrase_at(names, words, all.size(), found) > 0) {
            std::move(found.begin(), found.end(), std::back_inserter(all));
        } else {
            all.push_back(one_word(names, vowels, words[all.size()].spoken));
        }
    }
    return all;
}

}  // namespace rawi::languages::arabic
