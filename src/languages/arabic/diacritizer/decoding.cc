// Chooses the marks of a word from the scores of the network and from the lexicon.
#include "languages/arabic/diacritizer/decoding.h"

#include <algorithm>
#include <optional>

#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/diacritizer/exponential.h"

namespace rawi::languages::arabic::diacritizer {

namespace {

using alphabet::Letter;

// Tuned on the development texts.
constexpr float lexicon_share = 0.5F;      // weight of the lexicon in the sum
constexpr float unseen_word = -2.302585F;  // lexicon_share * ln 0.01: marks not in any text
constexpr float unseen_stem = -1.956012F;  // lexicon_share * ln 0.02
constexpr float unseen_ending = -2.0F;

/// A set of classes, as bits.
using Set = std::uint32_t;
constexpr Set all = (1U << classes) - 1;
constexpr Set marked = all & ~1U;
constexpr Set doubled = all & ~((1U << shadda_alone) - 1);
constexpr Set one_of(std::initializer_list<std::uint8_t> kinds) {
    Set set = 0;
    for (const std::uint8_t kind : kinds)
        set |= 1U << kind;
    return set;
}
constexpr std::uint8_t with_fatha = 1, with_damma = 3, with_kasra = 5, with_sukun = 7;

bool has(Set set, std::size_t kind) {
    return (set >> kind & 1U) != 0;
}

/// Whether a class agrees with the marks written on a letter.
bool agrees(const alphabet::Letter& letter, std::size_t kind) {
    if (letter.doubled && kind < shadda_alone) return false;
    return letter.vowel == 0 || letter.vowel == vowel_of[kind % shadda_alone];
}

Set agreeing(const alphabet::Letter& letter) {
    Set set = 0;
    for (std::size_t kind = 0; kind < classes; ++kind)
        set |= agrees(letter, kind) ? 1U << kind : 0U;
    return set;
}

/// A word while its marks are chosen.
class MarkChoice {
  public:
    MarkChoice(const std::vector<alphabet::Letter>& letters, std::size_t known_from,
               const float* scores)
        : letters_(letters),
          scores_(scores, scores + letters.size() * classes),
          kinds_(letters.size()),
          open_(letters.size()) {
        for (std::size_t i = 0; i < size(); ++i) {
            open_[i] = is_long_vowel(letters, i, known_from) ? 1 : agreeing(letters[i]);
            const bool inside =
                i > known_from && known_from < size();  // the first may be doubled by the article
            if (inside && letters[i].vowel != 0 && !letters[i].doubled) open_[i] &= ~doubled;
            kinds_[i] = best(i, open_[i]);
        }
    }

    std::size_t size() const { return letters_.size(); }
    std::uint8_t kind(std::size_t i) const { return kinds_[i]; }
    char32_t letter(std::size_t i) const { return i < size() ? letters_[i].code : 0; }

    /// Chooses the best class of `set` that agrees with the written marks, if there is one.
    void choose(std::size_t i, Set set) {
        if ((open_[i] & set) != 0) kinds_[i] = best(i, open_[i] & set);
    }

    /// Chooses the marks with the best sum of lexicon and scores. Returns their certainty.
    float choose_known(const Known& known) {
        const float unseen = known.stem ? unseen_stem : unseen_word;
        const Candidate* found = nullptr;
        std::vector<float> sums;
        float highest = 0;
        bool own_is_known = false;
        for (const Candidate& candidate : known.candidates) {
            const std::optional<float> sum = sum_of(known.begin, candidate);
            if (!sum) continue;
            own_is_known = own_is_known || is_own(known.begin, candidate);
            const float whole = *sum + lexicon_share * candidate.weight;
            if (found == nullptr || whole > highest) {
                found = &candidate;
                highest = whole;
            }
            sums.push_back(whole);
        }
        if (found == nullptr) return 1;
        if (!own_is_known) {
            const float own = own_sum(known.begin, known.end) + unseen;
            sums.push_back(own);
            if (own > highest) {
                highest = own;
                found = nullptr;
            }
        }
        if (found != nullptr) {
            std::copy(found->classes.begin(), found->classes.end(),
                      kinds_.begin() + static_cast<std::ptrdiff_t>(known.begin));
            if (!known.stem) prefer_endings(found->endings);
        }
        float share = 0;
        for (const float sum : sums)
            share += exponential(sum - highest);
        return 1 / share;
    }

    /// The certainty of the class of letter `i` among those that agree with the written marks.
    float certainty(std::size_t i) const {
        float share = 0;
        const float* const score = scores_.data() + i * classes;
        for (std::size_t kind = 0; kind < classes; ++kind) {
            if (has(open_[i], kind)) share += exponential(score[kind] - score[kinds_[i]]);
        }
        return open_[i] == 0 ? 1 : std::min(1.0F, 1 / share);
    }

