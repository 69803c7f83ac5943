// Recognizers of web and e-mail addresses, accounts, and telephone numbers.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "languages/arabic/latin.h"
#include "languages/arabic/readings.h"
#include "languages/arabic/verbalizers.h"
#include "wording/options.h"
#include "wording/semiotic/electronic.h"
#include "wording/semiotic/recognizers.h"
#include "wording/semiotic/telephones.h"

namespace rawi::languages::arabic {

namespace {

using Kind = Piece::Kind;

/// What may be a domain by itself.
semiotic::DomainRules domain_rules(const Sentence& s) {
    return {.endings = s.tables.domains, .any_country = true};
}

/// A web address by its domain, or in full but for the scheme.
std::string words_of(const Sentence& s, const semiotic::Electronic& address) {
    const bool whole = s.style.addresses == wording::Addresses::full || address.host.empty();
    if (whole) return address_words(s, address.host + address.port + address.path);
    return fmt::format("{} {}", s.tables.word("link"),
                       address_words(s, semiotic::without_www(address.host)));
}

}  // namespace

std::optional<Reading> entity(const Sentence& s, std::size_t at) {
    if (!s.is_sign(at, "&")) return {};
    const std::size_t name = s.is_sign(at + 1, "#") ? at + 2 : at + 1;
    const bool named = s.is(name, Kind::latin) || s.is(name, Kind::number);
    if (!named || !s.is_sign(name + 1, ";")) return {};
    return semiotic::unspoken_reading(name + 2, SemioticClass::markup, SkipReason::html_entity);
}

std::optional<Reading> web_address(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::latin) || (at > 0 && s.is_sign(at - 1, "@"))) return {};
    if (!s.is_sign(at + 1, ".") && !s.is_sign(at + 1, ":") && !s.is_dash(at + 1) &&
        !s.is(at + 1, Kind::number))
        return {};
    return semiotic::address_reading(semiotic::web_address_at(s, at, domain_rules(s)),
                                     s.style.addresses,
                                     [&](const auto& address) { return words_of(s, address); });
}

std::optional<Reading> mail_address(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::latin)) return {};
    return semiotic::address_reading(
        semiotic::mail_address_at(s, at), s.style.addresses,
        [&](const auto& address) { return address_words(s, semiotic::written(address)); });
}

std::optional<Reading> handle_or_hashtag(const Sentence& s, std::size_t at) {
    const bool hashtag = s.is_sign(at, "#");
    const bool handle = s.is_sign(at, "@");
    const bool named = s.is(at + 1, Kind::latin) || s.is(at + 1, Kind::word);
    if ((!hashtag && !handle) || !named) return {};
    const std::size_t end =
        handle && s.is(at + 1, Kind::latin) ? semiotic::end_of_ascii_run(s, at) : at + 1;
    std::string said(s.tables.word(hashtag ? WordKey("hashtag") : WordKey("account")));
    const std::string before = s.word_before(at);  // "his account @name" says it already
    if (before.starts_with(said) || before.ends_with(said)) said.clear();
    if (end > at + 1)
        said += (said.empty() ? "" : " ") + address_words(s, s.span(at + 1, end).of(s.text));
    Reading result = reading_of(end, std::move(said), SemioticClass::electronic,
                                hashtag ? "a hashtag" : "an account's name");
    result.unspoken = SkipReason::said_before;
    return result;
}

namespace {

constexpr semiotic::TelephoneRules telephone_rules = {.loose = true, .least_with_area = 9};

bool is_announced(const Sentence& s, std::size_t at) {
    constexpr std::size_t few_words = 4;
    const std::vector<std::string> before = s.words_before(at, few_words);
    return std::any_of(before.begin(), before.end(),
                       [&](const std::string& word) { return s.tables.telephones.has(word); });
}

}  // namespace

std::vector<Part> words_of(const Sentence& s, const semiotic::Telephone& value) {
    std::vector<Part> parts;
    std::string lead = value.international ? fmt::format("{} ", s.tables.word("plus")) : "";
    for (const semiotic::TelephoneGroup& group : value.groups) {
        parts.push_back(Part{.words = lead + s.numerals.digits(group.text),
                             .source = {},
                             .language = {},
                             .pause = true});
        lead.clear();
    }
    parts.back().pause = false;
    return parts;
}

std::optional<Reading> telephone(const Sentence& s, std::size_t at) {
    const bool plus = s.is_sign(at, '+');
    const bool starts =
        plus ? s.is(at + 1, Kind::number) : s.is(at, Kind::number) || s.is_sign(at, '(');
    if (!starts) return {};
    auto form = semiotic::telephone_at(s, at, telephone_rules);
    const bool found = form && (form->evident || (form->complete && is_announced(s, at)));
    if (!found) return {};
    auto parts = words_of(s, form->value);
    if (s.is(at, Kind::number)) parts.front().words.insert(0, s.prefix(at).said());
    Reading result = reading_of(form->end, {}, semiotic::Value(std::move(form->value)),
                                plus ? "a plus before digits" : "digits of a telephone");
    result.parts = std::move(parts);
    return result;
}

}  // namespace rawi::languages::arabic
