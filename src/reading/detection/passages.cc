// Passages in other languages than the article's.
#include "reading/detection/passages.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/detection/scripts.h"

namespace rawi::reading::detection {

namespace {

Span span_of(std::span<const MarkedWord> words) {
    return cover(words.front().word.source, words.back().word.source);
}

bool is_japanese(UScriptCode script) {
    return script == USCRIPT_HAN || script == USCRIPT_JAPANESE;
}

bool is_one_script(UScriptCode a, UScriptCode b) {
    return a == b || (is_japanese(a) && is_japanese(b));
}

/// Whether a letter stands directly before or after a span.
bool touches_letter(std::string_view text, Span span) {
    const char32_t before = utf8::last(text.substr(0, span.begin));
    const char32_t after = span.end < text.size() ? utf8::decode(text, span.end).code : U' ';
    return u_isalpha(static_cast<UChar32>(before)) != 0 ||
           u_isalpha(static_cast<UChar32>(after)) != 0;
}

/// The byte after the numbers and their signs that follow `at`, or `at`.
std::uint32_t end_of_numbers(std::string_view text, std::uint32_t at, std::uint32_t end) {
    constexpr std::string_view between = " ,.:-+$%/";
    std::uint32_t last = at;
    for (; at < end; ++at) {
        const char c = text[at];
        const bool digit = c >= '0' && c <= '9';
        if (!digit && between.find(c) == std::string_view::npos) break;
        if (digit || (c == '%' && last == at)) last = at + 1;
    }
    return last;
}

std::uint32_t begin_of_numbers(std::string_view text, std::uint32_t at, std::uint32_t begin) {
    constexpr std::string_view between = " ,.:-+%/";
    std::uint32_t first = at;
    for (; at > begin; --at) {
        const char c = text[at - 1];
        const bool digit = c >= '0' && c <= '9';
        if (!digit && c != '$' && between.find(c) == std::string_view::npos) break;
        if (digit || (c == '$' && first == at)) first = at - 1;
    }
    return first;
}

bool is_word_at(std::string_view text, std::uint32_t at) {
    return u_isalpha(static_cast<UChar32>(utf8::decode(text, at).code)) != 0;
}

/// A longer stretch is no single clause; the limit keeps the time linear.
constexpr std::size_t longest_clause = 80;  // words

/// The end of the quotation that begins with a word, or `begin` if none does.
std::size_t end_of_quotation(std::span<const MarkedWord> words, std::size_t begin) {
    if (!words[begin].opens) return begin;
    std::size_t end = begin + 1;
    const std::size_t last = std::min(words.size(), begin + longest_clause);
    while (end < last && !words[end].closes)
        ++end;
    if (end == last && last < words.size()) return begin;
    return end < words.size() || words.front().opens ? end : begin;
}

/// The end of the words from `begin` on without a comma or the like between them.
std::size_t end_of_part(std::span<const MarkedWord> words, std::size_t begin) {
    const auto next = std::find_if(
        words.begin() + static_cast<std::ptrdiff_t>(begin) + 1, words.end(),
        [](const MarkedWord& one) { return one.opens || one.closes || one.bracket || one.comma; });
    return static_cast<std::size_t>(next - words.begin());
}

/// The end of what commas add to the words before `end`.
std::size_t end_of_longer_part(std::span<const MarkedWord> words, std::size_t end) {
    const std::size_t last = std::min(words.size(), end + longest_clause);
    while (end < last && words[end].comma && !words[end].opens && !words[end].closes)
        end = end_of_part(words, end);
    return end;
}

}  // namespace

PassageFinder::PassageFinder(std::string_view text, std::string_view language,
                             const Detector& detector)
    : text_(text), language_(language), detector_(detector) {
    const std::size_t number = detector.marks().number_of(primary_language(language));
    if (number < detector.marks().languages().size()) own_ = Languages{1} << number;
}

bool PassageFinder::is_own(UScriptCode script) {
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return true;
    const auto [known, fresh] = is_own_.try_emplace(script);
    if (fresh) known->second = is_written_in(language_, script);
    return known->second;
}

/// Whether a block in the article's script has so few of its function words that it may be in
/// another language.
bool PassageFinder::may_be_foreign(Words words) const {
    constexpr std::size_t fewest = 8;
    if (words.size() < fewest) return false;
    const auto own = std::count_if(words.begin(), words.end(),
                                   [&](const MarkedWord& one) { return one.function(own_); });
    return own * 4 < static_cast<std::ptrdiff_t>(words.size());
}

/// A block in the article's script that is in another language as a whole.
std::optional<Passage> PassageFinder::whole_block(Words words, Span block) const {
    std::vector<TextWord> plain;
    for (const MarkedWord& one : words)
        plain.push_back(one.word);
    const Guess guess = detector_.guess(text_, plain, language_);
    if (!guess.sure || primary_language(guess.language) == primary_language(language_))
        return std::nullopt;
    const Languages other = Languages{1} << detector_.marks().number_of(guess.language);
    const auto own = std::count_if(words.begin(), words.end(), [&](const MarkedWord& one) {
        return one.function(own_) && !one.function(other);
    });
    constexpr std::ptrdiff_t rare = 20;
    if (own * rare >= static_cast<std::ptrdiff_t>(words.size())) return std::nullopt;
    return Passage{.source = block, .language = guess.language, .script = guess.script};
}

/// Extends a passage to the numbers at its edges if they are part of it: nothing but a sign ends or
/// begins there.
Span PassageFinder::with_numbers(Span source, Span block) const {
    const std::uint32_t end = end_of_numbers(text_, source.end, block.end);
    std::uint32_t after = end;
    while (after < block.end && text_[after] == ' ')
        ++after;
    if (after == block.end || !is_word_at(text_, after)) source.end = end;
    const std::uint32_t begin = begin_of_numbers(text_, source.begin, block.begin);
    std::uint32_t before = begin;
    while (before > block.begin && text_[before - 1] == ' ')
        --before;
    const char32_t sign = utf8::last(text_.substr(block.begin, before - block.begin));
    if (before == block.begin || u_isalpha(static_cast<UChar32>(sign)) == 0) source.begin = begin;
    return source;
}

void PassageFinder::add_other_script(Words words, const MarkedWord* next, Span block,
                                     std::vector<Passage>& found) {
    const UScriptCode script = words.front().word.script;
    const Span source = span_of(words);
    if (script == USCRIPT_LATIN) {
        const bool closed = next == nullptr || next->closes || next->sentence;
        const bool opened = words.front().opens || source.begin == block.begin;
        const auto language =
            language_of_clause(detector_, text_, words,
                               {.own = 0, .same_script = false, .enclosed = opened && closed});
        if (!language) return;
        Span whole = with_numbers(source, block);
        if (!found.empty()) whole.begin = std::max(whole.begin, found.back().source.end);
        found.push_back({.source = whole, .language = *language, .script = script});
        return;
    }
    std::size_t letters = 0;
    std::vector<TextWord> plain;
    for (const MarkedWord& one : words) {
        letters += one.word.letters;
        plain.push_back(one.word);
    }
    // A letter alone is a symbol; a few that touch others are a part of a word.
    constexpr std::size_t part_of_word = 3;
    const bool one = letters == 1 && !is_japanese(script);
    if (one || (letters < part_of_word && touches_letter(text_, source))) return;
    const std::string usual = language_of_script(script);
    if (usual.empty()) return;
    found.push_back({.source = source,
                     .language = detector_.guess(text_, plain, usual).language,
                     .script = script});
}

bool PassageFinder::add_clause(Words words, const ClausePlace& place, std::vector<Passage>& found) {
    const auto language = language_of_clause(detector_, text_, words, place);
    if (!language || *language == primary_language(language_)) return false;
    found.push_back(
        {.source = span_of(words), .language = *language, .script = words.front().word.script});
    return true;
}

/// The clauses of a sentence in the article's script: the sentence, a quotation in it, or parts
/// between commas.
void PassageFinder::add_sentence(Words words, std::vector<Passage>& found) {
    const ClausePlace enclosed{.own = own_, .same_script = true, .enclosed = true};
    const ClausePlace open{.own = own_, .same_script = true, .enclosed = false};
    if (words.empty() || add_clause(words, enclosed, found)) return;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t quoted = end_of_quotation(words, begin);
        const std::size_t end = end_of_part(words, begin);
        const std::size_t longer = end_of_longer_part(words, end);
        const auto part = [&](std::size_t last) { return words.subspan(begin, last - begin); };
        if (quoted > begin && add_clause(part(quoted), enclosed, found)) {
            begin = quoted;
        } else if (longer > end && add_clause(part(longer), open, found)) {
            begin = longer;
        } else {
            add_clause(part(end), open, found);
            begin = end;
        }
    }
}

