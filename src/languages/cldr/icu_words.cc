// Words from ICU, for any language.
#include "languages/cldr/icu_words.h"

#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace rawi::languages::cldr {

namespace {

using Speller = std::unique_ptr<icu::RuleBasedNumberFormat>;

std::string utf8_of(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

/// ICU's rules for the language, or null if ICU would silently fall back to another language.
Speller speller_for(icu::URBNFRuleSetTag what, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    auto speller = std::make_unique<icu::RuleBasedNumberFormat>(what, locale, status);
    if (U_FAILURE(status) != 0) return nullptr;
    const icu::Locale actual = speller->getLocale(ULOC_ACTUAL_LOCALE, status);
    const bool same =
        U_SUCCESS(status) != 0 && std::string_view(actual.getLanguage()) == locale.getLanguage();
    return same ? std::move(speller) : nullptr;
}

/// Replaces hyphens by spaces and removes soft hyphens, for the engine.
std::string spaced(const icu::UnicodeString& spelled) {
    icu::UnicodeString plain = spelled;
    plain.findAndReplace(icu::UnicodeString("-"), icu::UnicodeString(" "));
    plain.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0xAD)), icu::UnicodeString());
    return utf8_of(plain);
}

double value_of(const wording::WrittenNumber& figure) {
    const std::string text = fmt::format("{}.{}", figure.digits.empty() ? "0" : figure.digits,
                                         figure.fraction.empty() ? "0" : figure.fraction);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The value of at most two decimals, in hundredths.
std::int64_t cents_of(std::string_view digits) {
    return std::int64_t{digits[0] - '0'} * 10 + (digits[1] - '0');
}

}  // namespace

struct IcuWords::Parts {
    icu::Locale locale;
    Speller speller;                         ///< numbers in words
    Speller ordinals;                        ///< digits with ordinal endings
    std::vector<icu::UnicodeString> months;  ///< in their form within a date
    icu::UnicodeString order;                ///< the pattern of a long date
    bool known = false;                      ///< whether CLDR has the language

    /// A value by a rule set, or nothing if there is no such rule set.
    std::optional<std::string> by(const char* rule, std::int64_t value) const {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString result;
        icu::FieldPosition position;
        if (!speller) return std::nullopt;
        speller->format(value, icu::UnicodeString(rule), result, position, status);
        if (U_FAILURE(status) != 0) return std::nullopt;
        return spaced(result);
    }
};

IcuWords::IcuWords(const std::string& tag) : parts_(std::make_unique<Parts>()) {
    UErrorCode status = U_ZERO_ERROR;
    Parts& parts = *parts_;
    parts.locale = icu::Locale::forLanguageTag(tag, status);
    parts.speller = speller_for(icu::URBNF_SPELLOUT, parts.locale);
    parts.ordinals = speller_for(icu::URBNF_ORDINAL, parts.locale);
    status = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols signs(parts.locale, status);
    if (U_SUCCESS(status) != 0) {
        number_format_.comma_is_decimal =
            signs.getSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol) == ",";
        number_format_.stop_parts_thousands =
            signs.getSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol) == ".";
    }
    const icu::DateFormatSymbols symbols(parts.locale, status);
    const icu::Locale actual = symbols.getLocale(ULOC_ACTUAL_LOCALE, status);
    parts.known = U_SUCCESS(status) != 0 &&
                  std::string_view(actual.getLanguage()) == parts.locale.getLanguage();
    if (!parts.known) return;
    std::int32_t count = 0;
    const icu::UnicodeString* const months =
        symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    parts.months.assign(months, months + count);
    for (const auto style : {icu::DateFormat::kShort, icu::DateFormat::kLong}) {
        const std::unique_ptr<icu::DateFormat> format(
            icu::DateFormat::createDateInstance(style, parts.locale));
        const auto* const simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
        if (simple == nullptr) continue;
        simple->toPattern(parts.order);
        if (style == icu::DateFormat::kShort)
            day_first_ = parts.order.indexOf('d') < parts.order.indexOf('M');
    }
}

IcuWords::~IcuWords() = default;

