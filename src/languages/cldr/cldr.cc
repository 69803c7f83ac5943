// Languages without a grammar of their own. ICU supplies the words it has for the language; the
// engine reads everything else. Nothing is ever said in another language.
#include "languages/cldr/cldr.h"

#include <array>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/table.h"
#include "base/utf8.h"
#include "languages/cldr/icu_words.h"
#include "wording/say_as.h"
#include "wording/segmentation.h"
#include "wording/semiotic/markup.h"
#include "wording/token.h"
#include "wording/words.h"
#include "wording/written_number.h"

namespace rawi::languages::cldr {

namespace {

/// A sign that means the same in every language, and its name in ICU.
struct Sign {
    std::string_view written, name;
};
constexpr std::array<Sign, 14> currencies = {{{"$", "USD"},
                                              {"\xE2\x82\xAC", "EUR"},
                                              {"\xC2\xA3", "GBP"},
                                              {"\xC2\xA5", "JPY"},
                                              {"\xE2\x82\xA9", "KRW"},
                                              {"\xE2\x82\xB9", "INR"},
                                              {"\xE2\x82\xBD", "RUB"},
                                              {"\xE2\x82\xBA", "TRY"},
                                              {"\xE2\x82\xAA", "ILS"},
                                              {"\xE2\x82\xB4", "UAH"},
                                              {"EUR", "EUR"},
                                              {"USD", "USD"},
                                              {"GBP", "GBP"},
                                              {"CHF", "CHF"}}};
constexpr std::array<Sign, 20> units = {{{"%", "percent"},
                                         {"km", "kilometer"},
                                         {"m", "meter"},
                                         {"cm", "centimeter"},
                                         {"mm", "millimeter"},
                                         {"kg", "kilogram"},
                                         {"g", "gram"},
                                         {"mg", "milligram"},
                                         {"l", "liter"},
                                         {"ml", "milliliter"},
                                         {"ha", "hectare"},
                                         {"km\xC2\xB2", "square-kilometer"},
                                         {"m\xC2\xB2", "square-meter"},
                                         {"m\xC2\xB3", "cubic-meter"},
                                         {"\xC2\xB0", "degree"},
                                         {"\xC2\xB0"
                                          "C",
                                          "celsius"},
                                         {"km/h", "kilometer-per-hour"},
                                         {"h", "hour"},
                                         {"min", "minute"},
                                         {"kWh", "kilowatt-hour"}}};

template <std::size_t size>
std::string_view name_of(const std::array<Sign, size>& signs, std::string_view written) {
    for (const Sign& sign : signs) {
        if (sign.written == written) return sign.name;
    }
    return {};
}

/// The words for one or more tokens, and the token after them.
struct Told {
    std::string words;
    std::size_t end = 0;
    SemioticClass semiotic_class = SemioticClass::word;
    std::string_view rule;
};

class Cldr : public wording::Language {
  public:
    Cldr(std::string_view tag, SaidTable symbols, const WordList& abbreviations)
        : tag_(tag), words_(tag_), symbols_(std::move(symbols)), stopped_(abbreviations.keys()) {
        constexpr std::uint64_t last_day = 31;
        for (std::uint64_t day = 1; day <= last_day; ++day) {
            std::string written = fmt::format("{}", day) + ".";
            if (words_.ordinal(written, day)) stopped_.push_back(std::move(written));
        }
    }

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override { return stopped_; }

    std::vector<Word> say(const wording::TokenizedSentence& line,
                          std::vector<Skip>& skips) const override {
        std::vector<Word> words;
        auto given = line.overrides.begin();
        for (std::size_t i = 0; i < line.tokens.size();) {
            const Span source = line.tokens[i].source;
            while (given != line.overrides.end() && given->source.end <= source.begin)
                ++given;
            if (given != line.overrides.end() && given->source.contains(source)) {
                if (source.begin == given->source.begin)
                    wording::add_override(words, *given, skips);
                ++i;
                continue;
            }
            // A number before an override must not extend into it.
            const std::uint32_t limit =
                given == line.overrides.end() ? line.tokens.back().source.end : given->source.begin;
            i = say_from(Cut{.line = line, .limit = limit}, i, words, skips);
        }
        return words;
    }

