// Recognizers of web and e-mail addresses, accounts, and telephone numbers.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/arabic/latin.h"
#include "languages/arabic/readings.h"
#include "wording/options.h"
#include "wording/semiotic/electronic.h"
#include "wording/semiotic/recognizers.h"

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
    const std::size_t end = semiotic::end_of_ascii_run(s, at);
    if (end == at) return {};  // letters that are not ASCII
    auto address = semiotic::web_address_in(s.written(at, end), domain_rules(s));
    if (!address) return {};
    if (s.style.addresses == wording::Addresses::skip)
        return semiotic::unspoken_reading(end, SemioticClass::electronic, SkipReason::web_address);
    const bool whole = s.style.addresses == wording::Addresses::full;
    std::string words = words_of(s, *address);
    return reading_of(end, std::move(words), semiotic::Value(*std::move(address)),
                      whole ? "a web address in full" : "a web address by its domain");
}

std::optional<Reading> mail_address(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::latin)) return {};
    const std::size_t end = semiotic::end_of_ascii_run(s, at);
    if (end == at) return {};  // letters that are not ASCII
    auto address = semiotic::mail_address_in(s.written(at, end));
    if (!address) return {};
    if (s.style.addresses == wording::Addresses::skip)
        return semiotic::unspoken_reading(end, SemioticClass::electronic, SkipReason::mail_address);
    std::string words = address_words(s, semiotic::written(*address));
    return reading_of(end, std::move(words), semiotic::Value(*std::move(address)),
                      "a mail address");
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

/// The groups of digits of a telephone number, and the piece after the last one.
struct Telephone {
    std::vector<std::string> groups;
    std::size_t digits = 0, end = 0;
};

Telephone telephone_at(const Sentence& s, std::size_t at) {
    Telephone found;
    found.end = at;
    for (std::size_t i = at; i < s.size();) {
        if (s.is(i, Kind::number)) {
            const Piece& piece = s.at(i);
            if (i > at && (!piece.prefix.said().empty() || piece.prefix.article)) return found;
            if (!piece.figure.fraction.empty() || !piece.figure.dotted.empty()) return found;
            found.groups.push_back(piece.figure.digits);
            found.digits += piece.figure.digits.size();
            found.end = ++i;
            continue;
        }
        const bool between =
            s.is(i, Kind::space) || s.is_dash(i) || s.is_sign(i, "(") || s.is_sign(i, ")");
        if (!between) return found;
        ++i;
    }
    return found;
}

}  // namespace

std::optional<Reading> telephone(const Sentence& s, std::size_t at) {
    const bool plus = s.is_sign(at, "+") && s.is(at + 1, Kind::number);
    const bool bracket = s.is_sign(at, "(") && s.is(at + 1, Kind::number) && s.is_sign(at + 2, ")");
    if (!plus && !bracket && !s.is(at, Kind::number)) return {};
    const Telephone found = telephone_at(s, plus || bracket ? at + 1 : at);
    constexpr std::size_t fewest = 7, most = 15, few_words = 4;
    if (found.groups.empty() || found.digits < fewest || found.digits > most) return {};
    const std::vector<std::string> before = s.words_before(at, few_words);
    const bool announced = std::any_of(before.begin(), before.end(), [&](const std::string& word) {
        return s.tables.telephones.has(word);
    });
    const bool dialled = found.groups.front().starts_with('0') && found.groups.front().size() > 1;
    constexpr std::size_t with_area = 9;
    const bool area = bracket && found.groups.size() > 1 && found.digits >= with_area;
    if (!plus && !dialled && !announced && !area) return {};
    Reading result = reading_of(found.end, {}, SemioticClass::telephone,
                                plus ? "a plus before digits" : "digits of a telephone");
    std::string lead = s.is(at, Kind::number) ? s.at(at).prefix.said() : std::string();
    if (plus) lead = fmt::format("{} ", s.tables.word("plus"));
    for (const std::string& group : found.groups) {
        result.parts.push_back(Part{
            .words = lead + s.numerals.digits(group), .source = {}, .language = {}, .pause = true});
        lead.clear();
    }
    result.parts.back().pause = false;
    return result;
}

}  // namespace rawi::languages::arabic
