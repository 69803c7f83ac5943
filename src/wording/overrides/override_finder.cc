// Converts markup and lexicon entries to words.
#include "wording/overrides/override_finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"
#include "wording/say_as.h"
#include "wording/segmentation.h"
#include "wording/semiotic/markup.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::wording::overrides {

namespace {

/// The controls of a document that overlap `span`.
std::pair<std::vector<Control>::const_iterator, std::vector<Control>::const_iterator> controls_in(
    const Document& document, Span span) {
    const auto first = std::lower_bound(
        document.controls.begin(), document.controls.end(), span.begin,
        [](const Control& control, std::uint32_t at) { return control.source.end <= at; });
    auto last = first;
    while (last != document.controls.end() && last->source.begin < span.end)
        ++last;
    return {first, last};
}

/// Whether the full stop before byte `end` belongs to the text that a control replaces and does not
/// end the sentence that is said.
bool is_abbreviation(const Document& document, std::uint32_t end) {
    const auto next = std::upper_bound(
        document.controls.begin(), document.controls.end(), end - 1,
        [](std::uint32_t at, const Control& control) { return at < control.source.end; });
    if (next == document.controls.end() || next->source.end != end) return false;
    if (next->kind != Control::Kind::alias) return next->kind != Control::Kind::language;
    const char32_t last = utf8::last(next->value);
    return last != '.' && last != '!' && last != '?' && last != 0x061F && last != 0x2026;
}

/// Whether a control or <s> spans the boundary between two sentences.
bool is_joined(const Document& document, Span left, Span right) {
    const Span seam{.begin = left.end, .end = std::max(right.begin, left.end + 1)};
    const auto [first, last] = controls_in(document, seam);
    const bool controlled = std::any_of(first, last, [&](const Control& control) {
        return control.kind != Control::Kind::language && control.source.begin < left.end &&
               control.source.end > right.begin;
    });
    if (controlled || is_abbreviation(document, left.end)) return true;
    const auto sentence =
        std::upper_bound(document.sentences.begin(), document.sentences.end(), left.end,
                         [](std::uint32_t at, Span span) { return at < span.end; });
    return sentence != document.sentences.end() && sentence->begin < left.end &&
           sentence->end > right.begin;
}

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void add_part(std::string_view text, Span part, std::vector<Span>& parts) {
    while (part.begin < part.end && is_white(text[part.begin]))
        ++part.begin;
    while (part.begin < part.end && is_white(text[part.end - 1]))
        --part.end;
    if (!part.empty()) parts.push_back(part);
}

/// Splits tokens at `places`. Tokenizes each part again, because "005.00" may leave a lone full
/// stop. Both are sorted.
void cut_tokens(std::string_view text, std::vector<Token>& tokens,
                const std::vector<std::uint32_t>& places) {
    std::vector<Token> cut;
    cut.reserve(tokens.size() + places.size());
    const auto retokenize = [&](Span part) {
        const std::vector<Token> parts = tokenize(text, part);
        cut.insert(cut.end(), parts.begin(), parts.end());
    };
    auto place = places.begin();
    for (const Token& token : tokens) {
        std::uint32_t begin = token.source.begin;
        while (place != places.end() && *place <= begin)
            ++place;
        for (; place != places.end() && *place < token.source.end; ++place) {
            if (*place > begin) retokenize({.begin = begin, .end = *place});
            begin = *place;
        }
        if (begin == token.source.begin)
            cut.push_back(token);
        else
            retokenize({.begin = begin, .end = token.source.end});
    }
    tokens = std::move(cut);
}

/// Sets the source, class and rule of all words, and removes the pause after the last one: the
/// pause belongs to the text that follows.
void mark(std::vector<Word>& words, Span source, SemioticClass semiotic_class,
          std::string_view rule) {
    for (Word& word : words) {
        // The verbalizer vowels its words completely.
        if (word.semiotic_class != SemioticClass::word &&
            fold_for_match(word.spoken) != word.spoken)
            word.vowelled = word.spoken;
        word.source = source;
        if (word.semiotic_class != SemioticClass::letters) word.semiotic_class = semiotic_class;
        word.rule = rule;
    }
    if (!words.empty()) words.back().after = Boundary::none;
}

/// Words with the pronunciation `ipa`. If there are as many `words` as pronunciations, they are
/// used; otherwise the words show the pronunciation itself.
std::vector<Word> pronounced_words(std::vector<Word> words, std::string_view ipa) {
    std::vector<Word> sounds;
    add_words(sounds, lexicon::Phonemes::tidy(ipa), {}, SemioticClass::word, "");
    std::vector<Word>& shown = words.size() == sounds.size() ? words : sounds;
    for (std::size_t i = 0; i < sounds.size(); ++i)
        shown[i].pronunciation = sounds[i].spoken;
    return std::move(shown);
}

/// The beginning of a text, for messages.
std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 60;  // bytes
    if (text.size() <= longest) return std::string(text);
    std::size_t end = 0;
    for (std::size_t next = 0; next <= longest; next += utf8::decode(text, next).size)
        end = next;
    return std::string(text.substr(0, end)) + "\u2026";
}

}  // namespace

