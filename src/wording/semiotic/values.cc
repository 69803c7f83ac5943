// Classes and fields of values.
#include "wording/semiotic/values.h"

#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

namespace rawi::wording::semiotic {

namespace {

/// Collects the fields that are written.
class Fields {
  public:
    Fields& text(const char* name, const std::string& value) {
        if (!value.empty()) all_.push_back({.name = name, .value = value});
        return *this;
    }
    Fields& number(const char* name, int value, int none = 0) {
        if (value != none) all_.push_back({.name = name, .value = fmt::format("{}", value)});
        return *this;
    }
    Fields& sign(bool negative) { return text("sign", negative ? "-" : ""); }
    Fields& amount(const Amount& amount) {
        return sign(amount.negative)
            .text("whole", amount.whole)
            .text("fraction", amount.fraction)
            .text("numerator", amount.numerator)
            .text("denominator", amount.denominator)
            .text("scale", amount.scale);
    }
    std::vector<Field> take() { return std::move(all_); }

  private:
    std::vector<Field> all_;
};

std::string name_of(Electronic::Form form) {
    constexpr std::array<const char*, 5> names = {"web", "mail", "handle", "hashtag", "machine"};
    return names[static_cast<std::size_t>(form)];
}

void add(Fields& to, const Cardinal& one) {
    to.sign(one.negative).text("digits", one.digits).text("scale", one.scale);
}
void add(Fields& to, const Ordinal& one) {
    to.text("digits", one.digits);
}
void add(Fields& to, const Decimal& one) {
    to.sign(one.negative)
        .text("whole", one.whole)
        .text("fraction", one.fraction)
        .text("scale", one.scale);
}
void add(Fields& to, const Fraction& one) {
    to.text("whole", one.whole)
        .text("numerator", one.numerator)
        .text("denominator", one.denominator);
}
void add(Fields& to, const Digits& one) {
    to.text("digits", one.digits);
}
void add(Fields& to, const Money& one) {
    to.amount(one.amount).text("currency", one.currency);
}
void add(Fields& to, const Measure& one) {
    to.amount(one.amount).text("unit", one.unit);
}
void add(Fields& to, const Range& one) {
    to.text("from", one.from).text("to", one.to);
}
void add(Fields& to, const Score& one) {
    to.text("ours", one.ours).text("theirs", one.theirs);
}
void add(Fields& to, const Date& one) {
    to.number("day", one.day).number("last_day", one.last_day).number("month", one.month);
    to.number("year", one.year).text("era", one.era);
}
void add(Fields& to, const Year& one) {
    to.number("year", one.first).number("last_year", one.last).text("era", one.era);
}
void add(Fields& to, const Time& one) {
    to.number("hour", one.hour, -1).number("minute", one.minute, -1);
    to.number("second", one.second, -1).text("half", one.half).text("zone", one.zone);
}
void add(Fields& to, const Duration& one) {
    to.number("hours", one.hours).number("minutes", one.minutes).number("seconds", one.seconds);
}
void add(Fields& to, const Telephone& one) {
    std::string groups;
    for (const TelephoneGroup& group : one.groups)
        groups += (groups.empty() ? "" : " ") + group.text;
    to.text("prefix", one.international ? "+" : "").text("groups", groups);
    to.text("extension", one.extension);
}
void add(Fields& to, const Electronic& one) {
    to.text("form", name_of(one.form)).text("scheme", one.scheme).text("user", one.user);
    to.text("host", one.host).text("port", one.port).text("path", one.path);
}
void add(Fields& to, const Letters& one) {
    to.text("letters", one.letters);
}

}  // namespace

SemioticClass class_of(const Value& value) {
    // In the order of the variant.
    constexpr std::array<SemioticClass, std::variant_size_v<Value>> classes = {
        SemioticClass::cardinal, SemioticClass::ordinal,   SemioticClass::decimal,
        SemioticClass::fraction, SemioticClass::digits,    SemioticClass::money,
        SemioticClass::measure,  SemioticClass::range,     SemioticClass::score,
        SemioticClass::date,     SemioticClass::year,      SemioticClass::time,
        SemioticClass::duration, SemioticClass::telephone, SemioticClass::electronic,
        SemioticClass::letters};
    return classes[value.index()];
}

std::vector<Field> fields_of(const Value& value) {
    Fields fields;
    std::visit([&](const auto& one) { add(fields, one); }, value);
    return fields.take();
}

}  // namespace rawi::wording::semiotic
