// Recognizers of amounts of money.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/english/amounts.h"
#include "languages/english/readings.h"
#include "languages/english/verbalizers.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

struct Currency {
    std::string_view key;  ///< in currencies.tsv
    std::string_view one, many, minor_one, minor_many;
    Position position = Position::either;
    std::size_t end = 0;
    std::string rule;
};

std::optional<Currency> currency_of(const Sentence& s, std::string_view key, std::size_t end) {
    const auto* const row = s.tables.currencies.find(key);
    if (row == nullptr) return {};
    return Currency{.key = s.tables.currencies.key_of(*row),
                    .one = row->singular,
                    .many = row->plural,
                    .minor_one = row->minor_singular,
                    .minor_many = row->minor_plural,
                    .position = row->position,
                    .end = end,
                    .rule = s.tables.currencies.place_of(*row)};
}

/// The currency that starts at piece `at`: "$", "US$", "Rs.", "USD".
std::optional<Currency> currency_at(const Sentence& s, std::size_t at) {
    if (s.is(at, Kind::symbol)) return currency_of(s, s.at(at).text, at + 1);
    constexpr std::size_t longest = 4;
    if (!s.is(at, Kind::word) || s.at(at).text.size() > longest) return {};
    if (s.is(at + 1, Kind::symbol) && s.is_tight(at + 1)) {
        const std::string key = std::string(s.at(at).text) + std::string(s.at(at + 1).text);
        if (auto found = currency_of(s, key, at + 2)) return found;
    }
    auto found = currency_of(s, s.at(at).text, at + 1);
    if (found && s.is_sign(at + 1, '.') && s.is_tight(at + 1) &&
        s.is(s.over_space(at + 2), Kind::number))
        ++found->end;
    return found;
}

/// The number words of an amount and the name of its currency.
std::string amount_words(const Sentence& s, const Amount& amount, const Currency& currency,
                         bool adjective) {
    std::string fraction = amount.figure.fraction;
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    const bool scaled = !amount.scale.empty() || amount.fraction;
    if (scaled || amount.figure.fraction.empty()) {
        const bool one = amount.one() || adjective;
        return fmt::format("{} {}", amount.words, one ? currency.one : currency.many);
    }
    std::string digits = amount.figure.digits;
    const bool nothing = digits.find_first_not_of('0') == std::string::npos;
    std::string whole = nothing ? std::string()
                                : fmt::format("{} {}", s.numerals.cardinal(digits),
                                              digits == "1" ? currency.one : currency.many);
    constexpr std::size_t minor_digits = 2;
    if (fraction.empty())
        return nothing ? fmt::format("{} {}", s.numerals.cardinal("0"), currency.many) : whole;
    if (fraction.size() > minor_digits || currency.minor_one.empty()) {
        return fmt::format("{} {} {} {}", s.numerals.cardinal(digits.empty() ? "0" : digits),
                           s.tables.word("point"), s.numerals.digits(fraction), currency.many);
    }
    fraction.resize(minor_digits, '0');
    if (fraction.front() == '0') fraction.erase(0, 1);
    append_word(whole, s.numerals.cardinal(fraction));
    append_word(whole, fraction == "1" ? currency.minor_one : currency.minor_many);
    return whole;
}

semiotic::Value value_of(const Amount& amount, const Currency& currency) {
    return semiotic::Money{.amount = amount.value(), .currency = std::string(currency.key)};
}

/// Adds what may follow an amount of money: "/mo", "+".
std::string with_rest(const Sentence& s, std::string words, std::size_t& end) {
    if (const auto per = per_unit_at(s, end)) {
        const bool each = per->one == "each";
        if (!each) append_word(words, s.tables.word("per"));
        append_word(words, per->one);
        end = per->end;
    } else if (s.is_sign(end, '+') && s.is_tight(end) &&
               !(s.is_tight(end + 1) && s.is(end + 1, Kind::number))) {
        append_word(words, s.tables.word("plus"));
        ++end;
    }
    return words;
}

/// The number after a dash, if the dash makes a range of two amounts.
std::optional<Amount> second_amount(const Sentence& s, std::size_t end,
                                    std::optional<Currency>& its_own) {
    const std::size_t dash = s.over_space(end);
    if (!s.is_dash(dash)) return {};
    const std::size_t following = s.over_space(dash + 1);
    if ((dash > end) != (following > dash + 1)) return {};
    its_own = currency_at(s, following);
    if (dash > end && !its_own) return {};
    return amount_at(s, its_own ? its_own->end : following, Shorts::all);
}

