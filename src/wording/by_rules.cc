// Languages without a grammar of their own: ICU spells numbers where it has the language's rules,
// else the engine reads them; signs by table.
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include "base/table.h"
#include "base/utf8.h"
#include "wording/languages.h"
#include "wording/words.h"

namespace rawi {

namespace {

using Speller = std::unique_ptr<icu::RuleBasedNumberFormat>;

/// ICU's spell-out for the language; nothing where it would silently speak another language.
Speller speller_for(const std::string& tag) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    auto speller =
        std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status) != 0) return nullptr;
    const icu::Locale actual = speller->getLocale(ULOC_ACTUAL_LOCALE, status);
    const bool same =
        U_SUCCESS(status) != 0 && std::string_view(actual.getLanguage()) == locale.getLanguage();
    return same ? std::move(speller) : nullptr;
}

/// Words as the engine takes them: no hyphens, no soft hyphens.
std::string spaced(const icu::UnicodeString& spelled) {
    icu::UnicodeString plain = spelled;
    plain.findAndReplace(icu::UnicodeString("-"), icu::UnicodeString(" "));
    plain.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0xAD)), icu::UnicodeString());
    std::string result;
    plain.toUTF8String(result);
    return result;
}

class ByRules : public Language {
  public:
    ByRules(std::string_view tag, Table symbols, Table words, Table abbreviations)
        : tag_(tag),
          speller_(speller_for(tag_)),
          symbols_(std::move(symbols)),
          words_(std::move(words)),
          abbreviations_(std::move(abbreviations)) {}

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override { return abbreviations_.keys(); }

    std::vector<Word> say(const Line& line, std::vector<Skip>& skips) const override {
        std::vector<Word> words;
        auto given = line.given.begin();
        for (const Token& token : line.cut) {
            while (given != line.given.end() && given->source.end <= token.source.begin)
                ++given;
            if (given != line.given.end() && given->source.contains(token.source)) {
                if (token.source.begin == given->source.begin) add_given(words, *given, skips);
                continue;
            }
            say_token(line.text, token, words, skips);
        }
        return words;
    }

    std::vector<Word> say_as(std::string_view text, SayAs what,
                             std::string_view format) const override {
        if (what != SayAs::cardinal) return Language::say_as(text, what, format);
        const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
        const std::vector<Token> tokens = find_tokens(text, all);
        const bool number = tokens.size() == 1 && tokens.front().kind == Token::Kind::number;
        if (!number) return Language::say_as(text, what, format);
        std::vector<Word> words;
        say_number(read_number(text), all, false, words);
        return words;
    }

  private:
    void say_token(std::string_view text, const Token& token, std::vector<Word>& words,
                   std::vector<Skip>& skips) const {
        const std::string_view written = token.source.of(text);
        const auto skip = [&](std::string_view reason) {
            skips.push_back(Skip{.source = token.source, .reason = std::string(reason)});
        };
        switch (token.kind) {
            case Token::Kind::space:
                return;
            case Token::Kind::number:
                say_number(read_number(written), token.source, true, words);
                return;
            case Token::Kind::punctuation:
                skip("punctuation");
                close_last(words, boundary_of(written));
                return;
            case Token::Kind::symbol:
                if (!symbols_.has(written)) return skip("a sign without a word in symbols.tsv");
                add_words(words, symbols_.at(written), token.source, "symbol", "symbols.tsv");
                return;
            case Token::Kind::word:
                break;
        }
        const std::string word = clean_word(written);
        if (word.empty()) return skip("invisible characters");
        add_words(words, word, token.source, "word", "");
    }

    std::string spelled(std::uint64_t value, bool year) const {
        if (!speller_) return fmt::format("{}", value);
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString result;
        icu::FieldPosition position;
        if (year) {
            speller_->format(static_cast<std::int64_t>(value), "%spellout-numbering-year", result,
                             position, status);
            if (U_SUCCESS(status) != 0) return spaced(result);
            result.remove();
        }
        speller_->format(static_cast<std::int64_t>(value), result, position);
        return spaced(result);
    }

    void say_number(const WrittenNumber& number, Span source, bool may_be_year,
                    std::vector<Word>& words) const {
        constexpr std::uint64_t first_year = 1100;
        constexpr std::uint64_t last_year = 2099;
        const bool year = may_be_year && number.digits.size() == 4 && number.fraction.empty() &&
                          number.whole >= first_year && number.whole <= last_year;
        if (!number.large) {
            add_words(words, spelled(number.whole, year), source, year ? "year" : "cardinal",
                      "ICU spell-out");
        }
        const std::string& rest = number.large ? number.digits : number.fraction;
        if (!number.fraction.empty() && !number.large) {
            add_words(words, words_.at("point"), source, "decimal", "words.tsv");
        }
        for (const char digit : rest) {
            add_words(words, spelled(static_cast<std::uint64_t>(digit - '0'), false), source,
                      number.large ? "digits" : "decimal", "ICU spell-out");
        }
    }

    std::string tag_;
    Speller speller_;
    Table symbols_, words_, abbreviations_;
};

}  // namespace

Result<std::unique_ptr<Language>> by_rules(const std::filesystem::path& folder,
                                           std::string_view tag) {
    RAWI_TRY(Table symbols, Table::load(folder / "symbols.tsv", 2));
    RAWI_TRY(Table words, Table::load(folder / "words.tsv", 2));
    RAWI_TRY(Table abbreviations, Table::load(folder / "abbreviations.tsv", 1));
    return std::make_unique<ByRules>(tag, std::move(symbols), std::move(words),
                                     std::move(abbreviations));
}

}  // namespace rawi
