// English as a newsreader says it. The recognizers of the classes are tried in order; the first one
// that matches determines what is said.
#include "languages/english/english.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"
#include "wording/semiotic/reading.h"
#include "wording/semiotic/recognizers.h"
#include "wording/semiotic/sentence_verbalizer.h"
#include "wording/token.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

constexpr std::array<Recognizer, 30> of_figures = {
    fixed,
    telephone,
    network_address,
    security_number,
    code_number,
    numeric_date,
    clock_time,
    street_address,
    day_first,
    year_with_era,
    year_range,
    designation,
    decade,
    mail_address,
    web_address,
    financial_period,
    money,
    formula,
    measure,
    by_size,
    fraction,
    feet_and_inches,
    ordinal,
    score_or_range,
    scaled_number,
    serial,
    year,
    number,
    alternatives,
    sign,
};
constexpr std::array<Recognizer, 16> of_words = {
    fixed, web_address, mail_address, money,   month_first,  era_first, weekday,       half_of_day,
    state, designation, serial,       formula, abbreviation, initials,  roman_numeral, acronym,
};
constexpr std::array<Recognizer, 14> of_signs = {
    entity, markup,  handle_or_hashtag, telephone, short_year, money,        approximately,
    minus,  by_size, measure,           fraction,  number,     alternatives, sign,
};

constexpr semiotic::RecognizersByKind<Recognizer> recognizers = {
    .of_numbers = of_figures, .of_words = of_words, .of_latin = {}, .of_signs = of_signs};

/// Whether a word may start a reading. Most words do not and are said at once.
bool is_special(const Sentence& s, std::size_t at) {
    const Piece& word = s.at(at);
    if (word.text.empty()) return false;  // only invisible characters
    if (word.capital) return true;
    if (s.is_tight(at + 1) && !s.is_sign(at + 1, ',') && at + 1 < s.size()) return true;
    return s.tables.is_cue(word.low);
}

/// Extends a reading to a possessive ending: "80's", "NASA's".
void take_possessive(const Sentence& s, Reading& reading) {
    if (reading.parts.empty() || !s.is_apostrophe(reading.end) || !s.is_tight(reading.end) ||
        !s.is_tight(reading.end + 1) || s.at(reading.end + 1).low != "s")
        return;
    if (s.is_tight(reading.end + 2) &&
        (s.is(reading.end + 2, Kind::word) || s.is(reading.end + 2, Kind::number)))
        return;
    semiotic::SpokenPart& last = reading.parts.back();
    last.words += s.written(reading.end, reading.end + 2);
    reading.end += 2;
    if (last.source.end > last.source.begin) last.source.end = s.at(reading.end - 1).source.end;
}

}  // namespace

std::optional<Reading> reading_at(const Sentence& s, std::size_t at) {
    if (s.is(at, Kind::word) && !is_special(s, at)) return {};
    std::optional<Reading> reading = semiotic::first_reading(recognizers, s, at);
    if (reading && s.is(at, Kind::number)) take_possessive(s, *reading);
    return reading;
}

namespace {

/// The policy for SentenceVerbalizer.
struct LanguagePolicy {
    using Sentence = english::Sentence;
    using Kind = Piece::Kind;

    static std::optional<Reading> reading_at(const Sentence& sentence, std::size_t at) {
        return english::reading_at(sentence, at);
    }
    static std::optional<Reading> reading_before(const Sentence& sentence, std::size_t at,
                                                 std::uint32_t end);
    static std::optional<Reading> reading_of(const Sentence& sentence, std::size_t /*at*/,
                                             std::size_t end, const semiotic::Value& value,
                                             std::string_view /*format*/) {
        return requested_reading(sentence, end, value);
    }
    static wording::NumberFormat number_format(const Sentence& /*sentence*/) { return {}; }
    static std::string_view plain(const Piece& piece) {
        if (piece.kind != Kind::word) return {};
        const bool letter =
            !piece.text.empty() &&
            (static_cast<unsigned char>(piece.text.front()) < 0x80 || has_letter(piece.text));
        return letter ? piece.text : std::string_view();
    }
    static void note(const Sentence& /*sentence*/, const Reading& /*reading*/) {}
    static SkipReason reason_for(const Piece& /*piece*/) { return SkipReason::stray_marks; }