std::vector<Span> settle_sentences(const Document& document, std::vector<Span> found) {
    if (document.controls.empty() && document.sentences.empty()) return found;
    std::vector<Span> whole;
    for (const Span sentence : found) {
        if (!whole.empty() && is_joined(document, whole.back(), sentence)) {
            whole.back().end = sentence.end;
        } else {
            whole.push_back(sentence);
        }
    }
    std::vector<Span> parts;
    for (Span sentence : whole) {
        auto marked =
            std::lower_bound(document.sentences.begin(), document.sentences.end(), sentence.begin,
                             [](Span span, std::uint32_t at) { return span.end <= at; });
        for (; marked != document.sentences.end() && marked->begin < sentence.end; ++marked) {
            for (const std::uint32_t edge : {marked->begin, marked->end}) {
                if (edge <= sentence.begin || edge >= sentence.end) continue;
                add_part(document.text, {.begin = sentence.begin, .end = edge}, parts);
                sentence.begin = edge;
            }
        }
        add_part(document.text, sentence, parts);
    }
    return parts;
}

const Language& OverrideFinder::language_of(const Control& control) const {
    if (control.language.empty() || overrides_.languages == nullptr) return language_;
    const Language* const other = overrides_.languages->find(control.language);
    return other == nullptr ? language_ : *other;
}

Override OverrideFinder::controlled(const Control& control, Span part,
                                    std::vector<Notice>& notices) const {
    Override given{.source = part, .words = {}, .reason = {}};
    if (control.source.begin < part.begin) {
        given.reason = SkipReason::within_control;
        return given;
    }
    const Language& language = language_of(control);
    const std::string_view written = control.source.of(document_.text);
    if (control.kind == Control::Kind::alias) {
        given.words = say_text(language, control.value, number_format_);
        mark(given.words, part, SemioticClass::alias, "<sub>");
        given.reason = SkipReason::empty_alias;
    } else if (control.kind == Control::Kind::unreadable) {
        given.reason = SkipReason::no_voice;
    } else if (control.kind == Control::Kind::phoneme) {
        given.words = pronounced_words(say_text(language, written, number_format_), control.value);
        mark(given.words, part, SemioticClass::phoneme, "<phoneme>");
    } else if (const auto what = say_as_named(control.value)) {
        constexpr std::size_t longest = 1000;  // bytes: two minutes of characters
        if (written.size() <= longest && semiotic::is_sayable(written, *what, control.format)) {
            given.request = Request{.source = part,
                                    .what = *what,
                                    .format = control.format,
                                    .rule = fmt::format("<say-as {}>", control.value)};
        } else {
            notices.push_back(
                {.message =
                     fmt::format("\"{}\" cannot be said as {}{}{}", excerpt(written), control.value,
                                 control.format.empty() ? "" : " in format ", control.format),
                 .source = control.source});
        }
    } else {
        notices.push_back(
            {.message =
                 fmt::format(R"(interpret-as="{}" is not supported; "{}" is read as ordinary text)",
                             control.value, excerpt(written)),
             .source = control.source});
    }
    return given;
}

void OverrideFinder::take_glue(const Token& before, Override& given) const {
    const bool touches =
        before.kind == Token::Kind::word && before.source.end == given.source.begin &&
        (given.request || (!given.words.empty() && given.words.front().language.empty()));
    if (!touches) return;
    const std::string word = fold_for_match(before.source.of(document_.text));
    if (!language_.is_glue(word)) return;
    if (given.request) {
        given.source.begin = before.source.begin;
        return;
    }
    const Stem stem{.before = word, .word = {}, .after = {}};
    const Span first = given.words.front().source;
    const Span whole = cover(before.source, first);
    for (Word& one : given.words) {
        if (one.source == first) one.source = whole;
    }
    Word& one = given.words.front();
    one.spoken = language_.respelled(stem, one.spoken);
    if (!one.vowelled.empty()) one.vowelled = language_.respelled(stem, one.vowelled);
    if (!one.pronunciation.empty())
        one.pronunciation = language_.pronounced(stem, one.pronunciation);
    given.source.begin = before.source.begin;
}

Override OverrideFinder::foreign(const Language& language, const std::vector<Token>& tokens,
                                 std::vector<Override> overrides, std::vector<Skip>& skips) const {
    Override given{
        .source = {.begin = tokens.front().source.begin, .end = tokens.back().source.end},
        .words = {},
        .reason = {}};
    const std::size_t skipped = skips.size();
    given.words = language.say({.text = document_.text,
                                .tokens = tokens,
                                .number_format = number_format_,
                                .overrides = std::move(overrides)},
                               skips);
    if (given.words.empty()) skips.resize(skipped);
    return given;
}

