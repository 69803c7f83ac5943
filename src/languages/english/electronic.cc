// Things of the net.
#include "wording/semiotic/electronic.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "languages/english/readings.h"
#include "wording/options.h"
#include "wording/semiotic/recognizers.h"

namespace rawi::languages::english {

namespace {

using Kind = Piece::Kind;

std::string raised(std::string_view text) {
    std::string high(text);
    for (char& c : high)
        c = ascii::upper(c);
    return high;
}

/// Splits a name into known words; empty if it has others.
std::string in_words(const Tables& tables, std::string_view low) {
    constexpr std::size_t longest = 40;
    if (low.empty() || low.size() > longest) return {};
    std::vector<std::size_t> from(low.size() + 1, std::string::npos);
    from[0] = 0;
    for (std::size_t end = 1; end <= low.size(); ++end) {
        for (std::size_t begin = 0; begin < end && from[end] == std::string::npos; ++begin) {
            if (from[begin] != std::string::npos &&
                tables.address_words.has(low.substr(begin, end - begin)))
                from[end] = begin;
        }
    }
    if (from.back() == std::string::npos) return {};
    std::string words;
    for (std::size_t end = low.size(); end > 0; end = from[end]) {
        std::string word(tables.address_words.at(low.substr(from[end], end - from[end])).said);
        if (!words.empty()) word += ' ' + words;
        words = std::move(word);
    }
    return words;
}

/// The words for letters in an address.
std::string letters_of(const Sentence& s, std::string_view letters, bool last_of_domain) {
    const std::string low = ascii::lower(letters);
    if (const std::string_view how = s.tables.domains.at(low).said;
        last_of_domain && !how.empty()) {
        return how == "letters" ? raised(low) : how == "word" ? low : std::string(how);
    }
    if (low == "www" || low == "http" || low == "https" || low == "ftp") return raised(low);
    if (std::string words = in_words(s.tables, low); !words.empty() && words != low) return words;
    return std::string(letters);
}

/// The words for an address, sign by sign. Numbers are read digit by digit, except thousands.
std::string spelt(const Sentence& s, std::string_view address, std::size_t host_end) {
    std::string words;
    constexpr std::size_t thousand = 4;
    for (std::size_t i = 0; i < address.size();) {
        std::size_t end = i;
        if (ascii::is_letter(address[i])) {
            while (end < address.size() && ascii::is_letter(address[end]))
                ++end;
            const bool last = i > 0 && address[i - 1] == '.' && end <= host_end &&
                              (end == address.size() || address[end] == '.' ||
                               address[end] == '/' || address[end] == ':' || address[end] == '?');
            append_word(words, letters_of(s, address.substr(i, end - i), last));
        } else if (ascii::is_digit(address[i])) {
            const std::string_view rest = address.substr(i);
            const bool round = rest.size() >= thousand && rest.substr(1, 3) == "000" &&
                               rest.front() != '0' &&
                               (rest.size() == thousand || !ascii::is_digit(rest[thousand]));
            end = i + (round ? thousand : 1);
            append_word(words, round ? s.numerals.bare(rest.substr(0, thousand))
                                     : s.numerals.digits(rest.substr(0, 1)));
        } else {
            end = i + 1;
            append_word(words, address[i] == '#'
                                   ? s.tables.word("hash")
                                   : s.tables.spelt_signs.at(address.substr(i, 1)).said);
        }
        i = end;
    }
    return words;
}

/// What may be a domain by itself.
semiotic::DomainRules domain_rules(const Sentence& s) {
    constexpr std::size_t least_label = 3;
    return {
        .endings = s.tables.domains, .words = &s.tables.function_words, .least_label = least_label};
}

/// An address sign by sign.
std::string spelt(const Sentence& s, const semiotic::Electronic& address) {
    const std::string all = semiotic::written(address);
    return spelt(s, all, all.size() - address.path.size());
}

/// A web address by its domain, or in full.
std::string words_of(const Sentence& s, const semiotic::Electronic& address) {
    const bool whole = s.style.addresses == wording::Addresses::full || address.host.empty();
    if (whole) return spelt(s, address);
    const std::string_view name = semiotic::without_www(address.host);
    const bool bare = address.scheme.empty() && name == address.host && address.path.empty();
    const std::string words = spelt(s, name, name.size());
    return bare ? words : fmt::format("{} {}", s.tables.word("link"), words);
}

}  // namespace

std::optional<Reading> entity(const Sentence& s, std::size_t at) {
    if (!s.is_sign(at, '&')) return {};
    const bool figure = s.is_sign(at + 1, '#');
    const std::size_t name = figure ? at + 2 : at + 1;
    const std::size_t last =
        figure && s.is(name, Kind::word) && s.is(name + 1, Kind::number) ? name + 1 : name;
    if (!s.is_sign(last + 1, ';') || !s.is_tight(last + 1) || !s.is_tight(name)) return {};
    if (figure)
        return semiotic::unspoken_reading(last + 2, SemioticClass::markup, SkipReason::html_entity);
    const auto* const row =
        s.is(name, Kind::word) ? s.tables.entities.find(s.at(name).text) : nullptr;
    if (row == nullptr) return {};
    if (row->said.empty())
        return semiotic::unspoken_reading(name + 2, SemioticClass::markup, SkipReason::html_entity);
    return reading_of(name + 2, row->said, SemioticClass::markup, s.tables.entities.place_of(*row));
}

std::optional<Reading> markup(const Sentence& s, std::size_t at) {
    if (!s.is_sign(at, '<')) return {};
    const std::size_t name = s.is_sign(at + 1, '/') ? at + 2 : at + 1;
    if (!s.is(name, Kind::word) || !s.is_tight(name)) return {};
    const std::size_t last = s.is_sign(name + 1, '/') ? name + 2 : name + 1;
    if (!s.is_sign(last, '>')) return {};
    std::string key("<");
    key += s.at(name).low;
    if (s.tables.entities.has(key))
        return semiotic::unspoken_reading(last + 1, SemioticClass::markup, SkipReason::html_tag);
    return reading_of(last + 1, std::string(s.at(name).text), SemioticClass::word,
                      "a word in angle brackets");
}

std::optional<Reading> web_address(const Sentence& s, std::size_t at) {
    if (!(s.is(at, Kind::word) || s.is(at, Kind::number)) || (s.is_tight(at) && !s.is_start(at)) ||
        !s.is_tight(at + 1))
        return {};
    return semiotic::address_reading(semiotic::web_address_at(s, at, domain_rules(s)),
                                     s.style.addresses,
                                     [&](const auto& address) { return words_of(s, address); });
}

std::optional<Reading> mail_address(const Sentence& s, std::size_t at) {
    if (!(s.is(at, Kind::word) || s.is(at, Kind::number)) || !s.is_tight(at + 1)) return {};
    return semiotic::address_reading(semiotic::mail_address_at(s, at), s.style.addresses,
                                     [&](const auto& address) { return spelt(s, address); });
}

std::optional<Reading> handle_or_hashtag(const Sentence& s, std::size_t at) {
    const bool hashtag = s.is_sign(at, '#');
    if ((!hashtag && !s.is_sign(at, '@')) || !s.is_start(at) || !s.is_tight(at + 1)) return {};
    if (hashtag && s.is_digits(at + 1, 1, 6) && !(s.is_tight(at + 2) && s.is(at + 2, Kind::word))) {
        std::optional<Reading> reading = number(s, at + 1);
        if (reading)
            reading->parts.front().words =
                fmt::format("{} {}", s.tables.word("number"), reading->parts.front().words);
        return reading;
    }
    const std::size_t end = semiotic::end_of_ascii_run(s, at + 1);
    const std::string_view run = s.written(at + 1, end);
    auto account = semiotic::handle_in(
        run, hashtag ? semiotic::Electronic::Form::hashtag : semiotic::Electronic::Form::handle);
    if (!account) return {};
    // "#MeToo" is said in its words
    std::string parts;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const bool border =
            i > 0 && run[i] >= 'A' && run[i] <= 'Z' && run[i - 1] >= 'a' && run[i - 1] <= 'z';
        if (border) parts += ' ';
        parts += run[i] == '_' && hashtag ? ' ' : run[i];
    }
    std::string words(s.tables.word(hashtag ? WordKey("hashtag") : WordKey("at")));
    for (std::size_t i = 0; i <= parts.size();) {
        const std::size_t space = std::min(parts.find(' ', i), parts.size());
        append_word(words, spelt(s, std::string_view(parts).substr(i, space - i), 0));
        i = space + 1;
    }
    return reading_of(end, std::move(words), semiotic::Value(*std::move(account)),
                      hashtag ? "a hashtag" : "an account's name");
}

