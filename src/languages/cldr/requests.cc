// Readings of values that markup requests.
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "languages/cldr/readings.h"
#include "wording/semiotic/characters.h"
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
        const auto name_of = [&](std::string_view one, std::string digit) {
            if (!digit.empty()) return words_of(s, semiotic::Digits{.digits = std::move(digit)});
            const Said* const sign = s.shared.symbols.find(one);
            if (sign != nullptr) return sign->said;
            return std::string(semiotic::starts_with_letter(one) ? one : std::string_view());
        };
        return said(semiotic::spelled_out(value.letters, name_of));
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
    return semiotic::requested(std::visit(Requested{.s = s, .format = format}, value), end, value);
}

}  // namespace rawi::languages::cldr
