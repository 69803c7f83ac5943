// What markup specifies, for any language: words for texts that have only one reading.
#include "wording/semiotic/markup.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/rbnf.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "wording/language.h"
#include "wording/number_format.h"
#include "wording/semiotic/dates.h"
#include "wording/semiotic/digits.h"
#include "wording/words.h"

namespace rawi::wording::semiotic {

namespace {

constexpr NumberFormat usual = {};

icu::Locale locale_of(const Language& language) {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Locale::forLanguageTag(std::string(language.tag()), status);
}

std::string narrow(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

void append(std::vector<Word>& words, std::vector<Word> more) {
    std::move(more.begin(), more.end(), std::back_inserter(words));
}

/// With marks between thousands, so that it is no year, and without zeros before it.
std::string grouped(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    constexpr std::size_t group = 3;
    for (std::size_t at = digits.size(); at > group;) {
        at -= group;
        digits.insert(at, ",");
    }
    return digits;
}

std::vector<Word> cardinal(const Language& language, std::string_view text) {
    const std::vector<std::string> runs = runs_of_digits(text);
    if (!is_one_number(text)) return {};
    // What has marks is read as it is written.
    const bool plain =
        runs.size() == 1 && u_charDigitValue(static_cast<UChar32>(utf8::decode(text, 0).code)) >= 0;
    return say_text(language, plain ? grouped(runs.front()) : std::string(text), usual);
}

std::vector<Word> ordinal(const Language& language, std::string_view text,
                          std::string_view format) {
    const std::vector<std::string> runs = runs_of_digits(text);
    constexpr std::size_t most_digits = 15;
    if (runs.size() != 1 || runs.front().size() > most_digits) return {};
    const auto value = static_cast<std::int64_t>(std::stoll(runs.front()));
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(language);
    icu::RuleBasedNumberFormat speller(icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status) != 0) return {};
    icu::UnicodeString rules;
    for (int32_t i = 0; i < speller.getNumberOfRuleSetNames(); ++i) {
        const icu::UnicodeString name = speller.getRuleSetName(i);
        const bool fits = name.startsWith(u"%spellout-ordinal") != 0;
        const bool asked =
            !format.empty() && name.indexOf(icu::UnicodeString::fromUTF8(std::string(format))) >= 0;
        if (fits && (rules.isEmpty() != 0 || asked)) rules = name;
    }
    icu::UnicodeString said;
    icu::FieldPosition position;
    if (rules.isEmpty() != 0) {
        icu::RuleBasedNumberFormat signs(icu::URBNF_ORDINAL, locale, status);
        if (U_FAILURE(status) != 0) return {};
        signs.format(value, said, position);
    } else {
        speller.format(value, rules, said, position, status);
        said.findAndReplace(u"-", u" ");
        said.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0xAD)), {});
    }
    return say_text(language, narrow(said), usual);
}

/// A date in words and figures, as the language writes it: "10 November 2020".
std::string written_date(const Language& language, const Date& parts) {
    std::string skeleton;
    if (parts.year > 0) skeleton += "y";
    if (parts.month > 0) skeleton += "MMMM";
    if (parts.day > 0) skeleton += "d";
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(language);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status) != 0) return {};
    const icu::UnicodeString pattern =
        patterns->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status);
    icu::SimpleDateFormat form(pattern, locale, status);
    const icu::TimeZone& zone = *icu::TimeZone::getGMT();
    constexpr int leap_year = 2000, noon = 12;
    icu::GregorianCalendar calendar(parts.year > 0 ? parts.year : leap_year,
                                    std::max(parts.month, 1) - 1, std::max(parts.day, 1), noon, 0,
                                    status);
    calendar.setTimeZone(zone);
    calendar.set(UCAL_HOUR_OF_DAY, noon);
    if (U_FAILURE(status) != 0) return {};
    form.setTimeZone(zone);
    icu::UnicodeString text;
    form.format(calendar.getTime(status), text);
    return U_FAILURE(status) != 0 ? std::string() : narrow(text);
}

std::vector<Word> date(const Language& language, std::string_view text, std::string_view format) {
    const std::vector<std::string> runs = runs_of_digits(text);
    if (runs.empty()) return {};
    if (format.empty()) return say_text(language, text, usual);
    const bool named = std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
    });
    const std::optional<Date> parts = date_in_format(text, format);
    if (!parts) return named ? say_text(language, text, usual) : std::vector<Word>();
    return say_text(language, written_date(language, *parts), usual);
}

/// Each character by itself.
std::vector<Word> characters(const Language& language, std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        std::vector<Word> one = say_text(language, text.substr(at, next.size), usual);
        for (Word& word : one)
            word.semiotic_class = SemioticClass::characters;
        append(words, std::move(one));
        at += next.size;
    }
    return words;
}

std::vector<Word> digits(const Language& language, std::string_view text) {
    std::vector<Word> words;
    for (const std::string& run : runs_of_digits(text)) {
        for (const char digit : run)
            append(words, say_text(language, std::string_view(&digit, 1), usual));
    }
    for (Word& word : words)
        word.semiotic_class = SemioticClass::digits;
    return words;
}

std::vector<Word> telephone(const Language& language, std::string_view text) {
    std::vector<Word> words;
    const std::size_t plus = text.find('+');
    const std::vector<std::string> runs = runs_of_digits(text);
    if (runs.empty()) return words;
    if (plus != std::string_view::npos) words = say_text(language, "+", usual);
    for (const std::string& run : runs) {
        append(words, language.say_as(run, SayAs::digits, {}));
        raise_boundary(words, Boundary::comma);
    }
    if (!words.empty()) words.back().after = Boundary::none;
    for (Word& word : words)
        word.semiotic_class = SemioticClass::telephone;
    return words;
}

}  // namespace

std::vector<Word> say_as(const Language& language, std::string_view text, SayAs what,
                         std::string_view format) {
    std::vector<Word> words;
    switch (what) {
        case SayAs::cardinal:
            words = cardinal(language, text);
            break;
        case SayAs::ordinal:
            words = ordinal(language, text, format);
            for (Word& word : words)
                word.semiotic_class = SemioticClass::ordinal;
            break;
        case SayAs::digits:
            words = digits(language, text);
            break;
        case SayAs::characters:
            words = characters(language, text);
            break;
        case SayAs::date:
            words = date(language, text, format);
            break;
        case SayAs::telephone:
            words = telephone(language, text);
            break;
        case SayAs::time:
        case SayAs::fraction:
        case SayAs::unit:
        case SayAs::currency:
            if (!runs_of_digits(text).empty()) words = say_text(language, text, usual);
            break;
    }
    for (Word& word : words)
        word.source = {.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    return words;
}

}  // namespace rawi::wording::semiotic
