// Arabic as a newsreader says it: what stands in a sentence is recognized class by class, the first
// that fits is said.
#include <array>
#include <memory>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/arabic/readings.h"
#include "wording/arabic/voicing.h"
#include "wording/languages.h"
#include "wording/words.h"

namespace rawi {

namespace {

using arabic::Piece;
using arabic::Reading;
using arabic::Recognizer;
using arabic::Sentence;

// Those that know more of what stands around come first.
constexpr std::array<Recognizer, 18> of_figures = {
    arabic::list_number,   arabic::telephone, arabic::numeric_date, arabic::clock_time,
    arabic::day_and_month, arabic::year,      arabic::score,        arabic::percent,
    arabic::money,         arabic::fraction,  arabic::range,        arabic::measure,
    arabic::scaled_number, arabic::ranked,    arabic::designation,  arabic::definite_number,
    arabic::number,        arabic::sign,
};
constexpr std::array<Recognizer, 5> of_words = {arabic::latin_behind_prefix, arabic::month_alone,
                                                arabic::short_form, arabic::designation,
                                                arabic::money};
constexpr std::array<Recognizer, 7> of_latin = {
    arabic::web_address, arabic::mail_address, arabic::money, arabic::roman_numeral,
    arabic::designation, arabic::latin_name,   arabic::sign,
};
constexpr std::array<Recognizer, 10> of_signs = {
    arabic::entity,    arabic::handle_or_hashtag,
    arabic::telephone, arabic::percent,
    arabic::money,     arabic::measure,
    arabic::fraction,  arabic::roman_numeral,
    arabic::number,    arabic::sign,
};

template <std::size_t size>
std::optional<Reading> first_of(const std::array<Recognizer, size>& recognizers,
                                const Sentence& sentence, std::size_t at) {
    for (const Recognizer recognize : recognizers) {
        std::optional<Reading> reading = recognize(sentence, at);
        std::string why = sentence.take_reasons();
        if (!reading) continue;
        reading->why = std::move(why);
        return reading;
    }
    return std::nullopt;
}

std::optional<Reading> reading_at(const Sentence& sentence, std::size_t at) {
    switch (sentence.at(at).kind) {
        case Piece::Kind::number:
            return first_of(of_figures, sentence, at);
        case Piece::Kind::word:
            return first_of(of_words, sentence, at);
        case Piece::Kind::latin:
            return first_of(of_latin, sentence, at);
        case Piece::Kind::punctuation:
        case Piece::Kind::symbol:
            return first_of(of_signs, sentence, at);
        case Piece::Kind::space:
            break;
    }
    return std::nullopt;
}

/// One sentence being said.
class Saying {
  public:
    Saying(Sentence& sentence, const std::vector<Given>& given, std::vector<Skip>& skips)
        : sentence_(sentence), given_(given.begin()), last_given_(given.end()), skips_(skips) {}

    std::vector<Word> all() {
        for (std::size_t at = 0; at < sentence_.size();) {
            if (const std::size_t end = end_of_given(at); end > at) {
                add_given(words_, *given_++, skips_);
                at = end;
            } else if (sentence_.is(at, Piece::Kind::space)) {
                ++at;
            } else if (const std::optional<Reading> reading = reading_at(sentence_, at)) {
                say(at, *reading);
                at = reading->end;
            } else {
                say_plain(sentence_.at(at++));
            }
        }
        return std::move(words_);
    }

  private:
    /// The piece behind what is given from piece `at` on, or `at`. What a reading has taken with
    /// it already is passed over.
    std::size_t end_of_given(std::size_t at) {
        const Span source = sentence_.at(at).source;
        while (given_ != last_given_ && given_->source.begin < source.begin)
            ++given_;
        if (given_ == last_given_ || !given_->source.contains(source)) return at;
        while (at < sentence_.size() && given_->source.contains(sentence_.at(at).source))
            ++at;
        return at;
    }

