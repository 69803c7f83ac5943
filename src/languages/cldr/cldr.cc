// Languages without their own grammar. ICU supplies the words it has for the language; the
// engine reads everything else. Nothing is ever said in another language.
#include "languages/cldr/cldr.h"

#include <array>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/table.h"
#include "languages/cldr/readings.h"
#include "wording/semiotic/recognizers.h"
#include "wording/semiotic/sentence_verbalizer.h"
#include "wording/token.h"

namespace rawi::languages::cldr {

namespace {

using Kind = Piece::Kind;

constexpr std::array<Recognizer, 5> of_figures = {date, money, measure, ordinal, number};
constexpr std::array<Recognizer, 3> of_signs = {money_before_number, negative_number, sign};

constexpr semiotic::RecognizersByKind<Recognizer> recognizers = {
    .of_numbers = of_figures, .of_words = {}, .of_latin = {}, .of_signs = of_signs};

/// The policy for SentenceVerbalizer.
struct LanguagePolicy {
    using Sentence = cldr::Sentence;
    using Kind = Piece::Kind;

    static std::optional<Reading> reading_at(const Sentence& sentence, std::size_t at) {
        return semiotic::first_reading(recognizers, sentence, at);
    }
    static std::optional<Reading> reading_before(const Sentence& sentence, std::size_t at,
                                                 std::uint32_t end) {
        const std::size_t first = at == 0 ? 0 : at - 1;  // a recognizer looks no further back
        const Sentence part = sentence.part(first, end);
        std::optional<Reading> reading = reading_at(part, at - first);
        if (reading) reading->end += first;
        return reading;
    }
    static std::optional<Reading> reading_of(const Sentence& sentence, std::size_t /*at*/,
                                             std::size_t end, const semiotic::Value& value,
                                             std::string_view format) {
        return requested_reading(sentence, end, value, format);
    }
    static wording::NumberFormat number_format(const Sentence& sentence) {
        return sentence.shared.words.number_format();
    }
    static std::string_view plain(const Piece& piece) {
        return piece.kind == Kind::word ? piece.text : std::string_view();
    }
    static void note(const Sentence& /*sentence*/, const Reading& /*reading*/) {}
    static SkipReason reason_for(const Piece& /*piece*/) { return SkipReason::invisible; }
};

class Cldr : public wording::Language {
  public:
    Cldr(std::string_view tag, SaidTable symbols, const WordList& abbreviations, bool explains)
        : tag_(tag),
          data_(tag_, std::move(symbols)),
          stopped_(abbreviations.keys()),
          explains_(explains) {
        constexpr std::uint64_t last_day = 31;
        for (std::uint64_t day = 1; day <= last_day; ++day) {
            std::string written = fmt::format("{}", day) + ".";
            if (data_.words.ordinal(written, day)) stopped_.push_back(std::move(written));
        }
    }

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override { return stopped_; }

    std::vector<Word> say(const wording::TokenizedSentence& line,
                          std::vector<Skip>& skips) const override {
        Sentence sentence(data_, line);
        return semiotic::SentenceVerbalizer<LanguagePolicy>(sentence, line.overrides, skips,
                                                            explains_)
            .all();
    }

  private:
    std::string tag_;
    LanguageData data_;
    std::vector<std::string> stopped_;  ///< abbreviations, including ordinals like "3."
    bool explains_;                     ///< whether words carry the value that they are a part of
};

}  // namespace

Result<std::unique_ptr<wording::Language>> load_cldr(const std::filesystem::path& folder,
                                                     std::string_view tag,
                                                     const wording::WordingOptions& style) {
    RAWI_TRY(SaidTable symbols, SaidTable::load(folder / "symbols.tsv", Missing::empty));
    RAWI_TRY(const WordList abbreviations,
             WordList::load(folder / "abbreviations.tsv", Missing::empty));
    return std::make_unique<Cldr>(tag, std::move(symbols), abbreviations, style.reasons);
}

}  // namespace rawi::languages::cldr