Override OverrideFinder::of_entry(const Language& language, const lexicon::Lexicon::Match& match,
                                  Span source) const {
    const lexicon::LexiconEntry& entry = *match.entry;
    const std::string text = entry.respelling.empty()
                                 ? std::string(source.of(document_.text))
                                 : language.respelled(match.stem, entry.respelling);
    Override given{
        .source = source, .words = say_text(language, text, number_format_), .reason = {}};
    if (!entry.pronunciation.empty()) {
        given.words = pronounced_words(std::move(given.words),
                                       language.pronounced(match.stem, entry.pronunciation));
    }
    mark(given.words, source, SemioticClass::lexicon, match.file->place_of(entry));
    return given;
}

std::vector<Override> OverrideFinder::in_tokens(const Language& language,
                                                const std::vector<Token>& tokens,
                                                const std::vector<Override>& taken) const {
    std::vector<Override> all;
    const bool has_lexicon = overrides_.lexicon != nullptr && !overrides_.lexicon->empty();
    auto next = taken.begin();
    for (std::size_t at = 0; at < tokens.size();) {
        const Span here = tokens[at].source;
        while (next != taken.end() && next->source.end <= here.begin)
            ++next;
        if (next != taken.end() && next->source.contains(here)) {
            ++at;
            continue;
        }
        if (is_excess(tokens, at)) {
            all.push_back({.source = here, .words = {}, .reason = SkipReason::too_long});
            ++at;
            continue;
        }
        const auto match = has_lexicon
                               ? overrides_.lexicon->match(language, document_.text, tokens, at)
                               : std::nullopt;
        const Span source{.begin = here.begin,
                          .end = match ? tokens[match->end - 1].source.end : here.end};
        if (!match || (next != taken.end() && next->source.begin < source.end)) {
            ++at;
            continue;
        }
        Override given = of_entry(language, *match, source);
        if (!given.words.empty()) all.push_back(std::move(given));
        if (overrides_.used != nullptr) overrides_.used->add(*match->entry);
        at = match->end;
    }
    return all;
}

Override OverrideFinder::asked_for(const Control& control, const std::vector<Token>& part,
                                   std::vector<Skip>& skips, std::vector<Notice>& notices) const {
    const Span span{.begin = part.front().source.begin, .end = part.back().source.end};
    const Language& language = language_of(control);
    Override given{.source = span, .words = {}, .reason = {}};
    if (control.kind != Control::Kind::language) {
        given = controlled(control, span, notices);
        if (given.request && &language != &language_)
            given = foreign(language, part, {std::move(given)}, skips);
    } else if (&language != &language_) {
        given = foreign(language, part, in_tokens(language, part, {}), skips);
    }
    for (Word& word : given.words) {
        if (language.tag() != language_.tag()) word.language = language.tag();
    }
    return given;
}

std::vector<Override> OverrideFinder::find(Span sentence, std::vector<Token>& tokens,
                                           std::vector<Skip>& skips,
                                           std::vector<Notice>& notices) const {
    const auto [first, last] = controls_in(document_, sentence);
    std::vector<std::uint32_t> edges;
    for (auto control = first; control != last; ++control) {
        edges.push_back(control->source.begin);
        edges.push_back(control->source.end);
    }
    if (!edges.empty()) cut_tokens(document_.text, tokens, edges);
    std::vector<Override> all;
    std::size_t at = 0;
    for (auto control = first; control != last; ++control) {
        while (at < tokens.size() && tokens[at].source.begin < control->source.begin)
            ++at;
        std::size_t end = at;
        while (end < tokens.size() && tokens[end].source.begin < control->source.end)
            ++end;
        if (end == at) continue;
        const std::vector<Token> part(tokens.begin() + static_cast<std::ptrdiff_t>(at),
                                      tokens.begin() + static_cast<std::ptrdiff_t>(end));
        Override given = asked_for(*control, part, skips, notices);
        const bool free =
            at > 0 && (all.empty() || all.back().source.end < tokens[at - 1].source.end);
        if (free && control->kind != Control::Kind::language) take_glue(tokens[at - 1], given);
        const bool said = !given.words.empty() || given.request || given.reason;
        if (said) all.push_back(std::move(given));
        at = end;
    }
    std::vector<Override> known = in_tokens(language_, tokens, all);
    if (known.empty()) return all;
    std::vector<Override> merged;
    std::merge(std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()),
               std::make_move_iterator(known.begin()), std::make_move_iterator(known.end()),
               std::back_inserter(merged), [](const Override& a, const Override& b) {
                   return a.source.begin < b.source.begin;
               });
    return merged;
}

}  // namespace rawi::wording::overrides
