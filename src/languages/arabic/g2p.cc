// Grapheme-to-phoneme conversion of vowelled Arabic.
#include "languages/arabic/g2p.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "languages/arabic/pieces.h"

namespace rawi::languages::arabic {

namespace {

/// A consonant or a vowel.
struct Sound {
    std::u32string_view ipa;
    bool vowel = false;
    bool is_long = false;
    bool dark = false;  ///< an emphatic consonant, or a vowel next to one
};

constexpr std::u32string_view hamza = U"\u0294", glide_w = U"w", glide_j = U"j";
constexpr std::u32string_view short_a = U"a", short_i = U"i", short_u = U"u", dark_a = U"\u0251";

/// The sound of a consonant letter; empty for letters that do not have one.
Sound consonant(char32_t letter) {
    constexpr std::array<std::pair<char32_t, std::u32string_view>, 29> plain = {{
        {alphabet::hamza, hamza},     {alphabet::alif_hamza_above, hamza},
        {alphabet::waw_hamza, hamza}, {alphabet::alif_hamza_below, hamza},
        {alphabet::ya_hamza, hamza},  {alphabet::ba, U"b"},
        {alphabet::ta, U"t"},         {alphabet::tha, U"\u03B8"},
        {alphabet::jim, U"d\u0292"},  {alphabet::hha, U"\u0127"},
        {alphabet::kha, U"\u03C7"},   {alphabet::dal, U"d"},
        {alphabet::dhal, U"\u00F0"},  {alphabet::ra, U"r"},
        {alphabet::zay, U"z"},        {alphabet::sin, U"s"},
        {alphabet::shin, U"\u0283"},  {alphabet::ayn, U"\u0295"},
        {alphabet::ghayn, U"\u0263"}, {alphabet::fa, U"f"},
        {alphabet::qaf, U"q"},        {alphabet::kaf, U"k"},
        {alphabet::lam, U"l"},        {alphabet::mim, U"m"},
        {alphabet::nun, U"n"},        {alphabet::ha, U"h"},
        {alphabet::waw, glide_w},     {alphabet::ya, glide_j},
        {alphabet::ta_marbuta, U"t"},
    }};
    constexpr std::array<std::pair<char32_t, std::u32string_view>, 4> emphatic = {{
        {alphabet::sad, U"s\u02E4"},
        {alphabet::dad, U"d\u02E4"},
        {alphabet::emphatic_ta, U"t\u02E4"},
        {alphabet::emphatic_za, U"\u00F0\u02E4"},
    }};
    for (const auto& [code, ipa] : emphatic) {
        if (code == letter) return {.ipa = ipa, .vowel = false, .is_long = false, .dark = true};
    }
    for (const auto& [code, ipa] : plain) {
        if (code == letter) return {.ipa = ipa, .vowel = false, .is_long = false, .dark = false};
    }
    return {};
}

bool is_one_of(char32_t c, std::initializer_list<char32_t> some) {
    return std::find(some.begin(), some.end(), c) != some.end();
}

std::u32string_view vowel_sound(char32_t mark) {
    switch (mark) {
        case alphabet::fatha:
        case alphabet::fathatan:
            return short_a;
        case alphabet::kasra:
        case alphabet::kasratan:
            return short_i;
        case alphabet::damma:
        case alphabet::dammatan:
            return short_u;
        default:
            return {};
    }
}

bool is_tanwin(char32_t mark) {
    return mark == alphabet::fathatan || mark == alphabet::dammatan || mark == alphabet::kasratan;
}

/// The letters that a word is pronounced with: those of spellings.tsv for its bare form, with the
/// written marks. A letter that is missing there is silent; a letter that is only there is
/// pronounced.
std::vector<alphabet::Letter> as_said(const SaidTable& spellings, std::string_view text) {
    std::vector<alphabet::Letter> letters = alphabet::letters_of(text);
    const std::string word = strip_diacritics(text);
    std::size_t clitics = 0;  // bytes
    std::string_view said = spellings.at(word).said;
    constexpr std::size_t letter_size = 2, most_clitics = 3;
    while (said.empty() && clitics < most_clitics * letter_size &&
           clitics + 2 * letter_size < word.size()) {
        if (!is_one_of(letters[clitics / letter_size].code,
                       {alphabet::waw, alphabet::fa, alphabet::ba, alphabet::kaf, alphabet::lam,
                        alphabet::alif_hamza_above})) {
            break;
        }
        clitics += letter_size;
        said = spellings.at(std::string_view(word).substr(clitics)).said;
    }
    if (said.empty()) return letters;
    const std::vector<alphabet::Letter> wanted = alphabet::letters_of(said);
    std::vector<alphabet::Letter> result(
        letters.begin(), letters.begin() + static_cast<std::ptrdiff_t>(clitics / letter_size));
    std::size_t next = 0;
    for (std::size_t i = clitics / letter_size; i < letters.size(); ++i) {
        const bool unwritten = next + 1 < wanted.size() && wanted[next].code == alphabet::waw &&
                               wanted[next].code != letters[i].code &&
                               wanted[next + 1].code == letters[i].code;
        if (unwritten) result.push_back(wanted[next++]);
        if (next >= wanted.size() || wanted[next].code != letters[i].code) continue;
        alphabet::Letter letter = letters[i];
        letter.dagger = letter.dagger || wanted[next].dagger;
        letter.doubled = letter.doubled || wanted[next].doubled;
        if (letter.dagger && letter.vowel == 0) letter.vowel = alphabet::fatha;
        result.push_back(letter);
        ++next;
    }
    return result;
}

/// The context of a word.
struct Around {
    bool start = true;        ///< whether it is the first word or follows a pause
    bool next_joins = false;  ///< whether a hamzat al-wasl follows without a pause
    bool next_has_b = false;
    bool silent_ending = false;  ///< whether a pause follows or the case ending is dropped
    bool in_construct = false;   ///< whether ta marbuta keeps its t without its ending
};

/// Converts one word to sounds.
class WordPronouncer {
  public:
    WordPronouncer(std::vector<alphabet::Letter> letters, const Around& around)
        : letters_(std::move(letters)), around_(around) {}

