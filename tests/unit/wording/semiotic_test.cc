// The forms that all languages share: addresses, dates in figures, Roman numerals.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/table.h"
#include "wording/semiotic/dates.h"
#include "wording/semiotic/digits.h"
#include "wording/semiotic/electronic.h"
#include "wording/semiotic/markup.h"
#include "wording/semiotic/roman.h"

namespace rawi::wording::semiotic {
namespace {

const TableKeys& endings() {
    static const auto table = SaidTable::load(RAWI_SOURCE "/voices/en/domains.tsv");
    return *table;
}

const TableKeys& function_words() {
    static const auto table = WordList::load(RAWI_SOURCE "/voices/en/function_words.tsv");
    return *table;
}

std::string host_of(const char* run, const DomainRules& rules) {
    const auto found = web_address_in(run, rules);
    return found ? found->host : "none";
}

TEST(ElectronicForm, WithASchemeAnythingIsAWebAddress) {
    const DomainRules rules{.endings = endings()};
    const auto found = web_address_in("https://www.example.org:8080/a?b=1#c", rules);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->scheme, "https");
    EXPECT_EQ(found->host, "www.example.org");
    EXPECT_EQ(found->port, ":8080");
    EXPECT_EQ(found->path, "/a?b=1#c");
    EXPECT_EQ(written(*found), "https://www.example.org:8080/a?b=1#c");
    EXPECT_EQ(without_www(found->host), "example.org");
    EXPECT_EQ(host_of("http://localhost", rules), "localhost");
    EXPECT_EQ(host_of("file:///etc/hosts", rules), "");
}

TEST(ElectronicForm, WithoutASchemeTheNameMustBeADomain) {
    const DomainRules rules{.endings = endings(), .words = &function_words(), .least_label = 3};
    EXPECT_EQ(host_of("example.org/page", rules), "example.org");
    EXPECT_EQ(host_of("www.example.museum", rules), "www.example.museum");
    EXPECT_EQ(host_of("example.museum", rules), "none");
    EXPECT_EQ(host_of("said.in", rules), "none");  // a space is missing
    EXPECT_EQ(host_of("e.uk", rules), "none");
    EXPECT_EQ(host_of("1.25.com", rules), "none");
    EXPECT_EQ(host_of("name@example.org", rules), "none");
    EXPECT_EQ(host_of("(http://x.org", rules), "none");
    EXPECT_FALSE(is_domain("example..org", rules));
    EXPECT_TRUE(is_domain("example.zz", {.endings = endings(), .any_country = true}));
    EXPECT_FALSE(is_domain("ex.zz", {.endings = endings(), .any_country = true}));
}

TEST(ElectronicForm, AMailAddressHasANameBeforeAndADomainAfterItsSign) {
    const auto found = mail_address_in("first.last@mail.example.org");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->user, "first.last");
    EXPECT_EQ(found->host, "mail.example.org");
    EXPECT_EQ(written(*found), "first.last@mail.example.org");
    for (const char* const run : {"@example.org", "me@", "me@org", "me@EXAMPLE.ORG", "me"})
        EXPECT_FALSE(mail_address_in(run)) << run;
}

TEST(ElectronicForm, AnAccountNameHasALetter) {
    EXPECT_TRUE(handle_in("rawi_1.x-y", Electronic::Form::handle));
    EXPECT_FALSE(handle_in("1984", Electronic::Form::hashtag));
    EXPECT_FALSE(handle_in("a/b", Electronic::Form::handle));
    EXPECT_FALSE(handle_in("", Electronic::Form::handle));
}

TEST(ElectronicForm, AnIpAddressHasFourNumbers) {
    EXPECT_TRUE(machine_address_in("192.168.0.1"));
    for (const char* const run : {"192.168.0", "1.2.3.4.5", "1.2.3.4567", "1..3.4", "1.2.3.a", ""})
        EXPECT_FALSE(machine_address_in(run)) << run;
}

std::string fields_of(const std::optional<Date>& date) {
    if (!date) return "none";
    return std::to_string(date->day) + " " + std::to_string(date->month) + " " +
           std::to_string(date->year);
}

