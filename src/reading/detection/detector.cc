// The language of a text by its content.
#include "reading/detection/detector.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/language_tag.h"
#include "reading/detection/cld.h"
#include "reading/detection/scripts.h"

namespace rawi::reading::detection {

namespace {

/// More words than this tell no more about the language.
constexpr std::size_t most_words = 2000;

/// How well a language fits, by its function words and letters.
struct Fit {
    std::size_t number = 0;  ///< in Marks::languages()
    int points = 0;
    std::size_t words = 0;  ///< its function words
};

constexpr int points_of_word = 2, points_of_letter = 1, points_of_strange_letter = -2;

/// All languages that fit at all, the best one first.
std::vector<Fit> fits_of(const Marks& marks, std::string_view text,
                         const std::vector<TextWord>& words) {
    std::vector<Fit> fits(marks.languages().size());
    for (std::size_t i = 0; i < fits.size(); ++i)
        fits[i].number = i;
    for (const TextWord& word : words) {
        const Mark mark = marks.of(text, word);
        if (mark.all() == 0 && mark.strange == 0) continue;
        for (Fit& fit : fits) {
            const Languages bit = Languages{1} << fit.number;
            if (((mark.links | mark.words) & bit) != 0) {
                fit.points += points_of_word;
                ++fit.words;
            }
            if ((mark.letters & bit) != 0) fit.points += points_of_letter;
            if ((mark.strange & bit) != 0) fit.points += points_of_strange_letter;
        }
    }
    const auto smaller = [&](const Fit& fit) { return (marks.smaller() >> fit.number & 1U) != 0; };
    std::stable_sort(fits.begin(), fits.end(), [&](const Fit& a, const Fit& b) {
        return a.points != b.points ? a.points > b.points : !smaller(a) && smaller(b);
    });
    std::erase_if(fits, [](const Fit& fit) { return fit.points <= 0; });
    return fits;
}

/// How many words a word counts for: some scripts have no spaces between words.
std::size_t weight_of(const TextWord& word) {
    constexpr std::uint32_t letters_of_word = 3;
    switch (word.script) {
        case USCRIPT_HAN:
        case USCRIPT_JAPANESE:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
            return 1 + word.letters / letters_of_word;
        default:
            return 1;
    }
}

/// The words outside quotations, unless the text consists of quotations.
std::vector<TextWord> unquoted(const std::vector<TextWord>& words) {
    constexpr std::size_t few = 5;
    std::vector<TextWord> outside;
    std::copy_if(words.begin(), words.end(), std::back_inserter(outside),
                 [](const TextWord& word) { return !word.quoted; });
    return few * outside.size() < words.size() ? words : outside;
}

/// The script of most words; of Han and Kana, Japanese. Latin names in a text of another script
/// count half, and not at all if that text has function words.
UScriptCode main_script(const Marks& marks, std::string_view text,
                        const std::vector<TextWord>& words) {
    std::map<UScriptCode, std::size_t> counts;
    std::size_t latin_functions = 0, other_functions = 0;
    for (const TextWord& word : words) {
        counts[word.script] += weight_of(word);
        const Mark mark = marks.of(text, word);
        if ((mark.links | mark.words) == 0) continue;
        ++(word.script == USCRIPT_LATIN ? latin_functions : other_functions);
    }
    if (counts.contains(USCRIPT_JAPANESE))
        counts[USCRIPT_JAPANESE] += std::exchange(counts[USCRIPT_HAN], 0);
    constexpr std::size_t rare = 5;
    const auto latin = counts.find(USCRIPT_LATIN);
    if (latin != counts.end() && counts.size() > 1 && rare * latin_functions < latin->second)
        latin->second = other_functions > 0 ? 0 : latin->second / 2;
    UScriptCode best = USCRIPT_COMMON;
    std::size_t most = 0;
    for (const auto& [script, count] : counts) {
        const bool more = count > most || (count == most && best == USCRIPT_LATIN);
        if (count == 0 || !more) continue;
        best = script;
        most = count;
    }
    return best;
}

bool is_of(const TextWord& word, UScriptCode script) {
    return word.script == script || (script == USCRIPT_JAPANESE && word.script == USCRIPT_HAN);
}

std::string joined(std::string_view text, const std::vector<TextWord>& words) {
    std::string all;
    for (const TextWord& word : words) {
        if (!all.empty()) all += ' ';
        all += word.source.of(text);
    }
    return all;
}

/// Weighs the evidence for the language of words of one script.
class Evidence {
  public:
    Evidence(const Marks& marks, std::string_view text, const std::vector<TextWord>& words,
             UScriptCode script)
        : marks_(marks), words_(words.size()), fits_(fits_of(marks, text, words)) {
        // In most languages, 40 to 50 of 100 words are function words.
        many_ = !fits_.empty() && 3 * fits_[0].words >= words_;
        if (is_plain()) return;
        cld_ = ask_cld(joined(text, words));
        if (!is_written_in(cld_.language, script)) cld_ = {};
        of_cld_ = marks_.number_of(cld_.language);
    }

