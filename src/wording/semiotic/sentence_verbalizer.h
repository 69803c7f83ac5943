#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/semiotic/markup.h"
#include "wording/semiotic/reading.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::wording::semiotic {

/// Verbalizes one sentence: the words of overrides are said unchanged and their requests as values,
/// recognized pieces as their reading says, and all others plainly, or they are skipped with a
/// reason. A Policy has the types Sentence
/// (pieces with a kind, a source and a text) and Kind, and the functions
///     reading_at(sentence, at)          the reading that starts at a piece, if any
///     reading_before(sentence, at, end) the same, as if the sentence ended at byte `end`
///     reading_of(sentence, at, end, value, format)
///                                       how a value that markup requests is read in place of
///                                       pieces [at, end), if the language has a form for it
///     number_format(sentence)           how the language writes numbers
///     plain(piece)                      the words of a piece that was not recognized, or none
///     note(sentence, reading)           records a reading that was said, as context for later ones
///     reason_for(piece)                 why a piece of letters without words is skipped
template <class Policy>
class SentenceVerbalizer {
  public:
    using Sentence = typename Policy::Sentence;
    using Kind = typename Policy::Kind;

    SentenceVerbalizer(Sentence& sentence, const std::vector<Override>& given,
                       std::vector<Skip>& skips, bool explains)
        : explains_(explains),
          sentence_(sentence),
          given_(given.begin()),
          last_given_(given.end()),
          skips_(skips) {}

    std::vector<Word> all() {
        for (std::size_t at = 0; at < sentence_.size();) {
            if (const std::size_t end = end_of_given(at); end > at) {
                add_override(words_, *given_, skips_);
                if (given_->request) say_requested(at, end, *given_);
                ++given_;
                at = end;
            } else if (sentence_.at(at).kind == Kind::space) {
                ++at;
            } else if (const auto reading = reading_at(at)) {
                say(at, *reading);
                Policy::note(sentence_, *reading);
                at = reading->end;
            } else {
                say_plain(sentence_.at(at++));
            }
        }
        return std::move(words_);
    }

  private:
    /// The reading that starts at a piece and does not extend into an override.
    auto reading_at(std::size_t at) {
        auto reading = Policy::reading_at(sentence_, at);
        const bool reaches = reading && given_ != last_given_ &&
                             given_->source.begin < sentence_.at(reading->end - 1).source.end;
        if (reaches) reading = Policy::reading_before(sentence_, at, given_->source.begin);
        return reading;
    }

    /// The piece after the override that starts at piece `at`, or `at` if there is none. Passes
    /// over overrides that a reading already includes.
    std::size_t end_of_given(std::size_t at) {
        if (given_ == last_given_) return at;
        const Span source = sentence_.at(at).source;
        while (given_ != last_given_ && given_->source.begin < source.begin)
            ++given_;
        if (given_ == last_given_ || !given_->source.contains(source)) return at;
        while (at < sentence_.size() && given_->source.contains(sentence_.at(at).source))
            ++at;
        return at;
    }

    /// Says pieces [at, end) as markup requests, or as usual if the language has no form for it.
    void say_requested(std::size_t at, std::size_t end, const Override& given) {
        const Request& request = *given.request;
        const std::size_t before = words_.size();
        const std::size_t skipped = skips_.size();
        const auto value = value_of(request.source.of(sentence_.text), request.what, request.format,
                                    Policy::number_format(sentence_));
        const auto reading =
            value ? Policy::reading_of(sentence_, at, end, *value, request.format) : std::nullopt;
        if (reading) {
            say(at, *reading);
            Policy::note(sentence_, *reading);
        } else {
            say_before(at, given.source.end);
        }
        if (words_.size() > before) skips_.resize(skipped);
        for (std::size_t i = before; i < words_.size(); ++i) {
            words_[i].source = given.source;
            words_[i].rule = request.rule;
            if (request.what == SayAs::characters)
                words_[i].semiotic_class = SemioticClass::characters;
        }
    }

    /// Says the pieces from `at` on as if the sentence ended at byte `end`.
    void say_before(std::size_t at, std::uint32_t end) {
        while (at < sentence_.size() && sentence_.at(at).source.end <= end) {
            if (sentence_.is(at, Kind::space)) {
                ++at;
            } else if (const auto reading = Policy::reading_before(sentence_, at, end)) {
                say(at, *reading);
                at = reading->end;
            } else {
                say_plain(sentence_.at(at++));
            }
        }
    }

    void say(std::size_t begin, const Reading& reading) {
        const Span whole = sentence_.span(begin, reading.end);
        std::vector<Span> held;
        for (const SpokenPart& part : reading.parts) {
            const Span source = part.source.end > part.source.begin ? part.source : whole;
            const std::size_t before = words_.size();
            add_words(words_, part.words, source, reading.semiotic_class, reading.rule);
            for (std::size_t i = before; i < words_.size(); ++i) {
                words_[i].why = reading.why;
                words_[i].language = part.language;
                if (explains_ && reading.value) words_[i].value = fields_of(*reading.value);
            }
            if (words_.size() > before) held.push_back(source);
            if (part.pause) raise_boundary(words_, Boundary::comma);
        }
        if (held.size() == 1 && held.front() == whole) return;
        for (std::size_t i = begin; i < reading.end; ++i) {
            const auto& piece = sentence_.at(i);
            const bool is_held = std::any_of(
                held.begin(), held.end(), [&](Span span) { return span.contains(piece.source); });
            if (!is_held && piece.kind != Kind::space) {
                skip(piece, reading.parts.empty() ? reading.unspoken : SkipReason::punctuation);
            }
        }
    }

    template <class Piece>
    void say_plain(const Piece& piece) {
        const auto& said = Policy::plain(piece);
        if (!said.empty()) {
            add_words(words_, said, piece.source, SemioticClass::word, "");
            return;
        }
        skip(piece, reason_for(piece));
        if (piece.kind == Kind::punctuation) raise_boundary(words_, boundary_of(piece.text));
    }

    template <class Piece>
    static SkipReason reason_for(const Piece& piece) {
        if (piece.kind == Kind::punctuation) return SkipReason::punctuation;
        if (piece.text.empty()) return SkipReason::invisible;
        if (piece.kind != Kind::symbol) return Policy::reason_for(piece);
        const auto first = static_cast<UChar32>(utf8::decode(piece.text, 0).code);
        return u_hasBinaryProperty(first, UCHAR_EMOJI) != 0 ? SkipReason::emoji
                                                            : SkipReason::unknown_sign;
    }

    template <class Piece>
    void skip(const Piece& piece, SkipReason reason) {
        add_skip(skips_, piece.source, reason);
    }

    const bool explains_;  ///< whether words carry the value that they are a part of
    Sentence& sentence_;
    std::vector<Override>::const_iterator given_, last_given_;
    std::vector<Skip>& skips_;
    std::vector<Word> words_;
};

}  // namespace rawi::wording::semiotic