std::string read(const std::array<std::string_view, 3>& numbers, DateOrder order) {
    const auto found = date_of(numbers, order);
    return fields_of(found ? std::optional(found->date) : std::nullopt);
}

TEST(DateForm, TheOrderCountsOnlyWhereBothArePossible) {
    EXPECT_EQ(read({"3", "10", "2020"}, DateOrder::day_first), "3 10 2020");
    EXPECT_EQ(read({"3", "10", "2020"}, DateOrder::month_first), "10 3 2020");
    EXPECT_EQ(read({"25", "12", "2020"}, DateOrder::month_first), "25 12 2020");
    EXPECT_EQ(read({"12", "25", "2020"}, DateOrder::day_first), "25 12 2020");
    EXPECT_EQ(read({"2020", "12", "25"}, DateOrder::day_first), "25 12 2020");
    for (const std::array<std::string_view, 3>& none :
         {std::array<std::string_view, 3>{"2020", "25", "12"},
          {"13", "13", "2020"},
          {"0", "1", "2020"},
          {"1", "1", "202"},
          {"1", "123", "2020"},
          {"1", "1", "0999"},
          {"1", "1", "20201"}})
        EXPECT_EQ(read(none, DateOrder::day_first), "none") << none[0];
}

TEST(DateForm, TextAndMarkupReadYearsOfTwoDigitsAlike) {
    for (const auto& [two, year] :
         {std::pair("00", 2000), {"49", 2049}, {"50", 1950}, {"99", 1999}}) {
        const auto text = date_of({"1", "1", two}, DateOrder::day_first);
        const auto markup = date_in_format("1/1/" + std::string(two), "dmy");
        ASSERT_TRUE(text && markup) << two;
        EXPECT_EQ(text->date.year, year);
        EXPECT_EQ(markup->year, year);
        EXPECT_TRUE(text->date.short_year && markup->short_year);
    }
}

TEST(DateForm, MarkupNamesTheOrder) {
    EXPECT_EQ(fields_of(date_in_format("11-10-2020", "mdy")), "10 11 2020");
    EXPECT_EQ(fields_of(date_in_format("20201110", "yyyymmdd")), "10 11 2020");
    EXPECT_EQ(fields_of(date_in_format("10/11", "dm")), "10 11 0");
    EXPECT_EQ(fields_of(date_in_format("11/2020", "mm/yyyy")), "0 11 2020");
    EXPECT_EQ(
        fields_of(date_in_format("\u0661\u0660/\u0661\u0661/\u0662\u0660\u0662\u0660", "dmy")),
        "10 11 2020");
    EXPECT_EQ(fields_of(date_in_format("476", "y")), "0 0 476");
    for (const auto& [text, format] : {std::pair("32/13/2020", "dmy"),
                                       {"1/2/2020", "xyz"},
                                       {"1/2/2020", "dmyd"},
                                       {"1/2", "dmy"},
                                       {"hello", "dmy"},
                                       {"1/2/20200", "dmy"}})
        EXPECT_EQ(fields_of(date_in_format(text, format)), "none") << text << ' ' << format;
}

/// "class name=value ...", "usual" if the text is read as usual, or "none" if it cannot be said so.
std::string value_in(std::string_view text, SayAs what, std::string_view format = {}) {
    const auto value = value_of(text, what, format);
    if (!value) return is_sayable(text, what, format) ? "usual" : "none";
    std::string all(name_of(class_of(*value)));
    for (const Field& field : fields_of(*value))
        all += " " + field.name + "=" + field.value;
    return all;
}

TEST(ValuesOfMarkup, ANumberMayHaveMarksAndSpaces) {
    for (const char* const text : {"1984", "1,984", "1 984", "01984"})
        EXPECT_EQ(value_in(text, SayAs::cardinal), "cardinal digits=1984") << text;
    EXPECT_EQ(value_in("\u2212\u0663.5", SayAs::cardinal), "decimal sign=- whole=3 fraction=5");
    EXPECT_EQ(value_in("1.2.3", SayAs::cardinal), "usual");
    EXPECT_EQ(value_in("1 98", SayAs::cardinal), "usual");
    EXPECT_EQ(value_in("two", SayAs::cardinal), "none");
    EXPECT_EQ(value_in("21st", SayAs::ordinal), "ordinal digits=21");
    EXPECT_EQ(value_in("1 2", SayAs::ordinal), "none");
    EXPECT_EQ(value_in("2 1/2", SayAs::fraction), "fraction whole=2 numerator=1 denominator=2");
    EXPECT_EQ(value_in("01/02", SayAs::fraction), "fraction numerator=1 denominator=2");
    for (const char* const text : {"1/2/3", "1/10000000000000000", "1/x"})
        EXPECT_EQ(value_in(text, SayAs::fraction), "usual") << text;
}