    void say(std::size_t begin, const Reading& reading) {
        const Span whole = sentence_.span(begin, reading.end);
        std::vector<Span> held;
        for (const arabic::Part& part : reading.parts) {
            const Span source = part.source.end > part.source.begin ? part.source : whole;
            const std::size_t before = words_.size();
            add_words(words_, part.words, source, reading.kind, reading.rule);
            if (words_.size() > before) held.push_back(source);
            for (std::size_t i = before; i < words_.size(); ++i) {
                words_[i].language = part.language;
                words_[i].why = reading.why;
            }
            if (part.pause) close_last(words_, Boundary::comma);
        }
        for (std::size_t i = begin; i < reading.end; ++i) {
            const Piece& piece = sentence_.at(i);
            const bool is_held = std::any_of(
                held.begin(), held.end(), [&](Span span) { return span.contains(piece.source); });
            if (!is_held && piece.kind != Piece::Kind::space) {
                skip(piece, reading.parts.empty() ? reading.rule : "punctuation");
            }
        }
        sentence_.note(reading.kind, reading.end, reading.in);
    }

    void say_plain(const Piece& piece) {
        const std::string said =
            piece.kind == Piece::Kind::word ? arabic::sayable(piece.text) : std::string();
        if (!said.empty()) {
            add_words(words_, said, piece.source, "word", "");
            return;
        }
        skip(piece, reason_for(piece));
        if (piece.kind == Piece::Kind::punctuation) close_last(words_, boundary_of(piece.text));
    }

    static std::string_view reason_for(const Piece& piece) {
        if (piece.kind == Piece::Kind::punctuation) return "punctuation";
        if (piece.text.empty()) return "invisible characters";
        const char32_t first = utf8::decode(piece.text, 0).code;
        if (piece.kind == Piece::Kind::symbol) {
            const bool emoji = u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_EMOJI) != 0;
            return emoji ? "an emoji" : "a sign without a word in symbols.tsv";
        }
        return u_isalpha(static_cast<UChar32>(first)) != 0 ? "letters of another script"
                                                           : "marks without a letter";
    }

    void skip(const Piece& piece, std::string_view reason) {
        skips_.push_back(Skip{.source = piece.source, .reason = std::string(reason)});
    }

    Sentence& sentence_;
    std::vector<Given>::const_iterator given_, last_given_;
    std::vector<Skip>& skips_;
    std::vector<Word> words_;
};

class Arabic : public Language {
  public:
    Arabic(arabic::Tables tables, std::optional<vowels::Vowels> vowels, std::string_view tag,
           const Style& style, const HouseStyle& house)
        : tag_(tag),
          tables_(std::move(tables)),
          vowels_(std::move(vowels)),
          style_(style),
          house_(house) {}

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override {
        return tables_.abbreviations.keys();
    }
    std::vector<Word> say(const Line& line, std::vector<Skip>& skips) const override {
        Sentence sentence(tables_, style_, house_, line.text,
                          cut_pieces(tables_, line.text, line.cut, line.habits));
        return Saying(sentence, line.given, skips).all();
    }
    void pronounce(std::vector<Word>& words) const override {
        if (vowels_) arabic::voice(tables_, *vowels_, style_.endings, words);
    }

  private:
    std::string tag_;
    arabic::Tables tables_;
    std::optional<vowels::Vowels> vowels_;
    Style style_;
    arabic::House house_;
};

}  // namespace

Result<std::unique_ptr<Language>> arabic_language(const std::filesystem::path& folder,
                                                  std::string_view tag, const Style& style,
                                                  const HouseStyle& house) {
    RAWI_TRY(arabic::Tables tables, arabic::Tables::load(folder));
    std::optional<vowels::Vowels> vowels;
    std::error_code ignored;
    if (std::filesystem::exists(folder / "vowels.weights", ignored)) {
        RAWI_TRY(vowels, vowels::Vowels::load(folder));
    }
    return std::make_unique<Arabic>(std::move(tables), std::move(vowels), tag, style, house);
}

}  // namespace rawi
