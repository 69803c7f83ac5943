// Arabic as a newsreader says it. First pass: cardinals with gender and case, years, days and
// dual month names, percent, decimals, numbered headings, agencies, Latin names.
#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/table.h"
#include "base/utf8.h"
#include "wording/arabic_numbers.h"
#include "wording/languages.h"
#include "wording/words.h"

namespace rawi {

namespace {

constexpr std::string_view ta_marbuta = "\xD8\xA9";
constexpr std::string_view tanwin_alif = "\xD8\xA7";

struct ArabicTables {
    Table numbers, governors, months, feminine, symbols, latin, letters, agencies, words;
    Table abbreviations;

    static Result<ArabicTables> load(const std::filesystem::path& folder) {
        ArabicTables tables;
        RAWI_TRY(tables.numbers, Table::load(folder / "numbers.tsv", 3));
        RAWI_TRY(tables.governors, Table::load(folder / "governors.tsv", 2));
        RAWI_TRY(tables.months, Table::load(folder / "months.tsv", 1));
        RAWI_TRY(tables.feminine, Table::load(folder / "feminine.tsv", 1));
        RAWI_TRY(tables.symbols, Table::load(folder / "symbols.tsv", 2));
        RAWI_TRY(tables.latin, Table::load(folder / "latin.tsv", 2));
        RAWI_TRY(tables.letters, Table::load(folder / "letters.tsv", 2));
        RAWI_TRY(tables.agencies, Table::load(folder / "agencies.tsv", 2));
        RAWI_TRY(tables.words, Table::load(folder / "words.tsv", 2));
        RAWI_TRY(tables.abbreviations, Table::load(folder / "abbreviations.tsv", 1));
        return tables;
    }
};

class Arabic : public Language {
  public:
    Arabic(ArabicTables tables, std::string_view tag) : tag_(tag), tables_(std::move(tables)) {}

    std::string_view tag() const override { return tag_; }
    const std::vector<std::string>& abbreviations() const override {
        return tables_.abbreviations.keys();
    }
    std::vector<Word> say(std::string_view text, const std::vector<Token>& sentence,
                          std::vector<Skip>& skips) const override;

  private:
    std::string tag_;
    ArabicTables tables_;
};

/// One sentence being said.
class Saying {
  public:
    Saying(const ArabicTables& tables, std::string_view text, const std::vector<Token>& tokens,
           std::vector<Skip>& skips)
        : tables_(tables), text_(text), tokens_(tokens), skips_(skips) {}

    std::vector<Word> all() {
        while (at_ < tokens_.size()) {
            const Token& token = tokens_[at_];
            switch (token.kind) {
                case Token::Kind::space:
                    ++at_;
                    break;
                case Token::Kind::number:
                    say_number();
                    break;
                case Token::Kind::word:
                    say_word();
                    break;
                case Token::Kind::symbol:
                    say_symbol();
                    break;
                case Token::Kind::punctuation:
                    say_punctuation();
                    break;
            }
        }
        return std::move(words_);
    }

  private:
    std::string_view of(const Token& token) const { return token.source.of(text_); }

    /// The next token after `from` that is no space, if it is of that kind.
    const Token* next(std::size_t from) const {
        for (std::size_t i = from + 1; i < tokens_.size(); ++i) {
            if (tokens_[i].kind != Token::Kind::space) return &tokens_[i];
        }
        return nullptr;
    }

    const Token* next_word(std::size_t from) const {
        const Token* const token = next(from);
        return token != nullptr && token->kind == Token::Kind::word ? token : nullptr;
    }

    void skip(const Token& token, std::string_view reason) {
        skips_.push_back(Skip{.source = token.source, .reason = std::string(reason)});
    }

    void say_number();
    void say_word();
    void say_symbol();
    void say_punctuation();
    bool say_heading_number(const WrittenNumber& number, Span source);
    bool say_agency();
    void say_latin(const std::string& word, Span source);
    std::string decimal(const WrittenNumber& number) const;
    std::string digits(const WrittenNumber& number) const;
    Agreement agreement_before(const Token* noun) const;

