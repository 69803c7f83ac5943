// Readings of values that markup asks for.
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "languages/cldr/readings.h"
#include "wording/semiotic/digits.h"
#include "wording/semiotic/values.h"

namespace rawi::languages::cldr {

namespace {

wording::WrittenNumber figure_of(std::string_view digits, std::string_view fraction = {}) {
    wording::WrittenNumber figure;
    wording::set_whole(figure, std::string(digits));
    figure.fraction = fraction;
    return figure;
}

/// A Reading without parts means that ICU has no words for a value.
struct Requested {
    const Sentence& s;
    std::string_view format;

    Reading operator()(const semiotic::Cardinal& value) const {
        return said(s.shared.words.number(figure_of(value.digits), value.negative));
    }
    Reading operator()(const semiotic::Decimal& value) const {
        return said(s.shared.words.number(figure_of(value.whole, value.fraction), value.negative));
    }
    Reading operator()(const semiotic::Ordinal& value) const {
        return said(s.shared.words.rank(figure_of(value.digits).value, format));
    }
    Reading operator()(const semiotic::Digits& value) const { return said(words_of(s, value)); }
    Reading operator()(const semiotic::Date& date) const {
        const auto day = static_cast<std::uint64_t>(date.day);
        const auto month = static_cast<std::size_t>(date.month);
        const auto year = static_cast<std::uint64_t>(date.year);
        if (date.day > 0 && date.month > 0) return said(s.shared.words.date(day, month, year));
        if (date.month > 0) return said(s.shared.words.month(month, year));
        std::optional<std::string> words =
            date.year > 0 ? s.shared.words.year(year) : std::optional<std::string>();
        if (!words) words = s.shared.words.number(figure_of(fmt::format("{}", day + year)), false);
        return said(std::move(words));
    }
    Reading operator()(const semiotic::Telephone& number) const {
        Reading reading;
        const Said* const plus = number.international ? s.shared.symbols.find("+") : nullptr;
        if (plus != nullptr) reading.parts.push_back({.words = plus->said});
        for (const semiotic::TelephoneGroup& group : number.groups)
            reading.parts.push_back({.words = words_of(s, semiotic::Digits{.digits = group.text}),
                                     .source = {},
                                     .language = {},
                                     .pause = true});
        reading.parts.back().pause = false;
        return reading;
    }
    Reading operator()(const semiotic::Letters& value) const {
        std::string words;
        const std::string_view text = value.letters;
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded next = utf8::decode(text, at);
            const std::string_view one = text.substr(at, next.size);
            at += next.size;
            std::string digit = semiotic::digits_in(one);
            const Said* const sign = s.shared.symbols.find(one);
            const std::string name =
                !digit.empty()    ? words_of(s, semiotic::Digits{.digits = std::move(digit)})
                : sign != nullptr ? sign->said
                : u_isalpha(static_cast<UChar32>(next.code)) != 0 ? std::string(one)
                                                                  : std::string();
            if (name.empty()) continue;
            if (!words.empty()) words += ' ';
            words += name;
        }
        return said(std::move(words));
    }
    /// Amounts and times are read as the text around them is.
    template <class Value>
    Reading operator()(const Value& /*value*/) const {
        return {};
    }

  private:
    static Reading said(std::optional<std::string> words) {
        Reading reading;
        if (words && !words->empty()) reading.parts.push_back({.words = *std::move(words)});
        return reading;
    }
};

}  // namespace

std::optional<Reading> requested_reading(const Sentence& s, std::size_t end,
                                         const semiotic::Value& value, std::string_view format) {
    Reading reading = std::visit(Requested{.s = s, .format = format}, value);
    if (reading.parts.empty()) return {};
    reading.end = end;
    reading.semiotic_class = semiotic::class_of(value);
    reading.value = value;
    return reading;
}

}  // namespace rawi::languages::cldr
