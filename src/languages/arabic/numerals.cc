// Composes Arabic number words.
#include "languages/arabic/numerals.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "languages/arabic/alphabet/alphabet.h"

namespace rawi::languages::arabic {

namespace {

namespace written = alphabet::written;

constexpr std::string_view after_the = "\u0628\u064E\u0639\u0652\u062F\u064E ";  // ba3da

/// Replaces tanwin by the plain vowel and removes an alif that carries it.
std::string without_tanwin(std::string_view word) {
    std::string result(word);
    if (result.ends_with("\u064B\u0627")) result.resize(result.size() - written::alif.size());
    if (result.size() < 2 || static_cast<unsigned char>(result[result.size() - 2]) != 0xD9) {
        return result;
    }
    char& last = result.back();
    const auto code = static_cast<unsigned char>(last);
    if (code >= 0x8B && code <= 0x8D) last = static_cast<char>(code + 3);
    return result;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        all += all.empty() ? part : fmt::format(" {}{}", written::wa, part);
    return all;
}

}  // namespace

std::string with_article(std::string_view word) {
    const utf8::Decoded first = utf8::decode(word, 0);
    std::string result(written::article);
    result += word.substr(0, first.size);
    const std::string_view rest = word.substr(first.size);
    if (alphabet::is_sun_letter(first.code) && !rest.starts_with(written::shadda))
        result += written::shadda;
    result += rest;
    return without_tanwin(result);
}

std::string prefixed(std::string_view prefix, std::string_view words) {
    std::string result(prefix);
    const bool lam_before =
        prefix.size() >= 4 && prefix.substr(prefix.size() - 4, 2) == written::lam;
    if (lam_before && words.starts_with(written::article))
        words.remove_prefix(written::alif.size());
    result += words;
    return result;
}

std::string Numerals::word(std::string_view key, Case in) const {
    std::string word(words_.at(key).in(in));
    return word;
}

std::string Numerals::below_hundred(std::uint64_t value, Agreement agreement) const {
    const char gender = agreement.feminine ? 'f' : 'm';
    if (value <= 19) {
        const bool bound = agreement.construct && value >= 3 && value <= 10;
        return word(fmt::format("{}{}{}", bound ? "c" : "", gender, value), agreement.in);
    }
    std::string tens = word(fmt::format("{}", value / 10 * 10), agreement.in);
    if (value % 10 == 0) return tens;
    const std::string unit =
        agreement.feminine && value % 10 == 1 ? "f1u" : fmt::format("{}{}", gender, value % 10);
    return joined({word(unit, agreement.in), tens});
}

std::string Numerals::below_thousand(std::uint64_t value, Agreement agreement) const {
    const std::uint64_t rest = value % 100;
    if (value < 100) return below_hundred(value, agreement);
    const bool bound = agreement.construct && rest == 0;
    std::string hundreds = word(fmt::format("{}{}", bound ? "c" : "", value - rest), agreement.in);
    if (rest == 0) return hundreds;
    return joined({hundreds, below_hundred(rest, agreement)});
}

/// `count` thousands, millions ... `construct`: whether a noun follows directly.
std::string Numerals::scaled(std::uint64_t count, std::uint64_t scale, Case in,
                             bool construct) const {
    const auto named = [&](std::string_view form, bool bound, Case which) {
        return word(fmt::format("{}{}{}", bound ? "c" : "", form, scale), which);
    };
    const std::uint64_t tail = count % 100;
    std::vector<std::string> parts;
    const bool whole_hundreds = tail <= 2;
    if (whole_hundreds && count >= 100) {  // "a hundred thousand", then "a thousand"
        parts.push_back(
            below_thousand(count - tail, {.feminine = false, .in = in, .construct = true}) + " " +
            named("", construct && tail == 0, Case::genitive));
    }
    if (tail == 1) parts.push_back(named("", construct, in));
    if (tail == 2) parts.push_back(named("dual", construct, in));
    if (whole_hundreds) return joined(parts);
    if (count >= 100) {
        parts.push_back(
            below_thousand(count - tail, {.feminine = false, .in = in, .construct = false}));
    }
    const bool few = tail <= 10;
    parts.push_back(below_hundred(tail, {.feminine = false, .in = in, .construct = few}) + " " +
                    named(few ? "pl" : "acc", construct, Case::genitive));
    return joined(parts);
}

std::string Numerals::cardinal(std::uint64_t value, Agreement agreement) const {
    if (value == 0) return word(agreement.construct ? "c0" : "0", agreement.in);
    constexpr std::array<std::uint64_t, 4> scales = {1000000000000, 1000000000, 1000000, 1000};
    std::vector<std::string> parts;
    for (const std::uint64_t scale : scales) {
        const std::uint64_t count = value / scale;
        value %= scale;
        if (count == 0) continue;
        parts.push_back(scaled(count, scale, agreement.in, agreement.construct && value == 0));
    }
    if (value > 0) parts.push_back(below_thousand(value, agreement));
    return joined(parts);
}

std::string Numerals::definite_cardinal(std::uint64_t value, Agreement agreement) const {
    const std::string bare = cardinal(value, agreement);
    std::string result;
    for (std::size_t at = 0; at < bare.size();) {
        const std::size_t end = std::min(bare.find(' ', at), bare.size());
        std::string_view one = std::string_view(bare).substr(at, end - at);
        if (at > 0) result += ' ';
        const bool part = at == 0 || one.starts_with(written::wa);
        const std::string eight = word("f8", agreement.in);
        const std::string definite_eight = word("cf8", agreement.in);  // restores the last letter
        if (at > 0 && part) {
            result += written::wa;
            one.remove_prefix(written::wa.size());
        }
        result += part ? with_article(one == eight ? std::string_view(definite_eight) : one)
                       : std::string(one);
        at = end + 1;
    }
    return result;
}

std::string Numerals::ordinal(std::uint64_t value, bool feminine, Case in) const {
    const std::string_view kind = feminine ? "of" : "om";
    if (value >= 1000 || value % 100 == 0) {
        return definite_cardinal(value, {.feminine = feminine, .in = in, .construct = false});
    }
    const std::uint64_t rest = value % 100;
    std::string named;
    if (rest <= 19) {
        named = word(fmt::format("{}{}", kind, rest), in);
    } else {
        const std::string tens = with_article(word(fmt::format("{}", rest / 10 * 10), in));
        const std::string unit =
            rest % 10 == 1 ? fmt::format("{}1u", kind) : fmt::format("{}{}", kind, rest % 10);
        named = rest % 10 == 0 ? tens : joined({word(unit, in), tens});
    }
    if (value < 100) return named;
    return fmt::format("{} {}{}", named, after_the,
                       definite_cardinal(value - rest, {.feminine = false, .in = Case::genitive}));
}

std::string Numerals::adverb(std::uint64_t value) const {
    return word(fmt::format("a{}", value), Case::nominative);
}

std::string Numerals::digits(std::string_view digits) const {
    std::string result;
    for (const char digit : digits) {
        if (!result.empty()) result += ' ';
        result += cardinal(static_cast<std::uint64_t>(digit - '0'), {});
    }
    return result;
}

std::string Numerals::fraction(std::uint64_t count, std::uint64_t parts,
                               Agreement agreement) const {
    const bool bound = agreement.construct;
    const auto named = [&](std::string_view form, Case in) {
        return word(fmt::format("{}{}/{}", bound ? "c" : "", form, parts), in);
    };
    if (parts < 2 || parts > 10 || count == 0) return {};
    if (count == 1) return named("", agreement.in);
    if (count == 2) return named("dual", agreement.in);
    if (count > 10) return {};
    return below_hundred(count, {.feminine = false, .in = agreement.in, .construct = true}) + " " +
           named("pl", Case::genitive);
}

}  // namespace rawi::languages::arabic