    static bool has_letter(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded next = utf8::decode(text, at);
            if (u_isalpha(static_cast<UChar32>(next.code)) != 0) return true;
            at += next.size;
        }
        return false;
    }
};

std::optional<Reading> LanguagePolicy::reading_before(const Sentence& sentence, std::size_t at,
                                                      std::uint32_t end) {
    constexpr std::size_t near = 16;
    const std::size_t first = at - std::min(at, near);
    const std::vector<wording::Token>& all = sentence.written_line.tokens;
    const auto begin = std::lower_bound(
        all.begin(), all.end(), sentence.at(first).source.begin,
        [](const wording::Token& token, std::uint32_t byte) { return token.source.end <= byte; });
    const auto last = std::lower_bound(
        begin, all.end(), end,
        [](const wording::Token& token, std::uint32_t byte) { return token.source.begin < byte; });
    const std::vector<wording::Token> tokens(begin, last);
    const wording::TokenizedSentence line{.text = sentence.text,
                                          .tokens = tokens,
                                          .number_format = sentence.written_line.number_format};
    const Sentence part(sentence.shared, line);
    std::size_t here = 0;
    while (here < part.size() && part.at(here).source.begin < sentence.at(at).source.begin)
        ++here;
    std::optional<Reading> reading = english::reading_at(part, here);
    if (reading) reading->end += at - here;
    return reading;
}

/// Whether a word is spelled out.
bool is_spelled(const Word& word) {
    const bool capitals = word.spoken.size() > 1 && word.spoken[0] >= 'A' &&
                          word.spoken[0] <= 'Z' && word.spoken[1] >= 'A' && word.spoken[1] <= 'Z';
    constexpr std::size_t most = 5;
    const bool laid_down = word.semiotic_class == SemioticClass::lexicon ||
                           word.semiotic_class == SemioticClass::alias;
    if (!capitals || word.semiotic_class == SemioticClass::word || laid_down) return false;
    return word.semiotic_class == SemioticClass::letters || word.spoken.size() <= most;
}

/// Adds a word for each letter; an ending in lower case belongs to the last one.
void add_letters(std::vector<Word>& words, const Word& word) {
    const std::size_t ending =
        std::min(word.spoken.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), word.spoken.size());
    for (std::size_t i = 0; i < ending; ++i) {
        Word letter = word;
        letter.spoken.assign(1, word.spoken[i]);
        letter.after = Boundary::none;
        if (i + 1 == ending) {
            if (ending < word.spoken.size())
                letter.spoken += word.spoken[ending] == 's' ? "'s" : word.spoken.substr(ending);
            letter.after = word.after;
        }
        words.push_back(std::move(letter));
    }
}

class English : public wording::Language {
  public:
    English(Tables tables, std::string_view tag, const wording::WordingOptions& style)
        : tag_(tag), grammar_(std::move(tables), tag, style) {}

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override {
        return grammar_.tables.stopped;
    }
    std::vector<Word> say(const wording::TokenizedSentence& line,
                          std::vector<Skip>& skips) const override {
        Sentence sentence(grammar_, line);
        return semiotic::SentenceVerbalizer<LanguagePolicy>(sentence, line.overrides, skips,
                                                            grammar_.style.reasons)
            .all();
    }
    /// The engine reads English itself; what is said by its letters it gets letter by letter.
    void pronounce(std::vector<Word>& words) const override {
        std::vector<Word> said;
        said.reserve(words.size());
        for (Word& word : words) {
            if (word.pronunciation.empty() && is_spelled(word)) {
                add_letters(said, word);
            } else {
                said.push_back(std::move(word));
            }
        }
        words = std::move(said);
    }

  private:
    std::string tag_;
    LanguageData grammar_;
};

}  // namespace

Result<std::unique_ptr<wording::Language>> load_english(const std::filesystem::path& folder,
                                                        std::string_view tag,
                                                        const wording::WordingOptions& style) {
    RAWI_TRY(Tables tables, Tables::load(folder));
    return std::make_unique<English>(std::move(tables), tag, style);
}

}  // namespace rawi::languages::english