    std::vector<Word> say_as(std::string_view text, wording::SayAs what,
                             std::string_view format) const override {
        if (what != wording::SayAs::cardinal)
            return wording::semiotic::say_as(*this, text, what, format);
        const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
        const std::vector<wording::Token> tokens = wording::tokenize(text, all);
        const bool one = tokens.size() == 1 && tokens.front().kind == wording::Token::Kind::number;
        const auto said = one ? words_.number(wording::read_number(wording::ascii_digits(text),
                                                                   words_.number_format()),
                                              false)
                              : std::nullopt;
        if (!said) return wording::semiotic::say_as(*this, text, what, format);
        std::vector<Word> words;
        wording::add_words(words, *said, all, SemioticClass::cardinal, {});
        return words;
    }

  private:
    /// The tokens of a sentence up to a byte.
    struct Cut {
        const wording::TokenizedSentence& line;
        std::uint32_t limit = 0;

        bool has(std::size_t i) const {
            return i < line.tokens.size() && line.tokens[i].source.end <= limit;
        }
        bool is(std::size_t i, wording::Token::Kind kind) const {
            return has(i) && line.tokens[i].kind == kind;
        }
        std::string_view text(std::size_t i) const {
            return has(i) ? line.tokens[i].source.of(line.text) : std::string_view();
        }
        std::size_t over_space(std::size_t i) const {
            return is(i, wording::Token::Kind::space) ? i + 1 : i;
        }
        std::string_view written(std::size_t from, std::size_t to) const {
            return Span{.begin = line.tokens[from].source.begin,
                        .end = line.tokens[to - 1].source.end}
                .of(line.text);
        }
    };

    std::size_t say_from(const Cut& cut, std::size_t at, std::vector<Word>& words,
                         std::vector<Skip>& skips) const {
        if (const Told told = told_at(cut, at); told.end > at) {
            const Span whole{.begin = cut.line.tokens[at].source.begin,
                             .end = cut.line.tokens[told.end - 1].source.end};
            wording::add_words(words, told.words, whole, told.semiotic_class, told.rule);
            return told.end;
        }
        say_token(cut.line.text, cut.line.tokens[at], words, skips);
        return at + 1;
    }

    Told told_at(const Cut& cut, std::size_t at) const {
        if (Told money = money_before(cut, at); money.end > 0) return money;
        const std::string_view sign = cut.text(at);
        const bool minus = (sign == "-" || sign == "\xE2\x88\x92") &&
                           (at == 0 || cut.is(at - 1, wording::Token::Kind::space)) &&
                           cut.is(at + 1, wording::Token::Kind::number);
        if (minus) return number_at(cut, at + 1, true);
        if (!cut.is(at, wording::Token::Kind::number)) return {};
        if (Told date = date_at(cut, at); date.end > 0) return date;
        const std::size_t last = last_group(cut, at);
        const wording::WrittenNumber figure = figure_at(cut, at, last);
        const std::size_t behind = cut.over_space(last + 1);
        if (const std::string_view code = name_of(currencies, cut.text(behind)); !code.empty()) {
            if (auto said = words_.money(figure, code))
                return {.words = *said,
                        .end = behind + 1,
                        .semiotic_class = SemioticClass::money,
                        .rule = "ICU currency"};
        }
        constexpr std::size_t longest = 3;
        for (std::size_t end = behind + longest; end > behind; --end) {
            if (!cut.has(end - 1) || (cut.is(end, wording::Token::Kind::word) &&
                                      cut.is(end - 1, wording::Token::Kind::word)))
                continue;
            const std::string_view unit = name_of(units, cut.written(behind, end));
            if (unit.empty()) continue;
            if (auto said = words_.measure(figure, unit))
                return {.words = *said,
                        .end = end,
                        .semiotic_class = SemioticClass::measure,
                        .rule = "ICU unit"};
        }
        if (Told ordinal = ordinal_at(cut, at, figure); ordinal.end > 0) return ordinal;
        return number_at(cut, at, false);
    }