    bool has_marks() const { return !fits_.empty(); }
    const CldGuess& cld() const { return cld_; }
    /// The language that fits best.
    const std::string& by_marks() const { return marks_.languages()[fits_[0].number]; }
    /// Whether the marks need no confirmation.
    bool is_plain() const { return many_ && best() > 3 * next(); }
    bool is_confirmed() const { return cld_.reliable && many_ && cld_.language == by_marks(); }
    bool fits_as_well(std::string_view language) const {
        return points_of(marks_.number_of(primary_language(language))) == best();
    }
    bool is_tie() const { return best() == next(); }
    /// Whether the marks are better evidence than CLD2's answer. CLD2 needs some text; among
    /// languages that have tables, those win that fit clearly better.
    bool is_against_cld() const {
        constexpr std::size_t few_words = 12, fewest_words = 4;
        const bool fewest = words_ <= fewest_words;
        if (!cld_.reliable) return true;
        if (of_cld_ == marks_.languages().size()) return many_ && fewest;
        const int points = points_of(of_cld_);
        if (words_ > few_words) return best() >= 2 * points + 2;
        return fewest && is_smaller_than_best() ? best() >= points : best() > points + 1;
    }
    /// Whether CLD2's answer is less likely than another language that fits as well.
    bool is_smaller_than_best() const {
        const auto smaller = [&](std::size_t number) {
            return (marks_.smaller() >> number & 1U) != 0;
        };
        const bool table = of_cld_ < marks_.languages().size();
        return table && smaller(of_cld_) && !smaller(fits_[0].number);
    }

  private:
    int best() const { return fits_.empty() ? 0 : fits_[0].points; }
    int next() const { return fits_.size() < 2 ? 0 : fits_[1].points; }
    int points_of(std::size_t number) const {
        const auto found = std::find_if(fits_.begin(), fits_.end(),
                                        [&](const Fit& fit) { return fit.number == number; });
        return found == fits_.end() ? 0 : found->points;
    }

    const Marks& marks_;
    std::size_t words_;
    std::vector<Fit> fits_;  ///< the best one first
    bool many_ = false;      ///< the best one has many function words
    CldGuess cld_;
    std::size_t of_cld_ = 0;  ///< its number
};

/// Whether texts of a script may be in any of several languages that have marks.
bool is_shared(UScriptCode script) {
    return script == USCRIPT_LATIN || script == USCRIPT_ARABIC || script == USCRIPT_CYRILLIC;
}

/// The language of words that have no marks: that of CLD2, if it can tell.
void guess_without_marks(const CldGuess& cld, Guess& guess) {
    constexpr std::size_t fewest_letters = 10;
    guess.sure = !is_shared(guess.script);
    const bool enough = cld.reliable && guess.letters >= fewest_letters;
    if (!cld.language.empty() && (guess.sure || enough)) guess.language = cld.language;
}

}  // namespace

Result<Detector> Detector::load(const std::filesystem::path& voices) {
    Detector detector;
    RAWI_TRY(detector.marks_, Marks::load(voices));
    return detector;
}

Guess Detector::guess(std::string_view text) const {
    return guess(text, {.begin = 0, .end = static_cast<std::uint32_t>(text.size())});
}

Guess Detector::guess(std::string_view text, Span span, std::string_view usual) const {
    return guess(text, words_in(text, span, most_words), usual);
}

Guess Detector::guess(std::string_view text, const std::vector<TextWord>& all,
                      std::string_view usual) const {
    Guess guess;
    const std::vector<TextWord> outside = unquoted(all);
    guess.script = main_script(marks_, text, outside);
    std::vector<TextWord> words;
    for (const TextWord& word : outside) {
        if (!is_of(word, guess.script) || words.size() == most_words) continue;
        words.push_back(word);
        guess.letters += word.letters;
    }
    if (words.empty()) {
        guess.language = usual.empty() ? "en" : usual;
        return guess;
    }
    const std::string of_script = language_of_script(guess.script);
    const bool fitting = !usual.empty() && is_written_in(usual, guess.script);
    guess.language = fitting ? std::string(usual) : of_script.empty() ? "en" : of_script;
    const Evidence evidence(marks_, text, words, guess.script);
    if (!evidence.has_marks()) {
        guess_without_marks(evidence.cld(), guess);
        return guess;
    }
    guess.sure = evidence.is_plain() || evidence.is_confirmed();
    guess.language = evidence.by_marks();
    if (guess.sure) return guess;
    const std::string& by_cld = evidence.cld().language;
    const bool tie = evidence.is_tie();
    const bool for_usual = fitting && evidence.fits_as_well(usual);
    const bool cld_breaks_tie =
        !for_usual && tie && evidence.fits_as_well(by_cld) && !evidence.is_smaller_than_best();
    if (!evidence.is_against_cld() || cld_breaks_tie) {
        guess.language = by_cld;
    } else if (for_usual) {
        guess.language = usual;
    } else if (tie && evidence.fits_as_well(of_script)) {
        guess.language = of_script;
    }
    return guess;
}

}  // namespace rawi::reading::detection