    void mark(std::vector<alphabet::Letter>& letters) const {
        for (std::size_t i = 0; i < size(); ++i) {
            if (open_[i] == 0) continue;
            letters[i].doubled = kinds_[i] >= shadda_alone;
            letters[i].vowel = vowel_of[kinds_[i] % shadda_alone];
        }
    }

  private:
    std::uint8_t best(std::size_t i, Set set) const {
        const float* const score = scores_.data() + i * classes;
        std::uint8_t found = classes;
        for (std::uint8_t kind = 0; kind < classes; ++kind) {
            if (has(set, kind) && (found == classes || score[kind] > score[found])) found = kind;
        }
        return found == classes ? std::uint8_t{0} : found;
    }
    float score(std::size_t i, std::size_t kind) const { return scores_[i * classes + kind]; }

    /// The sum of the scores of a candidate's marks; nothing if one contradicts the written marks.
    std::optional<float> sum_of(std::size_t begin, const Candidate& candidate) const {
        float sum = 0;
        for (std::size_t i = 0; i < candidate.classes.size(); ++i) {
            if (!has(open_[begin + i], candidate.classes[i])) return std::nullopt;
            sum += score(begin + i, candidate.classes[i]);
        }
        return sum;
    }
    float own_sum(std::size_t begin, std::size_t end) const {
        float sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            sum += score(i, kinds_[i]);
        return sum;
    }
    bool is_own(std::size_t begin, const Candidate& candidate) const {
        return std::equal(candidate.classes.begin(), candidate.classes.end(),
                          kinds_.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    void prefer_endings(std::uint16_t seen) {
        for (std::size_t kind = 0; kind < classes; ++kind) {
            if (!has(seen, kind)) scores_[(size() - 1) * classes + kind] += unseen_ending;
        }
        choose(size() - 1, all);
    }

    const std::vector<alphabet::Letter>& letters_;
    std::vector<float> scores_;
    std::vector<std::uint8_t> kinds_;
    std::vector<Set> open_;  ///< classes that agree with the written marks; may be empty
};

/// The first letter after the article, which is written al- or, after li, only l-; 0 if there is
/// none.
std::size_t after_article(const MarkChoice& word) {
    constexpr std::size_t shortest_rest = 2;
    std::size_t at = word.letter(0) == alphabet::waw || word.letter(0) == alphabet::fa ? 1 : 0;
    const bool joined = word.letter(at) == alphabet::ba || word.letter(at) == alphabet::kaf;
    if (joined && word.letter(at + 1) == alphabet::alif) ++at;
    const bool written = word.letter(at) == alphabet::alif || word.letter(at) == alphabet::lam;
    const bool article = written && word.letter(at + 1) == alphabet::lam;
    return article && at + 2 + shortest_rest <= word.size() ? at + 2 : 0;
}

/// A consonant has a mark; waw and ya have none only if they lengthen a vowel.
void mark_consonant(MarkChoice& word, std::size_t i) {
    const char32_t letter = word.letter(i);
    if (word.kind(i) != 0 || word.size() == 1) return;
    if (letter == alphabet::waw || letter == alphabet::ya) {
        if (i == 0) return word.choose(i, one_of({with_fatha, with_damma, with_kasra}));
        const bool behind_fatha =
            word.kind(i - 1) % shadda_alone == with_fatha || word.letter(i - 1) == alphabet::alif;
        const bool inside = i + 1 < word.size() && word.letter(i + 1) != alphabet::alif;
        if (behind_fatha && inside)
            word.choose(i, one_of({with_fatha, with_damma, with_kasra, with_sukun}) | doubled);
        return;
    }
    const bool assimilated =
        letter == alphabet::lam && i + 1 < word.size() && word.kind(i + 1) >= shadda_alone;
    if (!assimilated) word.choose(i, marked);
}

/// Replaces marks that Arabic spelling does not allow by the next best ones.
void keep_to_spelling(MarkChoice& word) {
    const std::size_t begin = after_article(word);
    // The lam of the article has the vowel of the hamzat al-wasl after it.
    if (begin > 0 && word.letter(begin) == alphabet::alif)
        word.choose(begin - 1, one_of({with_kasra}));
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char32_t letter = word.letter(i);
        if (letter == alphabet::alif || letter == alphabet::alif_madda ||
            letter == alphabet::alif_maqsura) {
            word.choose(i, 1);
            continue;
        }
        const bool before_sun = i + 1 == begin && alphabet::is_sun_letter(word.letter(begin)) &&
                                word.letter(begin) != alphabet::lam;
        if (before_sun && word.kind(i) == 0 && word.kind(begin) < shadda_alone)
            word.choose(begin, doubled & ~(1U << shadda_alone));
        mark_consonant(word, i);
    }
}

bool is_vowel_letter(char32_t letter) {
    return letter == alphabet::alif || letter == alphabet::waw || letter == alphabet::ya ||
           letter == alphabet::alif_maqsura;
}

/// Whether a letter is frequent in names of Europe, Asia and the Americas.
bool is_in_foreign_names(char32_t letter) {
    constexpr std::u32string_view letters =
        U"\u0622\u0623\u0625\u0627\u0628\u062A\u062C\u062E\u062F\u0631\u0632\u0633"
        U"\u0634\u063A\u0641\u0643\u0644\u0645\u0646\u0647\u0648\u0649\u064A";
    return letters.find(letter) != std::u32string_view::npos;
}

/// The start of a foreign name in an unknown word, which is recognized by its long vowels; the size
/// of the word if it is not one.
std::size_t foreign_from(const MarkChoice& word) {
    constexpr std::size_t shortest = 4;
    const char32_t first = word.letter(0);
    const bool clitic = first == alphabet::waw || first == alphabet::fa || first == alphabet::ba ||
                        first == alphabet::lam || first == alphabet::kaf;
    const bool joined = clitic && word.size() > shortest && !is_vowel_letter(word.letter(1));
    const std::size_t begin = joined && first == alphabet::waw ? 1 : 0;
    if (word.size() < begin + shortest || after_article(word) > 0) return word.size();
    std::size_t vowels = 0;
    for (std::size_t i = begin; i < word.size(); ++i) {
        if (!is_in_foreign_names(word.letter(i))) return word.size();
        if (i > begin && is_vowel_letter(word.letter(i))) ++vowels;
    }
    // Verbs in the present have long vowels, too.
    const char32_t initial = word.letter(begin);
    const bool like_verb = initial == alphabet::ya || initial == alphabet::ta ||
                           initial == alphabet::nun || initial == alphabet::alif_hamza_above ||
                           initial == alphabet::sin;
    return vowels >= (like_verb ? 3U : 2U) ? begin : word.size();
}

/// A waw or ya in a foreign name lengthens the vowel before it, unless it is next to a vowel
/// letter.
void say_foreign_vowel(MarkChoice& word, std::size_t i) {
    const char32_t before = word.letter(i - 1);
    const char32_t next = word.letter(i + 1);
    if (!is_vowel_letter(before) && !is_vowel_letter(next)) {
        word.choose(i - 1, one_of({word.letter(i) == alphabet::waw ? with_damma : with_kasra}));
        word.choose(i, 1);
    } else if (before == alphabet::alif && next != 0 && !is_vowel_letter(next)) {
        word.choose(i, one_of({with_sukun}));
    }
}

/// A consonant in a foreign name that starts at `begin` has no shadda, and no case ending.
void say_foreign_consonant(MarkChoice& word, std::size_t begin, std::size_t i) {
    if (i + 1 == word.size()) return word.choose(i, one_of({with_sukun}));
    constexpr Set short_vowels = one_of({with_fatha, with_damma, with_kasra});
    word.choose(i, short_vowels | one_of({0, with_sukun}));
    if (word.letter(i + 1) == alphabet::alif) word.choose(i, one_of({with_fatha}));
    if (word.kind(i) == with_sukun && (i == begin || word.kind(i - 1) == with_sukun))
        word.choose(i, short_vowels);
}

/// Foreign names have long vowels where vowel letters are written, no shadda and no case ending.
void say_as_foreign(MarkChoice& word, std::size_t begin) {
    for (std::size_t i = begin; i < word.size(); ++i) {
        const char32_t letter = word.letter(i);
        if (letter == alphabet::alif || letter == alphabet::alif_maqsura) continue;
        if (i > begin && is_vowel_letter(letter))
            say_foreign_vowel(word, i);
        else
            say_foreign_consonant(word, begin, i);
    }
}

}  // namespace

bool is_long_vowel(const std::vector<alphabet::Letter>& letters, std::size_t at,
                   std::size_t known_from) {
    const alphabet::Letter& letter = letters[at];
    return at >= known_from && at > 0 && letter.vowel == 0 && !letter.doubled &&
           (letter.code == alphabet::waw || letter.code == alphabet::ya);
}

Certainty decide(std::vector<alphabet::Letter>& letters, std::string_view symbols,
                 std::size_t known_from, const float* scores, const DiacriticLexicon& lexicon) {
    Certainty result;
    if (letters.empty()) return result;
    MarkChoice word(letters, known_from, scores);
    const Known known = lexicon.find(symbols);
    const bool is_known = !known.candidates.empty();
    if (is_known) result.core = word.choose_known(known);
    if (!is_known) say_as_foreign(word, foreign_from(word));
    keep_to_spelling(word);
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
        const bool from_lexicon = is_known && i >= known.begin && i < known.end;
        if (!from_lexicon) result.core = std::min(result.core, word.certainty(i));
    }
    result.ending = word.certainty(letters.size() - 1);
    word.mark(letters);
    return result;
}

}  // namespace rawi::languages::arabic::diacritizer