std::optional<Reading> behind_sign(const Sentence& s, std::size_t at) {
    const auto currency = currency_at(s, at);
    if (!currency || currency->position == Position::after) return {};
    const bool letters = s.is(currency->end - 1, Kind::word) || s.is_sign(currency->end - 1, '.');
    std::size_t number = currency->end;
    // "$ 5", unless the sign belongs to a number before it.
    const bool apart_sign = s.is(number, Kind::space) && s.is(number + 1, Kind::number) &&
                            !(at > 1 && s.is(at - 1, Kind::space) && s.is(at - 2, Kind::number));
    if (letters || apart_sign) number = s.over_space(number);
    const bool negative = s.is_dash(number) && s.is_tight(number);
    if (negative) ++number;
    const bool apart = number > 0 && s.is(number - 1, Kind::space);
    constexpr std::size_t shortest = 2;
    if (apart && s.at(at).text.size() < shortest && letters) return {};
    auto amount = amount_at(s, number, Shorts::all);
    if (!amount) return {};
    std::string words = negative ? std::string(s.tables.word("minus")) : std::string();
    std::size_t end = amount->end;
    std::optional<Currency> second;
    if (const auto other = second_amount(s, end, second)) {
        const Currency& named = second ? *second : *currency;
        const bool shared = !second && amount->scale.empty();
        append_word(words, shared ? amount->words : amount_words(s, *amount, *currency, false));
        append_word(words, s.tables.word("to"));
        append_word(words, amount_words(s, *other, named, false));
        end = other->end;
        return reading_of(end, with_rest(s, std::move(words), end), SemioticClass::money,
                          currency->rule, "a range");
    }
    const std::string_view before = s.word_before(at);
    const bool article = before == "a" || before == "an";
    const bool adjective =
        (amount->hyphened || (article && s.is(end, Kind::space))) && s.noun_follows(end);
    append_word(words, amount_words(s, *amount, *currency, adjective));
    words = with_rest(s, std::move(words), end);
    return reading_of(end, std::move(words), value_of(*amount, *currency), currency->rule,
                      adjective ? "singular before the noun that it describes" : "");
}

std::optional<Reading> before_sign(const Sentence& s, std::size_t at) {
    auto amount = amount_at(s, at, Shorts::certain);
    if (!amount) return {};
    const std::size_t sign = s.over_space(amount->end);
    auto currency = currency_at(s, sign);
    if (!currency) {
        amount = amount_at(s, at, Shorts::all);
        if (!amount || amount->rule.empty()) return {};
        currency = currency_at(s, s.over_space(amount->end));
    }
    if (!currency || currency->position == Position::before) return {};
    // A sign that belongs to the next number: "5 $10 notes"
    const std::size_t end = currency->end;
    const bool next =
        (s.is(end, Kind::number) || (s.is_sign(end, '.') && s.is_digits(end + 1, 1, 2))) &&
        s.is_tight(end);
    if (next || (s.is_tight(end) && s.is(end, Kind::word))) return {};
    if (s.is(sign, Kind::symbol) && sign > amount->end && s.is(s.over_space(end), Kind::number))
        return {};
    std::size_t rest = end;
    std::string words = with_rest(s, amount_words(s, *amount, *currency, false), rest);
    return reading_of(rest, std::move(words), value_of(*amount, *currency), currency->rule);
}

/// "50p" in Britain.
std::optional<Reading> pence(const Sentence& s, std::size_t at) {
    if (!s.region.british || !s.is_digits(at, 1, 3) || !s.is_tight(at + 1) ||
        s.at(at + 1).text != "p")
        return {};
    const CurrencyRow& pound = s.tables.currencies.at("GBP");
    return reading_of(at + 2,
                      fmt::format("{} {}", s.numerals.cardinal(s.at(at).text),
                                  s.at(at).text == "1" ? pound.minor_singular : pound.minor_plural),
                      SemioticClass::money, "pence after a number");
}

}  // namespace

std::string words_of(const Sentence& s, const semiotic::Money& value) {
    const auto currency = currency_of(s, value.currency, 0);
    return currency ? amount_words(s, amount_of(s, value.amount), *currency, false) : std::string();
}

std::optional<Reading> money(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::number) && !s.is_sign(at, '.')) return behind_sign(s, at);
    if (auto reading = before_sign(s, at)) return reading;
    return pence(s, at);
}

}  // namespace rawi::languages::english
