// Arabic as a newsreader says it. The recognizers of the classes are tried in order; the first one
// that matches determines what is said.
#include "languages/arabic/arabic.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "languages/arabic/clitics.h"
#include "languages/arabic/diacritize.h"
#include "languages/arabic/readings.h"
#include "languages/arabic/verbalizers.h"
#include "wording/semiotic/recognizers.h"
#include "wording/semiotic/sentence_verbalizer.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::languages::arabic {

namespace {

constexpr std::array<Recognizer, 18> of_figures = {
    list_number,   telephone, numeric_date, clock_time,      day_and_month, year,
    score,         percent,   money,        fraction,        range,         measure,
    scaled_number, ranked,    designation,  definite_number, number,        sign,
};
constexpr std::array<Recognizer, 5> of_words = {latin_behind_prefix, month_alone, short_form,
                                                designation, money};
constexpr std::array<Recognizer, 7> of_latin = {
    web_address, mail_address, money, roman_numeral, designation, latin_name, sign,
};
constexpr std::array<Recognizer, 10> of_signs = {
    entity,  handle_or_hashtag, telephone,     percent, money,
    measure, fraction,          roman_numeral, number,  sign,
};

constexpr semiotic::RecognizersByKind<Recognizer> recognizers = {
    .of_numbers = of_figures, .of_words = of_words, .of_latin = of_latin, .of_signs = of_signs};

std::optional<Reading> reading_at(const Sentence& sentence, std::size_t at) {
    if (!sentence.explains()) return semiotic::first_reading(recognizers, sentence, at);
    // What a recognizer noted that made no reading is of no interest.
    auto reading =
        semiotic::first_reading(recognizers, sentence, at, [&] { sentence.reasons->take(); });
    if (reading) reading->why = sentence.reasons->take();
    return reading;
}

struct LanguagePolicy {
    using Sentence = arabic::Sentence;
    using Kind = Piece::Kind;

    static std::optional<Reading> reading_at(const Sentence& sentence, std::size_t at) {
        return languages::arabic::reading_at(sentence, at);
    }
    static std::optional<Reading> reading_before(const Sentence& sentence, std::size_t at,
                                                 std::uint32_t end) {
        constexpr std::size_t near = 16;
        const std::size_t first = at - std::min(at, near);
        Sentence part = sentence.part(first, at, end);
        std::optional<Reading> reading = languages::arabic::reading_at(part, at - first);
        if (reading) reading->end += first;
        return reading;
    }
    static std::optional<Reading> reading_of(const Sentence& sentence, std::size_t at,
                                             std::size_t end, const semiotic::Value& value,
                                             std::string_view format) {
        // What a recognizer noted that made no reading is of no interest.
        if (sentence.explains()) sentence.reasons->take();
        std::optional<Reading> reading = requested_reading(sentence, at, end, value, format);
        if (reading && sentence.explains()) reading->why = sentence.reasons->take();
        return reading;
    }
    static wording::NumberFormat number_format(const Sentence& /*sentence*/) { return {}; }
    static std::string plain(const Piece& piece) {
        return piece.kind == Kind::word ? keep_arabic_letters(piece.text) : std::string();
    }
    static void note(Sentence& sentence, const Reading& reading) {
        sentence.note(reading.semiotic_class, reading.end, reading.in);
    }
    static SkipReason reason_for(const Piece& piece) {
        const auto first = static_cast<UChar32>(utf8::decode(piece.text, 0).code);
        return u_isalpha(first) != 0 ? SkipReason::other_script : SkipReason::stray_marks;
    }
};

class Arabic : public wording::Language {
  public:
    Arabic(Tables tables, std::optional<diacritizer::Diacritizer> vowels, std::string_view tag,
           wording::WordingOptions style, const wording::HouseStyle& house)
        : tag_(tag),
          tables_(std::move(tables)),
          vowels_(std::move(vowels)),
          style_(std::move(style)),
          house_(house) {}

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override {
        return tables_.abbreviations.keys();
    }
    std::vector<Word> say(const wording::TokenizedSentence& line,
                          std::vector<Skip>& skips) const override {
        Reasons reasons;
        Sentence sentence(tables_, style_, house_, style_.reasons ? &reasons : nullptr, line.text,
                          cut_pieces(tables_, line));
        return semiotic::SentenceVerbalizer<LanguagePolicy>(sentence, line.overrides, skips,
                                                            style_.reasons)
            .all();
    }
    std::vector<std::string> languages_of_words() const override {
        return house_.latin_as_it_is ? std::vector<std::string>{latin_language}
                                     : std::vector<std::string>{};
    }
    void pronounce(std::vector<Word>& words) const override {
        if (vowels_) voice(tables_, *vowels_, style_.endings, words);
    }
    std::vector<wording::Stem> stems(std::string_view word) const override {
        return stems_of(word);
    }
    bool is_glue(std::string_view word) const override { return arabic::is_glue(word); }
    std::string respelled(const wording::Stem& stem, std::string_view respelling) const override {
        return glued(stem.before, respelling);
    }
    std::string pronounced(const wording::Stem& stem, std::string_view ipa) const override {
        return glued_ipa(stem.before, ipa);
    }

  private:
    std::string tag_;
    Tables tables_;
    std::optional<diacritizer::Diacritizer> vowels_;
    wording::WordingOptions style_;
    Style house_;
};

}  // namespace

Result<std::unique_ptr<wording::Language>> load_arabic(const std::filesystem::path& folder,
                                                       std::string_view tag,
                                                       const wording::WordingOptions& style,
                                                       const wording::HouseStyle& house) {
    RAWI_CHECK_OK(house.check(Style::settings()));
    RAWI_TRY(Tables tables, Tables::load(folder));
    std::optional<diacritizer::Diacritizer> vowels;
    std::error_code ignored;
    if (std::filesystem::exists(folder / "vowels.weights", ignored)) {
        RAWI_TRY(vowels, diacritizer::Diacritizer::load(folder));
    }
    return std::make_unique<Arabic>(std::move(tables), std::move(vowels), tag, style, house);
}

}  // namespace rawi::languages::arabic