    std::vector<Sound>& all() {
        find_wasl();
        for (std::size_t i = 0; i < letters_.size(); ++i)
            say(i);
        end();
        return sounds_;
    }

    /// The first sound after the article; stress falls there or later.
    std::size_t stem() const { return stem_; }

    /// Whether the word starts with a hamzat al-wasl.
    static bool joins(const std::vector<alphabet::Letter>& letters) {
        return !letters.empty() && letters.front().code == alphabet::alif;
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const alphabet::Letter& letter(std::size_t i) const {
        static const alphabet::Letter nothing;
        return i < letters_.size() ? letters_[i] : nothing;
    }

    bool closed(std::size_t i) const {
        return letter(i).vowel == alphabet::sukun || letter(i).vowel == 0;
    }

    /// Whether the alif at `i` belongs to an article, or to "who", which starts with one.
    bool is_article(std::size_t i) const {
        // "al" before a hamzat al-wasl has a kasra: al-istiqbal.
        const bool joined = letter(i + 1).vowel == alphabet::kasra &&
                            letter(i + 2).code == alphabet::alif &&
                            (letter(i + 3).vowel == alphabet::sukun || letter(i + 3).doubled);
        const bool closed_lam = closed(i + 1) || letter(i + 1).doubled || joined;
        return letter(i + 1).code == alphabet::lam && closed_lam && i + 2 < letters_.size();
    }

    /// Whether the alif at `i` starts a verb or noun of forms VII to X, or one of the ten nouns.
    bool is_derived(std::size_t i) const {
        const char32_t first = letter(i + 1).code;
        const char32_t second = letter(i + 2).code;
        if (letter(i + 1).doubled)
            return first == alphabet::ta || first == alphabet::dal ||
                   first == alphabet::emphatic_ta;
        if (letter(i + 1).vowel != alphabet::sukun) return false;
        const bool noun = (first == alphabet::ba && second == alphabet::nun) ||
                          (first == alphabet::sin && second == alphabet::mim) ||
                          (first == alphabet::tha && second == alphabet::nun) ||
                          (first == alphabet::mim && second == alphabet::ra);
        return noun || first == alphabet::nun ||
               (first == alphabet::sin && second == alphabet::ta) ||
               is_one_of(second, {alphabet::ta, alphabet::emphatic_ta, alphabet::dal});
    }

    /// Whether the alif at `i` belongs to an article within a name: Abdulaziz, Nasrallah.
    bool is_joined_article(std::size_t i) const {
        if (letter(i).code != alphabet::alif || letter(i).dagger || !is_article(i)) return false;
        const bool servant = i >= 3 && letter(i - 3).code == alphabet::ayn &&
                             letter(i - 2).code == alphabet::ba &&
                             letter(i - 1).code == alphabet::dal;
        const bool of_god = i + 4 == letters_.size() && letter(i + 2).code == alphabet::lam &&
                            letter(i + 3).code == alphabet::ha;
        return servant || of_god;
    }

    void find_wasl() {
        constexpr std::size_t most_clitics = 2;
        for (std::size_t i = 3; i + 3 < letters_.size(); ++i) {
            if (is_joined_article(i)) wasl_ = i;
        }
        if (wasl_ != none) return;
        for (std::size_t i = 0; i <= most_clitics && i < letters_.size(); ++i) {
            if (letter(i).code == alphabet::alif && !letter(i).dagger) {
                const bool after_kasra = i > 0 && letter(i - 1).vowel == alphabet::kasra;
                const bool after_wa =
                    i > 0 && is_one_of(letter(i - 1).code, {alphabet::waw, alphabet::fa});
                if (i == 0 || after_kasra || is_article(i) || (after_wa && is_derived(i)))
                    wasl_ = i;
                return;
            }
            if (!is_one_of(letter(i).code, {alphabet::waw, alphabet::fa, alphabet::ba,
                                            alphabet::kaf, alphabet::lam}))
                return;
        }
    }

    void put(std::u32string_view ipa, bool vowel, bool dark = false) {
        sounds_.push_back({.ipa = ipa, .vowel = vowel, .is_long = false, .dark = dark});
    }

    /// Adds a long vowel: lengthens the same short vowel before it, if there is one.
    void lengthen(std::u32string_view ipa) {
        if (sounds_.empty() || !sounds_.back().vowel || sounds_.back().ipa != ipa) put(ipa, true);
        sounds_.back().is_long = true;
    }

    bool last_is(std::u32string_view ipa) const {
        return !sounds_.empty() && sounds_.back().vowel && sounds_.back().ipa == ipa;
    }

    void say_wasl(std::size_t i) {
        if (i > 0 || !around_.start) return;
        put(hamza, false);
        if (const std::u32string_view written = vowel_sound(letter(i).vowel); !written.empty()) {
            return put(written, true);
        }
        const bool article = is_article(i);
        const bool verb_in_u =
            !article && ((letter(i + 2).vowel == alphabet::damma && i + 3 < letters_.size()) ||
                         (letter(i + 1).doubled && letter(i + 1).vowel == alphabet::damma));
        put(article ? short_a : verb_in_u ? short_u : short_i, true);
    }

    /// Whether `i` is the lam of an article that assimilates to a sun letter.
    bool is_taken_up(std::size_t i) const {
        if (letter(i).code != alphabet::lam || !closed(i) || letter(i).doubled || i == 0)
            return false;
        const bool behind_wasl = wasl_ != none && i == wasl_ + 1;
        const bool behind_li =
            letter(i - 1).code == alphabet::lam && letter(i - 1).vowel == alphabet::kasra && i <= 2;
        return (behind_wasl || behind_li) && alphabet::is_sun_letter(letter(i + 1).code) &&
               (letter(i + 1).doubled || letter(i).vowel == alphabet::sukun ||
                letter(i + 1).vowel != alphabet::sukun);
    }

    void say(std::size_t i) {
        const alphabet::Letter& now = letter(i);
        if (i == wasl_) return say_wasl(i);
        if (is_taken_up(i)) {
            letters_[i + 1].doubled = true;
            stem_ = sounds_.size();
            return;
        }
        if (now.code == alphabet::alif || now.code == alphabet::alif_maqsura) return say_alif(i);
        if (now.code == alphabet::alif_madda) {
            put(hamza, false);
            return lengthen(short_a);
        }
        if (now.code == alphabet::waw && is_long(i, short_u, alphabet::damma))
            return lengthen(short_u);
        if (now.code == alphabet::ya && is_long(i, short_i, alphabet::kasra))
            return lengthen(short_i);
        if (now.code == alphabet::ta_marbuta && i + 1 == letters_.size() && ends_open()) {
            if (!sounds_.empty() && sounds_.back().is_long) put(U"h", false);
            return;
        }
        say_consonant(i);
    }

    void say_consonant(std::size_t i) {
        const alphabet::Letter& now = letter(i);
        const Sound sound = consonant(now.code);
        if (sound.ipa.empty()) return;
        sounds_.push_back(sound);
        if (now.doubled) sounds_.push_back(sound);
        const std::u32string_view vowel = vowel_sound(now.vowel);
        if (!vowel.empty() && !(i + 1 == letters_.size() && drops(i))) {
            put(vowel, true);
            if (is_tanwin(now.vowel)) say_tanwin(i);
        }
        // "...kiyy" without a written kasra.
        if (now.vowel == 0 && letter(i + 1).code == alphabet::ya && letter(i + 1).doubled)
            put(short_i, true);
        if (now.dagger) lengthen(short_a);
        // The vowel of the lam before a hamzat al-wasl belongs to the stem: al-ibn.
        if (is_lam_of_article(i)) stem_ = sounds_.size() - (now.vowel == alphabet::kasra ? 1 : 0);
    }

    /// Whether the lam at `i`, which is pronounced, belongs to the article.
    bool is_lam_of_article(std::size_t i) const {
        const alphabet::Letter& now = letter(i);
        if (now.code != alphabet::lam || now.doubled) return false;
        if (now.vowel == alphabet::kasra && wasl_ != none && i == wasl_ + 1)
            return letter(i + 1).code == alphabet::alif;
        if (now.vowel != alphabet::sukun) return false;
        const bool behind_wasl = wasl_ != none && i == wasl_ + 1;
        const bool behind_li = i > 0 && i <= 2 && letter(i - 1).code == alphabet::lam &&
                               letter(i - 1).vowel == alphabet::kasra;
        return behind_wasl || behind_li;
    }

    /// Whether a final ta marbuta is pronounced as a.
    bool ends_open() const {
        return (around_.silent_ending && !around_.in_construct) || letters_.back().vowel == 0;
    }

    /// Whether the word is "he" or "she" after a clitic; they keep their vowel.
    bool is_pronoun(std::size_t last) const {
        return letters_.size() == 3 && letter(1).code == alphabet::ha &&
               is_one_of(letter(last).code, {alphabet::waw, alphabet::ya}) &&
               is_one_of(letter(0).code, {alphabet::waw, alphabet::fa, alphabet::lam});
    }

    /// Whether the mark on the last letter is silent. Words of two letters keep their only vowel.
    bool drops(std::size_t i) const {
        const alphabet::Letter& last = letter(i);
        if (!around_.silent_ending || is_pronoun(i)) return false;
        if (last.code == alphabet::ta_marbuta) return !around_.in_construct;
        if (last.vowel == alphabet::fathatan) return false;
        constexpr std::size_t short_word = 2;
        return letters_.size() > short_word || last.doubled || is_tanwin(last.vowel);
    }

    void say_tanwin(std::size_t i) {
        const bool carried =
            letter(i + 1).code == alphabet::alif || letter(i + 1).code == alphabet::alif_maqsura;
        const bool lengthened = letter(i).vowel == alphabet::fathatan && around_.silent_ending;
        const bool at_end = carried ? i + 2 == letters_.size() : i + 1 == letters_.size();
        if (lengthened && at_end && letter(i).code != alphabet::ta_marbuta) {
            sounds_.back().is_long = true;
        } else {
            put(U"n", false);
        }
    }

    /// Whether a waw or ya only lengthens the vowel before it.
    bool is_long(std::size_t i, std::u32string_view same, char32_t mark) const {
        const bool silent =
            letter(i).vowel == alphabet::fatha && i + 1 == letters_.size() && drops(i);
        const bool open = (vowel_sound(letter(i).vowel).empty() || silent) && !letter(i).doubled &&
                          !letter(i).dagger;
        if (!open || i == 0) return false;
        if (last_is(same)) return true;
        const alphabet::Letter& before = letter(i - 1);
        const bool unmarked = before.vowel == 0 && !sounds_.empty() && !sounds_.back().vowel;
        return (unmarked || before.vowel == mark) && letter(i).vowel == 0;
    }

    void say_alif(std::size_t i) {
        if (i == 0) return;
        const alphabet::Letter& before = letter(i - 1);
        if (before.vowel == alphabet::fathatan) return;
        if (letter(i).code == alphabet::alif_maqsura && last_is(short_i)) return lengthen(short_i);
        const bool behind_article = before.code == alphabet::lam && closed(i - 1) && wasl_ + 2 == i;
        if (behind_article && letter(i + 1).vowel == alphabet::sukun) return put(short_i, true);
        const bool last = i + 1 == letters_.size();
        const bool plural = last && before.code == alphabet::waw && before.vowel != alphabet::fatha;
        if (plural || last_is(short_u) || last_is(short_i)) return;
        lengthen(short_a);
    }

    void end() {
        if (sounds_.empty()) return;
        if (around_.next_joins) join();
        if (around_.next_has_b && !sounds_.back().vowel && sounds_.back().ipa == U"n")
            sounds_.back().ipa = U"m";
        for (std::size_t i = 0; i < sounds_.size(); ++i) {
            Sound& sound = sounds_[i];
            if (!sound.vowel && sound.ipa == U"n" && i + 1 < sounds_.size() &&
                sounds_[i + 1].ipa == U"b")
                sound.ipa = U"m";
            if (sound.vowel && sound.ipa == short_a && i > 0 && sounds_[i - 1].dark)
                sound.ipa = dark_a;
        }
    }

    /// Before a hamzat al-wasl, shortens a long vowel and adds a vowel after a consonant.
    void join() {
        if (sounds_.back().vowel) {
            sounds_.back().is_long = false;
            return;
        }
        const bool of_them = sounds_.size() > 2 && sounds_.back().ipa == U"m" &&
                             sounds_[sounds_.size() - 2].ipa == short_u;
        const bool from = letters_.size() == 2 && letters_[0].code == alphabet::mim &&
                          letters_[1].code == alphabet::nun;
        put(of_them || sounds_.back().ipa == glide_w ? short_u : from ? short_a : short_i, true);
    }

    std::vector<alphabet::Letter> letters_;
    Around around_;
    std::vector<Sound> sounds_;
    std::size_t wasl_ = none;
    std::size_t stem_ = 0;
};

/// The index of the stressed vowel, from `stem` on; the number of sounds if there is none.
std::size_t stressed(const std::vector<Sound>& sounds, std::size_t stem) {
    std::vector<std::size_t> vowels;
    for (std::size_t i = stem; i < sounds.size(); ++i) {
        if (sounds[i].vowel) vowels.push_back(i);
    }
    if (vowels.empty()) return stem > 0 ? stressed(sounds, 0) : sounds.size();
    const std::size_t last = vowels.back();
    const std::size_t sounds_after = sounds.size() - last - 1;
    if (vowels.size() == 1 || sounds_after >= 2 || (sounds_after == 1 && sounds[last].is_long))
        return last;
    const std::size_t second = vowels[vowels.size() - 2];
    const bool heavy = sounds[second].is_long || last - second > 2;
    if (heavy || vowels.size() == 2) return second;
    return vowels[vowels.size() - 3];
}

std::string written(const std::vector<Sound>& sounds, std::size_t stem) {
    constexpr char32_t length_mark = 0x02D0, stress_mark = 0x02C8;
    std::string ipa;
    const std::size_t stress = stressed(sounds, stem);
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        if (i == stress) utf8::append(ipa, stress_mark);
        for (const char32_t c : sounds[i].ipa)
            utf8::append(ipa, c);
        if (sounds[i].is_long) utf8::append(ipa, length_mark);
    }
    return ipa;
}

}  // namespace

std::vector<std::string> pronounce(const SaidTable& spellings,
                                   const std::vector<SpokenForm>& words) {
    std::vector<std::vector<alphabet::Letter>> letters;
    letters.reserve(words.size());
    for (const SpokenForm& word : words)
        letters.push_back(as_said(spellings, word.text));
    std::vector<std::string> all;
    all.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        Around around;
        around.start = i == 0 || words[i - 1].pause;
        const bool on = !words[i].pause && !last;
        around.silent_ending = words[i].pause || last || words[i].without_ending;
        around.next_joins = on && WordPronouncer::joins(letters[i + 1]);
        around.next_has_b =
            on && !letters[i + 1].empty() && letters[i + 1].front().code == alphabet::ba;
        around.in_construct = on && around.next_joins && !WordPronouncer::joins(letters[i]);
        WordPronouncer pronouncer(letters[i], around);
        const std::vector<Sound>& sounds = pronouncer.all();
        all.push_back(written(sounds, pronouncer.stem()));
    }
    return all;
}

}  // namespace rawi::languages::arabic
