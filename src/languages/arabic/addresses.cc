// Recognizers of web and e-mail addresses, accounts, and telephone numbers.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "languages/arabic/latin.h"
#include "languages/arabic/readings.h"
#include "wording/options.h"

namespace rawi::languages::arabic {

namespace {

using Kind = Piece::Kind;

bool is_trailing(char c) {
    return c == '.' || c == ',' || c == ':' || c == ';' || c == '!' || c == '?' || c == ')' ||
           c == ']' || c == '"' || c == '\'';
}

/// The end of the run of ASCII pieces without spaces from `at` on, without closing marks.
std::size_t run_end(const Sentence& s, std::size_t at) {
    std::size_t end = at;
    const auto ascii = [](std::string_view text) {
        return !text.empty() &&
               std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    };
    while (end < s.size() && ascii(s.at(end).source.of(s.text)))
        ++end;
    while (end > at + 1 && s.at(end - 1).text.size() == 1 &&
           is_trailing(s.at(end - 1).text.front()))
        --end;
    return end;
}

/// Whether a name ends with what domains end with: a known ending, or two letters behind three.
bool is_domain(const Tables& tables, std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.front() == '.') return false;
    const std::string_view last = name.substr(dot + 1);
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (last.size() < 2 || !std::all_of(last.begin(), last.end(), lower)) return false;
    if (tables.domains.has(last)) return true;
    constexpr std::size_t long_enough = 3;
    const std::size_t before = name.rfind('.', dot - 1);
    const std::size_t label = before == std::string_view::npos ? dot : dot - before - 1;
    return last.size() == 2 && label >= long_enough;
}

struct Address {
    std::string_view whole, host;
};

std::optional<Address> address_of(const Tables& tables, std::string_view written) {
    std::string_view rest = written;
    const std::size_t scheme = rest.find("://");
    if (scheme != std::string_view::npos) rest.remove_prefix(scheme + 3);
    std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
    const bool www = host.starts_with("www.");
    if (www) host.remove_prefix(4);
    if (host.find('@') != std::string_view::npos || host.find('.') == std::string_view::npos)
        return {};
    if (scheme == std::string_view::npos && !www && !is_domain(tables, host)) return {};
    return Address{.whole = rest, .host = host};
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
    const std::size_t end = run_end(s, at);
    if (end == at) return {};  // letters that are not ASCII
    const auto address = address_of(s.tables, s.span(at, end).of(s.text));
    if (!address) return {};
    if (s.style.addresses == wording::Addresses::skip)
        return semiotic::unspoken_reading(end, SemioticClass::electronic, SkipReason::web_address);
    const bool whole = s.style.addresses == wording::Addresses::full;
    const std::string name = address_words(s, whole ? address->whole : address->host);
    return reading_of(end, whole ? name : fmt::format("{} {}", s.tables.word("link"), name),
                      SemioticClass::electronic,
                      whole ? "a web address in full" : "a web address by its domain");
}

std::optional<Reading> mail_address(const Sentence& s, std::size_t at) {
    if (!s.is(at, Kind::latin)) return {};
    const std::size_t end = run_end(s, at);
    if (end == at) return {};  // letters that are not ASCII
    const std::string_view written = s.span(at, end).of(s.text);
    const std::size_t sign = written.find('@');
    if (sign == std::string_view::npos || sign == 0 ||
        !is_domain(s.tables, written.substr(sign + 1)))
        return {};
    if (s.style.addresses == wording::Addresses::skip)
        return semiotic::unspoken_reading(end, SemioticClass::electronic, SkipReason::mail_address);
    return reading_of(end, address_words(s, written), SemioticClass::electronic, "a mail address");
}

std::optional<Reading> handle_or_hashtag(const Sentence& s, std::size_t at) {
    const bool hashtag = s.is_sign(at, "#");
    const bool handle = s.is_sign(at, "@");
    const bool named = s.is(at + 1, Kind::latin) || s.is(at + 1, Kind::word);
    if ((!hashtag && !handle) || !named) return {};
    const std::size_t end = handle && s.is(at + 1, Kind::latin) ? run_end(s, at) : at + 1;
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