    static std::size_t last_group(const Cut& cut, std::size_t at) {
        const std::size_t last = wording::spaced_groups(cut.line, at);
        return cut.has(last) ? last : at;
    }

    wording::WrittenNumber figure_at(const Cut& cut, std::size_t at, std::size_t last) const {
        std::string ascii;
        for (std::size_t i = at; i <= last; ++i) {
            if (cut.is(i, wording::Token::Kind::number))
                ascii += wording::ascii_digits(cut.text(i));
        }
        return wording::read_number(ascii, words_.number_format());
    }

    Told money_before(const Cut& cut, std::size_t at) const {
        const std::string_view code = cut.is(at, wording::Token::Kind::symbol)
                                          ? name_of(currencies, cut.text(at))
                                          : std::string_view();
        const std::size_t number = cut.over_space(at + 1);
        if (code.empty() || !cut.is(number, wording::Token::Kind::number)) return {};
        const std::size_t last = last_group(cut, number);
        const auto said = words_.money(figure_at(cut, number, last), code);
        if (!said) return {};
        return {.words = *said,
                .end = last + 1,
                .semiotic_class = SemioticClass::money,
                .rule = "ICU currency"};
    }

    /// "1er", "3." before a word, "1" with an ordinal sign.
    Told ordinal_at(const Cut& cut, std::size_t at, const wording::WrittenNumber& figure) const {
        constexpr std::uint64_t most = 9999;
        if (!figure.whole() || figure.grouped || figure.value > most || !cut.has(at + 1)) return {};
        const bool letters = cut.is(at + 1, wording::Token::Kind::word);
        const bool stop = cut.text(at + 1) == ".";
        const bool both = stop && cut.is(at + 2, wording::Token::Kind::word);
        const bool inside = cut.is(at + 2, wording::Token::Kind::space) &&
                            cut.is(at + 3, wording::Token::Kind::word);
        if (!letters && !both && !(stop && inside)) return {};
        const std::size_t end = both ? at + 3 : at + 2;
        const auto said = words_.ordinal(cut.written(at, end), figure.value);
        if (!said) return {};
        return {.words = *said,
                .end = end,
                .semiotic_class = SemioticClass::ordinal,
                .rule = "ICU spell-out"};
    }

    /// 3.10.2020, 3/10/2020, 2020-10-03. ("3. Oktober 2020" is an ordinal, a word and a number.)
    Told date_at(const Cut& cut, std::size_t at) const {
        std::vector<std::string> parts;
        std::size_t end = at + 1;
        const wording::WrittenNumber first = figure_at(cut, at, at);
        constexpr std::size_t three = 3;
        if (first.dotted.size() == three) {
            parts = first.dotted;
        } else {
            const std::string_view mark = cut.text(at + 1);
            if (mark != "/" && mark != "-") return {};
            parts.push_back(first.digits);
            for (std::size_t i = at + 1; parts.size() < three && cut.text(i) == mark &&
                                         cut.is(i + 1, wording::Token::Kind::number);
                 i += 2) {
                parts.push_back(figure_at(cut, i + 1, i + 1).digits);
                end = i + 2;
            }
        }
        if (parts.size() != three) return {};
        const auto number = [&](std::size_t i) {
            return parts[i].size() <= 4
                       ? wording::read_number(parts[i], words_.number_format()).value
                       : 0;
        };
        constexpr std::size_t year_digits = 4;
        const bool year_first = parts[0].size() == year_digits;
        if (!year_first && parts[2].size() != year_digits) return {};
        std::size_t day = year_first ? 2 : 0;
        if (!year_first && !words_.day_first()) day = 1;
        const std::size_t month = year_first ? 1 : 1 - day;
        constexpr std::size_t last_day = 31, last_month = 12;
        if (number(day) < 1 || number(day) > last_day || number(month) < 1 ||
            number(month) > last_month)
            return {};
        const auto said = words_.date(number(day), number(month), number(year_first ? 0 : 2));
        if (!said) return {};
        return {
            .words = *said, .end = end, .semiotic_class = SemioticClass::date, .rule = "ICU date"};
    }

