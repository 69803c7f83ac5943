// What markup says that a text is: readings that any language has, by way of what it says for
// texts that can be read in one way only.
#include "wording/say_as.h"

#include <algorithm>
#include <array>
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
#include "wording/words.h"

namespace rawi::wording {

namespace {

constexpr NumberFormat usual = {};

constexpr std::array<std::pair<std::string_view, SayAs>, 13> say_as_names = {{
    {"cardinal", SayAs::cardinal},
    {"number", SayAs::cardinal},
    {"ordinal", SayAs::ordinal},
    {"digits", SayAs::digits},
    {"characters", SayAs::characters},
    {"spell-out", SayAs::characters},
    {"verbatim", SayAs::characters},
    {"date", SayAs::date},
    {"time", SayAs::time},
    {"telephone", SayAs::telephone},
    {"fraction", SayAs::fraction},
    {"unit", SayAs::unit},
    {"currency", SayAs::currency},
}};

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

/// The runs of digits in a text, in ASCII.
std::vector<std::string> runs_of_digits(std::string_view text) {
    std::vector<std::string> runs;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        const int digit = u_charDigitValue(static_cast<UChar32>(next.code));
        if (digit >= 0) {
            if (!open) runs.emplace_back();
            runs.back() += static_cast<char>('0' + digit);
        }
        open = digit >= 0;
    }
    return runs;
}

/// Whether a text has no more in it than one number with its marks.
bool is_one_number(std::string_view text) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        const bool digit = u_charDigitValue(static_cast<UChar32>(next.code)) >= 0;
        const bool inside = next.code == '.' || next.code == ',' || next.code == 0x066B ||
                            next.code == 0x066C || next.code == ' ' || next.code == 0xA0 ||
                            next.code == 0x202F;
        const bool first = next.code == '-' || next.code == 0x2212 || next.code == '+';
        if (!digit && !(any ? inside : first)) return false;
        any = any || digit;
    }
    return any;
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

/// Day, month and year of a date; 0: not in it.
struct DateParts {
    int day = 0, month = 0, year = 0;
};

/// "dmy" of "dd/mm/yyyy" and the like; empty: it is none.
std::string order_of(std::string_view format) {
    std::string order;
    for (const char c : format) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (small != 'd' && small != 'm' && small != 'y') continue;
        if (order.empty() || order.back() != small) order += small;
    }
    std::string sorted = order;
    std::sort(sorted.begin(), sorted.end());
    return std::unique(sorted.begin(), sorted.end()) == sorted.end() ? order : std::string();
}

/// The runs of a date without marks between its parts: 20201110.
std::vector<std::string> split(std::string digits, std::string_view order) {
    std::vector<std::string> runs;
    for (const char part : order) {
        const std::size_t size = part == 'y' ? 4 : 2;
        runs.push_back(digits.substr(0, size));
        digits.erase(0, size);
    }
    return runs;
}

/// The year, month or day that a run of digits is; nothing where it is none.
std::optional<int> date_part(const std::string& run, char part) {
    constexpr std::size_t most_digits = 4, short_year = 2;
    constexpr int this_century = 2000, last_century = 1900, turn = 70;
    constexpr int days = 31, months = 12, last_year = 9999;
    if (run.size() > most_digits) return {};
    int value = std::stoi(run);
    if (part == 'y' && run.size() <= short_year)
        value += value < turn ? this_century : last_century;
    const int most = part == 'd' ? days : part == 'm' ? months : last_year;
    return value < 1 || value > most ? std::nullopt : std::optional(value);
}

std::optional<DateParts> date_parts(std::vector<std::string> runs, std::string_view order) {
    constexpr std::size_t all = 3, compact = 8;
    if (runs.size() == 1 && order.size() == all && runs.front().size() == compact)
        runs = split(runs.front(), order);
    if (runs.size() != order.size()) return {};
    DateParts parts;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::optional<int> value = date_part(runs[i], order[i]);
        if (!value) return {};
        (order[i] == 'd' ? parts.day : order[i] == 'm' ? parts.month : parts.year) = *value;
    }
    return parts;
}

/// A date in words and figures, as the language writes it: "10 November 2020".
std::string written_date(const Language& language, const DateParts& parts) {
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
    const std::string order = order_of(format);
    if (order.empty()) return {};
    const bool named = std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
    });
    const std::optional<DateParts> parts = date_parts(runs, order);
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

std::optional<SayAs> say_as_named(std::string_view name) {
    const auto* const found = std::find_if(say_as_names.begin(), say_as_names.end(),
                                           [&](const auto& known) { return known.first == name; });
    return found == say_as_names.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Word> Language::say_as(std::string_view text, SayAs what,
                                   std::string_view format) const {
    std::vector<Word> words;
    switch (what) {
        case SayAs::cardinal:
            words = cardinal(*this, text);
            break;
        case SayAs::ordinal:
            words = ordinal(*this, text, format);
            for (Word& word : words)
                word.semiotic_class = SemioticClass::ordinal;
            break;
        case SayAs::digits:
            words = digits(*this, text);
            break;
        case SayAs::characters:
            words = characters(*this, text);
            break;
        case SayAs::date:
            words = date(*this, text, format);
            break;
        case SayAs::telephone:
            words = telephone(*this, text);
            break;
        case SayAs::time:
        case SayAs::fraction:
        case SayAs::unit:
        case SayAs::currency:
            if (!runs_of_digits(text).empty()) words = say_text(*this, text, usual);
            break;
    }
    for (Word& word : words)
        word.source = {.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    return words;
}

}  // namespace rawi::wording