std::optional<std::string> IcuWords::number(const wording::WrittenNumber& figure,
                                            bool negative) const {
    if (!parts_->speller || figure.large) return std::nullopt;
    constexpr std::size_t most_digits = 15;
    if (figure.digits.size() + figure.fraction.size() > most_digits) return std::nullopt;
    icu::UnicodeString result;
    icu::FieldPosition position;
    if (figure.fraction.empty()) {
        const auto value = static_cast<std::int64_t>(figure.value);
        parts_->speller->format(negative ? -value : value, result, position);
    } else {
        parts_->speller->format(negative ? -value_of(figure) : value_of(figure), result, position);
    }
    return spaced(result);
}

std::optional<std::string> IcuWords::year(std::uint64_t value) const {
    return parts_->by("%spellout-numbering-year", static_cast<std::int64_t>(value));
}

std::optional<std::string> IcuWords::ordinal(std::string_view written, std::uint64_t value) const {
    if (!parts_->ordinals || !parts_->speller) return std::nullopt;
    const std::int32_t sets = parts_->ordinals->getNumberOfRuleSetNames();
    for (std::int32_t i = 0; i < sets; ++i) {
        const icu::UnicodeString name = parts_->ordinals->getRuleSetName(i);
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString figures;
        icu::FieldPosition position;
        parts_->ordinals->format(static_cast<std::int64_t>(value), name, figures, position, status);
        if (U_FAILURE(status) != 0 || utf8_of(figures) != written) continue;
        icu::UnicodeString rule = name;
        rule.findAndReplace(icu::UnicodeString("%digits-"), icu::UnicodeString("%spellout-"));
        for (const std::string& candidate : {utf8_of(rule), std::string("%spellout-ordinal"),
                                             std::string("%spellout-ordinal-masculine")}) {
            if (auto words = parts_->by(candidate.c_str(), static_cast<std::int64_t>(value)))
                return words;
        }
    }
    return std::nullopt;
}

namespace {

/// A date in the order of a CLDR pattern, which is cut before the year if there is none.
std::string in_order(const icu::UnicodeString& pattern, const std::string& day,
                     const std::string& month, const std::string& year) {
    std::string words;
    bool quoted = false;
    for (std::int32_t i = 0; i < pattern.length();) {
        const char16_t c = pattern.charAt(i);
        std::int32_t end = i + 1;
        while (c != '\'' && end < pattern.length() && pattern.charAt(end) == c)
            ++end;
        if (c == '\'') {
            quoted = !quoted;
        } else if (quoted) {
            words += utf8_of(pattern.tempSubString(i, end - i));
        } else if (c == 'y' && year.empty()) {
            break;
        } else if (c == 'd' || c == 'y') {
            words += c == 'd' ? day : year;
        } else if (c == 'M' || c == 'L') {
            words += month;
        } else if (u_isUWhiteSpace(c) != 0) {
            words += ' ';
        }
        i = end;
    }
    return words;
}

}  // namespace

std::optional<std::string> IcuWords::date(std::uint64_t day, std::size_t month,
                                          std::uint64_t year) const {
    if (!parts_->known || month == 0 || month > parts_->months.size()) return std::nullopt;
    const auto number = static_cast<std::int64_t>(day);
    const bool ranked = parts_->order.indexOf(icu::UnicodeString("d.")) >= 0;
    std::optional<std::string> days =
        ranked ? parts_->by("%spellout-ordinal", number) : std::nullopt;
    // Ordinals for the first only: "premier mai"
    if (!days && day == 1) days = parts_->by("%spellout-ordinal-masculine", number);
    if (!days) days = parts_->by("%spellout-numbering", number);
    std::optional<std::string> years = this->year(year);
    if (!years) years = parts_->by("%spellout-numbering", static_cast<std::int64_t>(year));
    if (!days || !years) return std::nullopt;
    std::string words = in_order(parts_->order, *days, utf8_of(parts_->months[month - 1]),
                                 year == 0 ? std::string() : *years);
    // Without a year, remove the words before it, too: "3 de mayo de".
    while (year == 0 && words.ends_with(' '))
        words.pop_back();
    if (year == 0) {
        const std::string name = utf8_of(parts_->months[month - 1]);
        const std::size_t at = words.rfind(name);
        if (at != std::string::npos && day_first_) words.resize(at + name.size());
    }
    return words;
}

