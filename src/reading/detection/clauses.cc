// Clauses in another language.
#include "reading/detection/clauses.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace rawi::reading::detection {

namespace {

bool is_bracket(char32_t code) {
    return code == '(' || code == ')' || code == '[' || code == ']' || code == '{' || code == '}';
}

bool is_sentence_end(char32_t code) {
    switch (code) {
        case '.':
        case '!':
        case '?':
        case '\n':
        case 0x061F:
        case 0x06D4:
        case 0x2026:
        case 0x3002:
            return true;
        default:
            return false;
    }
}

bool is_comma(char32_t code) {
    switch (code) {
        case ',':
        case ';':
        case ':':
        case '/':
        case 0x060C:
        case 0x061B:
        case 0x2013:
        case 0x2014:
            return true;
        default:
            return false;
    }
}

/// Notes the signs of `gap`, which precedes a word.
void note_gap(std::string_view gap, MarkedWord& word) {
    char32_t before = 0;
    word.tight = gap.find_first_of("./@_=") != std::string_view::npos &&
                 gap.find_first_of(" \n") == std::string_view::npos;
    for (std::size_t at = 0; at < gap.size();) {
        const utf8::Decoded next = utf8::decode(gap, at);
        at += next.size;
        const bool last = at == gap.size();
        // French puts a space after the mark.
        constexpr char32_t guillemet = 0x00AB;
        const bool spaced = next.code == guillemet && at > next.size &&
                            gap.find_first_not_of(' ', at) == std::string_view::npos;
        if (is_quotation_mark(next.code)) (last || spaced ? word.opens : word.closes) = true;
        // "workers' rights" is no quotation, but 'workers' may be one.
        if (next.code == '\'' && last && before == ' ') word.opens = true;
        word.bracket = word.bracket || is_bracket(next.code);
        word.sentence = word.sentence || is_sentence_end(next.code);
        word.comma = word.comma || is_comma(next.code) || (next.code == '-' && before == ' ');
        before = next.code;
    }
}

/// What the words are in one language.
struct Count {
    std::size_t words = 0;
    std::size_t small = 0;    ///< in small letters, or a function word at the beginning
    std::size_t content = 0;  ///< in small letters, and no function word
    std::size_t clause = 0;   ///< function words of clauses
    std::size_t inner = 0;    ///< the same, after the first word
    std::size_t links = 0;
    std::size_t letters = 0;  ///< words with its letters