TEST(ValuesOfMarkup, AnAmountHasAUnitOnOneSide) {
    EXPECT_EQ(value_in("$5.20", SayAs::currency), "money whole=5 fraction=20 currency=$");
    EXPECT_EQ(value_in("5 \u20AC", SayAs::currency), "money whole=5 currency=\u20AC");
    EXPECT_EQ(value_in("5 km\u00B2", SayAs::unit), "measure whole=5 unit=km\u00B2");
    EXPECT_EQ(value_in("$5 a day", SayAs::currency), "usual");
    EXPECT_EQ(value_in("5", SayAs::unit), "usual");
    EXPECT_EQ(value_in("km", SayAs::unit), "none");
}

TEST(ValuesOfMarkup, ATimeIsByTheClock) {
    EXPECT_EQ(value_in("18:30", SayAs::time), "time hour=18 minute=30");
    EXPECT_EQ(value_in("8:05:09", SayAs::time), "time hour=8 minute=5 second=9");
    for (const char* const text : {"25:00", "18:60", "6 pm", "1:2:3:4", "18:30 GMT"})
        EXPECT_EQ(value_in(text, SayAs::time), "usual") << text;
    EXPECT_EQ(value_in("noon", SayAs::time), "none");
}

TEST(ValuesOfMarkup, ADateWithoutAFormatIsTheLanguages) {
    EXPECT_EQ(value_in("10/11/2020", SayAs::date, "dmy"), "date day=10 month=11 year=2020");
    EXPECT_EQ(value_in("10/11/2020", SayAs::date), "usual");
    EXPECT_EQ(value_in("10 Nov 2020", SayAs::date, "dmy"), "usual");
    EXPECT_EQ(value_in("32/13/2020", SayAs::date, "dmy"), "none");
}

TEST(ValuesOfMarkup, GroupsAndLettersAreAsWritten) {
    EXPECT_EQ(value_in("+1 555-12", SayAs::telephone), "telephone prefix=+ groups=1 555 12");
    EXPECT_EQ(value_in("12-34", SayAs::digits), "digits digits=1234");
    EXPECT_EQ(value_in("a&b", SayAs::characters), "letters letters=a&b");
    EXPECT_EQ(value_in(" ", SayAs::characters), "none");
}

TEST(RomanNumerals, AreReadAsTheyAreWritten) {
    for (const auto& [letters, value] : {std::pair("I", 1),
                                         {"IV", 4},
                                         {"VIII", 8},
                                         {"XIV", 14},
                                         {"XXXIX", 39},
                                         {"XL", 40},
                                         {"MCMLXXXIV", 1984},
                                         {"MMMCMXCIX", 3999}})
        EXPECT_EQ(roman_value(letters), value) << letters;
    for (const char* const none : {"", "IIII", "VV", "IC", "IXI", "VX", "xiv", "MMMM", "XIVX", "A"})
        EXPECT_EQ(roman_value(none), 0) << none;
}

TEST(DigitsOfText, AreThoseOfAnyScript) {
    EXPECT_EQ(runs_of_digits("a1b\u0662\u0663"), (std::vector<std::string>{"1", "23"}));
    EXPECT_EQ(digits_in("+962 6"), "9626");
    EXPECT_TRUE(is_one_number("-1,234.5"));
    EXPECT_FALSE(is_one_number("1a"));
    EXPECT_FALSE(is_one_number(""));
    EXPECT_EQ(without_leading_zeros("007"), "7");
    EXPECT_EQ(without_leading_zeros("000"), "0");
}

}  // namespace
}  // namespace rawi::wording::semiotic