std::optional<Reading> alternatives(const Sentence& s, std::size_t at) {
    if (!s.is_sign(at, '/') || at == 0) return {};
    const bool spaced = s.is(at - 1, Kind::space);
    const std::size_t before = spaced ? at - 2 : at - 1;
    const std::size_t following = s.over_space(at + 1);
    if (at < 2 && spaced) return {};
    const bool balanced = spaced == (following > at + 1);
    const bool words = s.is(before, Kind::word) && s.is(following, Kind::word);
    const bool pair = balanced && words && s.at(before).low != s.tables.word("and");
    const bool figure = s.is(at - 1, Kind::number) && !s.is_tight(at + 1);
    if (!pair && !figure) return {};
    // "5 miles/hour"
    const bool rate = pair && !spaced && before >= 2 && s.is(before - 1, Kind::space) &&
                      s.is(before - 2, Kind::number) &&
                      s.tables.units.at(s.at(following).low).usage == UnitRow::Usage::per;
    if (rate)
        return reading_of(at + 1, std::string(s.tables.word("per")), SemioticClass::measure,
                          "a slash before a unit");
    return reading_of(at + 1, std::string(s.tables.word("slash")), SemioticClass::symbol,
                      pair ? "a slash between words" : "a slash after digits");
}

}  // namespace rawi::languages::english
