// Arabic as a newsreader says it: what stands in a sentence is recognized class by class, the first
// that fits is said.
#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/arabic/clitics.h"
#include "wording/arabic/readings.h"
#include "wording/arabic/say_as.h"
#include "wording/arabic/voicing.h"
#include "wording/languages.h"
#include "wording/saying.h"

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

struct Grammar {
    using Sentence = arabic::Sentence;
    using Kind = Piece::Kind;

    static std::optional<Reading> reading_at(const Sentence& sentence, std::size_t at) {
        return rawi::reading_at(sentence, at);
    }
    static std::optional<Reading> reading_before(const Sentence& sentence, std::size_t at,
                                                 std::uint32_t end) {
        constexpr std::size_t near = 16;
        const std::size_t first = at - std::min(at, near);
        Sentence part = sentence.part(first, at, end);
        std::optional<Reading> reading = rawi::reading_at(part, at - first);
        if (reading) reading->end += first;
        return reading;
    }
    static std::string plain(const Piece& piece) {
        return piece.kind == Kind::word ? arabic::sayable(piece.text) : std::string();
    }
    static void note(Sentence& sentence, const Reading& reading) {
        sentence.note(reading.kind, reading.end, reading.in);
    }
    static std::string_view reason_for(const Piece& piece) {
        const auto first = static_cast<UChar32>(utf8::decode(piece.text, 0).code);
        return u_isalpha(first) != 0 ? "letters of another script" : "marks without a letter";
    }
};

class Arabic : public Language {
  public:
    Arabic(arabic::Tables tables, std::optional<vowels::Vowels> vowels, std::string_view tag,
           Style style, const HouseStyle& house)
        : tag_(tag),
          tables_(std::move(tables)),
          vowels_(std::move(vowels)),
          style_(std::move(style)),
          house_(house) {}

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override {
        return tables_.abbreviations.keys();
    }
    std::vector<Word> say(const Line& line, std::vector<Skip>& skips) const override {
        Sentence sentence(tables_, style_, house_, line.text, cut_pieces(tables_, line));
        return Saying<Grammar>(sentence, line.given, skips).all();
    }
    void pronounce(std::vector<Word>& words) const override {
        if (vowels_) arabic::voice(tables_, *vowels_, style_.endings, words);
    }

    std::vector<Word> say_as(std::string_view text, SayAs what,
                             std::string_view format) const override {
        const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
        std::vector<Word> words;
        const auto [said, kind] = arabic::words_as(tables_, text, what, format);
        const bool plus = what == SayAs::telephone && text.find('+') != std::string_view::npos;
        if (plus) add_words(words, tables_.word("plus"), all, "telephone", {});
        if (said.empty()) {
            std::vector<Word> usual = Language::say_as(text, what, format);
            if (usual.empty()) return usual;
            std::move(usual.begin(), usual.end(), std::back_inserter(words));
        } else {
            add_words(words, said, all, kind, {});
        }
        return words;
    }
    std::vector<Stem> stems(std::string_view word) const override { return arabic::stems_of(word); }
    bool is_glue(std::string_view word) const override { return arabic::is_glue(word); }
    std::string respelled(const Stem& stem, std::string_view respelling) const override {
        return arabic::glued(stem.before, respelling);
    }
    std::string pronounced(const Stem& stem, std::string_view ipa) const override {
        return arabic::glued_ipa(stem.before, ipa);
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