    Told number_at(const Cut& cut, std::size_t at, bool negative) const {
        const std::size_t last = last_group(cut, at);
        const wording::WrittenNumber figure = figure_at(cut, at, last);
        constexpr std::uint64_t first_year = 1100, last_year = 2099;
        const bool year = !negative && last == at && figure.whole() && !figure.grouped &&
                          figure.digits.size() == 4 && figure.value >= first_year &&
                          figure.value <= last_year;
        std::optional<std::string> said = year ? words_.year(figure.value) : std::nullopt;
        if (!said && figure.dotted.empty()) said = words_.number(figure, negative);
        const SemioticClass kind = year                      ? SemioticClass::year
                                   : figure.fraction.empty() ? SemioticClass::cardinal
                                                             : SemioticClass::decimal;
        if (said)
            return {
                .words = *said, .end = last + 1, .semiotic_class = kind, .rule = "ICU spell-out"};
        return {.words = by_digits(figure),
                .end = last + 1,
                .semiotic_class = SemioticClass::digits,
                .rule = "digit by digit"};
    }

    /// The number digit by digit, or unchanged if only the engine knows how to say it.
    std::string by_digits(const wording::WrittenNumber& figure) const {
        std::string all = figure.digits + figure.fraction;
        if (!figure.dotted.empty()) {
            all.clear();
            for (const std::string& part : figure.dotted)
                all += part;
        }
        std::string said;
        for (const char digit : all) {
            wording::WrittenNumber one;
            one.digits.assign(1, digit);
            one.value = static_cast<std::uint64_t>(digit - '0');
            const auto word = words_.number(one, false);
            if (!word) return all;
            if (!said.empty()) said += ' ';
            said += *word;
        }
        return said;
    }

    void say_token(std::string_view text, const wording::Token& token, std::vector<Word>& words,
                   std::vector<Skip>& skips) const {
        const std::string_view written = token.source.of(text);
        const auto skip = [&](SkipReason reason) {
            wording::add_skip(skips, token.source, reason);
        };
        switch (token.kind) {
            case wording::Token::Kind::space:
            case wording::Token::Kind::number:
                return;
            case wording::Token::Kind::punctuation:
                skip(SkipReason::punctuation);
                wording::raise_boundary(words, wording::boundary_of(written));
                return;
            case wording::Token::Kind::symbol:
                if (!symbols_.has(written)) return skip(SkipReason::unknown_sign);
                wording::add_words(words, symbols_.at(written).said, token.source,
                                   SemioticClass::symbol, symbols_.place_of(written));
                return;
            case wording::Token::Kind::word:
                break;
        }
        const std::string word = wording::normalize_word(written);
        if (word.empty()) return skip(SkipReason::invisible);
        wording::add_words(words, word, token.source, SemioticClass::word, "");
    }

    std::string tag_;
    IcuWords words_;
    SaidTable symbols_;
    std::vector<std::string> stopped_;  ///< abbreviations, including ordinals like "3."
};

}  // namespace

Result<std::unique_ptr<wording::Language>> load_cldr(const std::filesystem::path& folder,
                                                     std::string_view tag) {
    RAWI_TRY(SaidTable symbols, SaidTable::load(folder / "symbols.tsv", Missing::empty));
    RAWI_TRY(const WordList abbreviations,
             WordList::load(folder / "abbreviations.tsv", Missing::empty));
    return std::make_unique<Cldr>(tag, std::move(symbols), abbreviations);
}

}  // namespace rawi::languages::cldr