/// Adds the passages in other scripts; returns the words in the article's own, those after others
/// as the beginning of a sentence.
std::vector<MarkedWord> PassageFinder::add_other_scripts(Words words, Span block,
                                                         std::vector<Passage>& found) {
    std::vector<MarkedWord> own;
    bool divided = false;
    for (std::size_t begin = 0; begin < words.size();) {
        const UScriptCode script = words[begin].word.script;
        if (is_own(script)) {
            own.push_back(words[begin++]);
            own.back().sentence = own.back().sentence || divided;
            divided = false;
            continue;
        }
        std::size_t end = begin + 1;
        const auto divides = [&](const MarkedWord& one) {
            return script == USCRIPT_LATIN && (one.opens || one.closes || one.bracket);
        };
        while (end < words.size() && is_one_script(words[end].word.script, script) &&
               !divides(words[end]))
            ++end;
        add_other_script(words.subspan(begin, end - begin),
                         end < words.size() ? &words[end] : nullptr, block, found);
        begin = end;
        divided = true;
    }
    return own;
}

std::vector<Passage> PassageFinder::passages_in(Span block) {
    const std::vector<MarkedWord> words = marked_words(text_, block, detector_.marks());
    std::vector<Passage> found;
    const std::vector<MarkedWord> own = add_other_scripts(words, block, found);
    if (found.empty() && may_be_foreign(own)) {
        if (auto whole = whole_block(own, block)) return {*std::move(whole)};
    }
    if (own_ == 0) return found;
    for (std::size_t begin = 0; begin < own.size();) {
        std::size_t end = begin + 1;
        while (end < own.size() && !own[end].sentence)
            ++end;
        add_sentence(Words(own).subspan(begin, end - begin), found);
        begin = end;
    }
    std::sort(found.begin(), found.end(),
              [](const Passage& a, const Passage& b) { return a.source.begin < b.source.begin; });
    return found;
}

}  // namespace rawi::reading::detection