std::optional<std::string> IcuWords::month(std::size_t month, std::uint64_t year) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(parts_->locale, status);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(parts_->locale, status));
    if (!parts_->known || U_FAILURE(status) != 0) return std::nullopt;
    const icu::UnicodeString pattern =
        patterns->getBestPattern(year == 0 ? u"MMMM" : u"yMMMM", status);
    std::int32_t count = 0;
    const icu::UnicodeString* const names =
        symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
    if (U_FAILURE(status) != 0 || month == 0 || month > static_cast<std::size_t>(count))
        return std::nullopt;
    std::optional<std::string> years = this->year(year);
    if (!years) years = parts_->by("%spellout-numbering", static_cast<std::int64_t>(year));
    if (year > 0 && !years) return std::nullopt;
    const icu::UnicodeString& name =
        pattern.indexOf('L') >= 0 ? names[month - 1] : parts_->months[month - 1];
    return in_order(pattern, {}, utf8_of(name), year == 0 ? std::string() : *years);
}

std::optional<std::string> IcuWords::rank(std::uint64_t value, std::string_view form) const {
    if (!parts_->speller) return std::nullopt;
    std::string rule;
    for (std::int32_t i = 0; i < parts_->speller->getNumberOfRuleSetNames(); ++i) {
        const std::string name = utf8_of(parts_->speller->getRuleSetName(i));
        if (!name.starts_with("%spellout-ordinal")) continue;
        const bool asked = !form.empty() && name.find(form) != std::string::npos;
        if (rule.empty() || asked) rule = name;
    }
    return rule.empty() ? std::nullopt : parts_->by(rule.c_str(), static_cast<std::int64_t>(value));
}

std::optional<std::string> IcuWords::counted(const wording::WrittenNumber& figure,
                                             std::string_view unit, bool currency) const {
    if (!parts_->known) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    auto format = icu::number::NumberFormatter::withLocale(parts_->locale)
                      .unitWidth(UNUM_UNIT_WIDTH_FULL_NAME);
    if (currency) {
        icu::UnicodeString code = icu::UnicodeString::fromUTF8(
            icu::StringPiece(unit.data(), static_cast<std::int32_t>(unit.size())));
        format =
            format.unit(icu::CurrencyUnit(code.getTerminatedBuffer(), status))
                .precision(icu::number::Precision::maxFraction(figure.fraction.empty() ? 0 : 2));
    } else {
        format = format.unit(icu::MeasureUnit::forIdentifier(
            icu::StringPiece(unit.data(), static_cast<std::int32_t>(unit.size())), status));
    }
    const icu::number::FormattedNumber formatted = format.formatDouble(value_of(figure), status);
    const icu::UnicodeString whole = formatted.toString(status);
    icu::ConstrainedFieldPosition field;
    field.constrainField(UFIELD_CATEGORY_NUMBER,
                         currency ? UNUM_CURRENCY_FIELD : UNUM_MEASURE_UNIT_FIELD);
    if (U_FAILURE(status) != 0 || formatted.nextPosition(field, status) == 0) return std::nullopt;
    return spaced(whole.tempSubStringBetween(field.getStart(), field.getLimit()));
}

std::optional<std::string> IcuWords::money(const wording::WrittenNumber& figure,
                                           std::string_view code) const {
    const auto name = counted(figure, code, true);
    wording::WrittenNumber whole = figure;
    constexpr std::size_t minor_digits = 2;
    const bool minor = figure.fraction.size() == minor_digits;
    if (minor) whole.fraction.clear();
    std::optional<std::string> words = number(whole, false);
    if (whole.fraction.empty() && whole.value == 1) {
        if (auto one = parts_->by("%spellout-cardinal-masculine", 1)) words = one;
    }
    if (!name || !words) return std::nullopt;
    std::string said = fmt::format("{} {}", *words, *name);
    if (minor && figure.fraction != "00") {
        if (const auto cents = parts_->by("%spellout-numbering", cents_of(figure.fraction)))
            said += " " + *cents;
    }
    return said;
}

std::optional<std::string> IcuWords::measure(const wording::WrittenNumber& figure,
                                             std::string_view unit) const {
    const auto name = counted(figure, unit, false);
    std::optional<std::string> words = number(figure, false);
    if (figure.fraction.empty() && figure.value == 1) {
        if (auto one = parts_->by("%spellout-cardinal-masculine", 1)) words = one;
    }
    if (!name || !words) return std::nullopt;
    return fmt::format("{} {}", *words, *name);
}

}  // namespace rawi::languages::cldr
