// Clitics: conjunctions, prepositions, the article.
#include "languages/arabic/clitics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"
#include "wording/words.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

/// Letters with their vowels.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> conjunctions = {
    {{written::waw, written::fatha}, {written::fa, written::fatha}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> prepositions = {
    {{written::ba, written::kasra},
     {written::lam, written::kasra},
     {written::kaf, written::fatha},
     {written::sin, written::fatha}}};

/// Collects analyses whose stem is long enough.
class Stems {
  public:
    void add(std::string_view taken, std::string_view more, std::string word) {
        constexpr std::size_t fewest_letters = 3;
        if (word.empty() || (wording::has_arabic(word) && utf8::length(word) < fewest_letters))
            return;
        std::string before(taken);
        before += more;
        if (!before.empty())
            found_.push_back({.before = std::move(before), .word = std::move(word), .after = {}});
    }
    /// Analyses of `rest` after the clitics `taken`, with and without an article.
    void add_all(std::string_view taken, std::string_view rest) {
        add(taken, "", std::string(rest));
        if (rest.starts_with(written::article))
            add(taken, written::article, std::string(rest.substr(written::article.size())));
    }
    void add_after_lam(std::string_view taken, std::string_view rest) {
        if (!rest.starts_with(written::lam)) return;
        const std::string noun(rest.substr(written::lam.size()));
        const std::string_view lone = taken.substr(0, taken.size() - written::lam.size());
        add(taken, "", std::string(written::article) + noun);
        add(taken, "", std::string(written::article) + std::string(rest));
        add(lone, written::lam_article, noun);
    }
    std::vector<wording::Stem> take() {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const wording::Stem& a, const wording::Stem& b) {
                             return a.before.size() < b.before.size();
                         });
        return std::move(found_);
    }

  private:
    std::vector<wording::Stem> found_;
};

/// The size of the first letter of a word and its marks, in bytes.
std::size_t letter_size(std::string_view word) {
    std::size_t at = word.empty() ? 0 : utf8::decode(word, 0).size;
    while (at < word.size()) {
        const utf8::Decoded mark = utf8::decode(word, at);
        if (!alphabet::is_mark(mark.code)) break;
        at += mark.size;
    }
    return at;
}

/// The size of the article at the start of a word with its marks, in bytes; 0 if there is none.
std::size_t article_size(std::string_view word) {
    if (!word.starts_with(written::alif)) return 0;
    const std::size_t first = letter_size(word);
    if (!word.substr(first).starts_with(written::lam)) return 0;
    return first + letter_size(word.substr(first));
}

/// Whether a consonant, in IPA, assimilates the lam of the article, as the sun letters do.
bool is_sun_sound(char32_t c) {
    constexpr std::array<char32_t, 11> sun = {'t', 'd',    0x03B8, 0xF0, 'r',   'z',
                                              's', 0x0283, 'l',    'n',  0x027E};
    return std::find(sun.begin(), sun.end(), c) != sun.end();
}

}  // namespace

std::vector<wording::Stem> stems_of(std::string_view word) {
    Stems stems;
    std::vector<std::string_view> begins = {""};
    for (const auto& [one, vowel] : conjunctions) {
        if (word.starts_with(one)) begins.push_back(one);
    }
    for (const std::string_view conjunction : begins) {
        const std::string_view rest = word.substr(conjunction.size());
        stems.add_all(conjunction, rest);
        for (const auto& [one, vowel] : prepositions) {
            if (!rest.starts_with(one)) continue;
            const std::string_view taken = word.substr(0, conjunction.size() + one.size());
            if (one == written::lam) stems.add_after_lam(taken, rest.substr(one.size()));
            stems.add_all(taken, rest.substr(one.size()));
        }
    }
    return stems.take();
}

bool is_glue(std::string_view word) {
    if (word.empty()) return false;
    if (word.starts_with(written::waw) || word.starts_with(written::fa))
        word.remove_prefix(written::waw.size());
    const bool preposition =
        std::any_of(prepositions.begin(), prepositions.end(),
                    [&](const auto& one) { return word.starts_with(one.first); });
    if (preposition && word != written::lam_article) word.remove_prefix(written::lam.size());
    return word.empty() || word == written::article || word == written::lam_article;
}

std::string glued(std::string_view before, std::string_view respelling) {
    const std::size_t known = article_size(respelling);
    const bool has_article =
        before.ends_with(written::article) || before.ends_with(written::lam_article);
    if (known > 0 && has_article) {
        respelling.remove_prefix(known);
    } else if (known > 0 && before.ends_with(written::lam)) {
        // "li" and the article have two lams together, however many more follow.
        const bool more = respelling.substr(known).starts_with(written::lam);
        respelling.remove_prefix(more ? known : letter_size(respelling));
    }
    std::string said;
    const auto take = [&](const std::pair<std::string_view, std::string_view>& letter) {
        if (!before.starts_with(letter.first)) return false;
        said.append(letter.first).append(letter.second);
        before.remove_prefix(letter.first.size());
        return true;
    };
    std::any_of(conjunctions.begin(), conjunctions.end(), take);
    std::any_of(prepositions.begin(), prepositions.end(), take);
    return said.append(before).append(respelling);
}

std::string glued_ipa(std::string_view before, std::string_view ipa) {
    std::string said;
    const auto take = [&](std::string_view letter, std::string_view sound) {
        if (!before.starts_with(letter)) return;
        before.remove_prefix(letter.size());
        said += sound;
    };
    take(written::waw, "wa");
    take(written::fa, "fa");
    const bool has_article =
        before.ends_with(written::article) || before.ends_with(written::lam_article);
    take(written::ba, "bi");
    take(written::kaf, "ka");
    take(written::sin, "sa");
    take(written::lam, "li");
    if (!has_article) return said.append(ipa);
    constexpr std::string_view stress = "\u02C8";
    const std::string_view first = ipa.starts_with(stress) ? ipa.substr(stress.size()) : ipa;
    const utf8::Decoded letter = first.empty() ? utf8::Decoded() : utf8::decode(first, 0);
    if (said.empty()) {
        said +=
            "\u0294"  // a glottal stop
            "a";
    }
    return said.append(is_sun_sound(letter.code) ? first.substr(0, letter.size) : "l").append(ipa);
}

}  // namespace rawi::languages::arabic