    const ArabicTables& tables_;
    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::vector<Skip>& skips_;
    std::vector<Word> words_;
    std::size_t at_ = 0;
    std::string before_;  ///< the written word before, bare
};

Agreement Saying::agreement_before(const Token* noun) const {
    Agreement agreement;
    agreement.genitive = tables_.governors.has(before_) || tables_.months.has(before_);
    if (noun == nullptr) return agreement;
    const std::string word = clean_word(of(*noun));
    const bool bare = !tables_.governors.has(word) && has_arabic(word);
    agreement.feminine = bare && (word.ends_with(ta_marbuta) || tables_.feminine.has(word));
    agreement.construct = bare && !word.ends_with(tanwin_alif);
    return agreement;
}

std::string Saying::digits(const WrittenNumber& number) const {
    std::string result;
    for (const char digit : number.digits) {
        if (!result.empty()) result += ' ';
        result += arabic_cardinal(tables_.numbers, static_cast<std::uint64_t>(digit - '0'), {});
    }
    return result;
}

std::string Saying::decimal(const WrittenNumber& number) const {
    const auto spelled = [&](std::uint64_t value) {
        return arabic_cardinal(tables_.numbers, value, {});
    };
    std::string result = spelled(number.whole) + " " + std::string(tables_.words.at("point"));
    const bool as_number = number.fraction.size() <= 2 && number.fraction.front() != '0';
    if (as_number) return result + " " + spelled(read_number(number.fraction).whole);
    for (const char digit : number.fraction) {
        result += " " + spelled(static_cast<std::uint64_t>(digit - '0'));
    }
    return result;
}

/// "2. ..." at the start of a heading or of an item: "secondly".
bool Saying::say_heading_number(const WrittenNumber& number, Span source) {
    const bool first = words_.empty() && at_ + 2 < tokens_.size();
    if (!first || number.whole < 1 || number.whole > 10 || !number.fraction.empty()) return false;
    const std::string_view mark = of(tokens_[at_ + 1]);
    const bool item =
        (mark == "." || mark == "-" || mark == ")") && tokens_[at_ + 2].kind == Token::Kind::space;
    if (!item) return false;
    add_words(words_, tables_.numbers.at(fmt::format("a{}", number.whole)), source, "ordinal",
              "numbers.tsv: a number that opens a heading");
    return true;
}

void Saying::say_number() {
    const Token& token = tokens_[at_];
    const WrittenNumber number = read_number(of(token));
    const Token* const noun = next_word(at_);
    const std::string after = noun != nullptr ? clean_word(of(*noun)) : std::string();
    std::string said;
    std::string_view kind = "cardinal";
    const std::string ordinal = fmt::format("o{}", number.whole);
    if (say_heading_number(number, token.source)) {
        ++at_;
        return;
    }
    if (number.large) {
        said = digits(number);
        kind = "digits";
    } else if (!number.fraction.empty()) {
        said = decimal(number);
        kind = "decimal";
    } else if (tables_.months.has(after) && tables_.numbers.has(ordinal)) {
        const bool genitive = tables_.governors.has(before_);
        said = fmt::format("{} {}", tables_.numbers.at(ordinal, genitive ? 1 : 0),
                           tables_.words.at("of"));
        kind = "date";
    } else {
        const bool year = number.digits.size() == 4 && number.whole >= 1000 &&
                          number.whole < 2100 &&
                          (tables_.governors.at(before_) == "year" || tables_.months.has(before_));
        said = arabic_cardinal(tables_.numbers, number.whole,
                               year ? Agreement{.genitive = true} : agreement_before(noun));
        if (year) kind = "year";
    }
    // "wa" glued to figures is glued to their words too.
    const bool glued = !words_.empty() && words_.back().spoken == "\xD9\x88" &&
                       words_.back().source.end == token.source.begin;
    Span source = token.source;
    if (glued) {
        source.begin = words_.back().source.begin;
        said.insert(0, words_.back().spoken + "\xD9\x8E");
        words_.pop_back();
    }
    add_words(words_, said, source, kind, "numbers.tsv");
    before_ = "0";
    ++at_;
}

/// Single letters with dots or spaces between: an agency, if the table knows them.
bool Saying::say_agency() {
    std::string letters;
    std::size_t end = at_;
    for (std::size_t i = at_; i < tokens_.size() && i < at_ + 8; ++i) {
        const std::string piece = clean_word(of(tokens_[i]));
        if (tokens_[i].kind == Token::Kind::word) {
            if (utf8::length(piece) != 1) break;
            letters += piece == "\xD8\xA3" ? std::string(tanwin_alif) : piece;
            end = i + 1;
        } else if (tokens_[i].kind != Token::Kind::space && piece != ".") {
            break;
        }
    }
    const std::string_view said = tables_.agencies.at(letters);
    if (said.empty()) return false;
    if (end < tokens_.size() && of(tokens_[end]) == ".") ++end;
    const Span source{.begin = tokens_[at_].source.begin, .end = tokens_[end - 1].source.end};
    add_words(words_, said, source, "abbreviation", "agencies.tsv");
    at_ = end;
    before_.clear();
    return true;
}

void Saying::say_latin(const std::string& word, Span source) {
    std::string capitals;
    for (const char c : word) {
        capitals.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    if (const std::string_view name = tables_.latin.at(capitals); !name.empty()) {
        add_words(words_, name, source, "acronym", "latin.tsv");
        return;
    }
    const std::size_t before = words_.size();
    for (const char c : capitals) {
        add_words(words_, tables_.letters.at(std::string(1, c)), source, "letters", "letters.tsv");
    }
    if (words_.size() == before) {
        skips_.push_back(Skip{.source = source, .reason = "letters without a name in Arabic"});
    }
}

void Saying::say_word() {
    if (say_agency()) return;
    const Token& token = tokens_[at_];
    const std::string word = clean_word(of(token));
    ++at_;
    if (is_latin(word)) {
        say_latin(word, token.source);
    } else if (has_arabic(word)) {
        add_words(words_, word, token.source, "word", "");
    } else {
        skip(token, word.empty() ? "invisible characters" : "letters of another script");
        return;
    }
    before_ = word;
}

void Saying::say_symbol() {
    const Token& token = tokens_[at_++];
    const std::string_view said = tables_.symbols.at(of(token));
    if (said.empty()) {
        skip(token, "a sign without a word in symbols.tsv");
    } else {
        add_words(words_, said, token.source, "symbol", "symbols.tsv");
    }
}

void Saying::say_punctuation() {
    const Token& token = tokens_[at_++];
    skip(token, "punctuation");
    close_last(words_, boundary_of(of(token)));
    if (of(token) != "/") before_.clear();
}

std::vector<Word> Arabic::say(std::string_view text, const std::vector<Token>& sentence,
                              std::vector<Skip>& skips) const {
    return Saying(tables_, text, sentence, skips).all();
}

}  // namespace

Result<std::unique_ptr<Language>> arabic(const std::filesystem::path& folder,
                                         std::string_view tag) {
    RAWI_TRY(ArabicTables tables, ArabicTables::load(folder));
    return std::make_unique<Arabic>(std::move(tables), tag);
}

}  // namespace rawi