    bool has_verb() const {
        return inner > 0 ? content > 0 || clause > 1 : clause > 0 && content > 0;
    }
    std::size_t points() const { return 2 * clause + links + letters; }
};

void count_word(const MarkedWord& one, Languages language, const ClausePlace& place, Count& count) {
    const bool first = count.words++ == 0;
    const bool function = one.function(language);
    const bool small = !one.word.capital || (one.word.letters == 1 && function);
    if (small || (first && function)) ++count.small;
    if (small && !function) ++count.content;
    if ((one.mark.letters & language) != 0 && (one.mark.letters & place.own) == 0) ++count.letters;
    // A word of the article's language, too, tells nothing.
    const bool telling = function && !one.function(place.own) && (small || first);
    if (!telling) return;
    // What is an article or the like in some language may be a part of a name, which are more
    // frequent than clauses in a text of another script.
    const bool clause =
        (one.mark.words & language) != 0 && (place.same_script || one.mark.links == 0);
    ++(clause ? count.clause : count.links);
    if (clause && !first) ++count.inner;
}

Count count_in(Languages language, const ClausePlace& place, std::span<const MarkedWord> words) {
    Count count;
    for (const MarkedWord& one : words) {
        const bool ending = one.word.after_apostrophe && one.word.letters == 1;
        if (!ending) count_word(one, language, place, count);
    }
    return count;
}

/// Whether words in another script than the article's are a clause rather than a name.
bool is_clause_in_other_script(const Count& count, bool small_start, bool enclosed) {
    const bool verb = count.has_verb();
    if (count.words == 2) return enclosed && verb && count.small == 2;
    if (verb && count.words > 2 && 2 * count.small >= count.words) return true;
    constexpr std::size_t fewest = 4;
    return small_start && count.links > 0 && count.content > 1 && count.words >= fewest;
}

/// The same for words in the article's script.
bool is_clause_in_own_script(const Count& count, bool enclosed) {
    const std::size_t functions = count.clause + count.links;
    if (count.words < 3 || 2 * count.small < count.words) return false;
    if (count.has_verb() && functions > 1 && 10 * functions >= 3 * count.words) return true;
    constexpr std::size_t fewest = 5;
    if (!enclosed) return false;
    return (count.links > 1 && count.content > 1 && count.words >= fewest) ||
           (count.content > 0 && functions + count.letters > 1);
}

std::vector<TextWord> plain(std::span<const MarkedWord> words) {
    std::vector<TextWord> all;
    all.reserve(words.size());
    for (const MarkedWord& one : words)
        all.push_back(one.word);
    return all;
}

/// Whether a clause without function words, such as a slogan, is in small letters but for its
/// first.
bool is_slogan(std::span<const MarkedWord> words, bool enclosed) {
    const std::size_t fewest = enclosed ? 4 : 5;
    return words.size() >= fewest &&
           std::all_of(words.begin() + 1, words.end(),
                       [](const MarkedWord& one) { return !one.word.capital; });
}

/// The languages that words may be in: all function words of the article's language among them are
/// also theirs.
Languages possible(std::span<const MarkedWord> words, Languages own) {
    Languages all = ~own;
    for (const MarkedWord& one : words)
        if (one.function(own)) all &= one.mark.links | one.mark.words;
    return all;
}

/// The language that words fit best, apart from the article's.
struct Best {
    Count count;
    std::size_t number = 0;
    bool tie = false;
};

Best best_language(const Marks& marks, std::span<const MarkedWord> words,
                   const ClausePlace& place) {
    Languages telling = 0;
    for (const MarkedWord& one : words) {
        if (!one.function(place.own)) telling |= one.mark.links | one.mark.words;
        if ((one.mark.letters & place.own) == 0) telling |= one.mark.letters;
    }
    telling &= possible(words, place.own);
    Best best;
    for (std::size_t i = 0; i < marks.languages().size(); ++i) {
        const Languages bit = Languages{1} << i;
        if ((telling & bit) == 0) continue;
        const Count count = count_in(bit, place, words);
        best.tie = count.points() == best.count.points();
        if (count.points() <= best.count.points()) continue;
        best.count = count;
        best.number = i;
    }
    return best;
}

/// Whether function words or letters say so clearly that a clause is in another language of the
/// same script that CLD2 need not confirm it; nothing if it cannot be.
std::optional<bool> is_clear(std::string_view text, std::span<const MarkedWord> words,
                             const Count& count) {
    constexpr std::size_t fewest = 4;
    // Where there are no capitals to tell names, letters must agree.
    const char32_t first = utf8::decode(text, words.front().word.source.begin).code;
    const bool has_case = u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_CASED) != 0;
    if (!has_case && (count.words < fewest || 5 * count.letters < count.words)) return std::nullopt;
    const std::size_t functions = count.clause + count.links;
    return count.letters > 0 || (count.words >= fewest && 5 * functions >= 3 * count.words);
}

}  // namespace

std::vector<MarkedWord> marked_words(std::string_view text, Span block, const Marks& marks) {
    std::vector<MarkedWord> all;
    std::uint32_t end = block.begin;
    for (const TextWord& word : words_in(text, block)) {
        MarkedWord one{.word = word, .mark = marks.of(text, word)};
        if (word.all_capitals) one.mark = {};  // "US" is not the pronoun
        const bool initials = !all.empty() && all.back().word.letters == 1 && word.letters == 1;
        note_gap(Span{.begin = end, .end = word.source.begin}.of(text), one);
        one.tight = one.tight && !initials;
        end = word.source.end;
        all.push_back(one);
    }
    return all;
}

std::optional<std::string> language_of_clause(const Detector& detector, std::string_view text,
                                              std::span<const MarkedWord> words,
                                              const ClausePlace& place) {
    if (words.size() < 2) return std::nullopt;
    const bool address = std::any_of(words.begin() + 1, words.end(),
                                     [](const MarkedWord& one) { return one.tight; });
    if (address) return std::nullopt;
    const Best best = best_language(detector.marks(), words, place);
    const auto guessed = [&] { return detector.guess(text, plain(words), {}).language; };
    const auto named = [&] {
        return best.tie ? guessed() : detector.marks().languages()[best.number];
    };
    if (!place.same_script) {
        const bool small_start = !words.front().word.capital;
        if (is_clause_in_other_script(best.count, small_start, place.enclosed)) return named();
        const bool functions = best.count.clause + best.count.links > 0;
        if (functions || !is_slogan(words, place.enclosed)) return std::nullopt;
        return guessed();
    }
    if (!is_clause_in_own_script(best.count, place.enclosed)) return std::nullopt;
    const std::optional<bool> clear = is_clear(text, words, best.count);
    if (!clear) return std::nullopt;
    std::string name = named();
    if (*clear || guessed() == name) return name;
    return std::nullopt;
}

}  // namespace rawi::reading::detection
