#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/script.h"

namespace rawi::wording::semiotic {

// What a recognizer finds, or `say-as` asks for: the meaning of a stretch of text, whatever the
// language that it is said in. The classes are those of text normalization (Sproat and others,
// "Normalization of non-standard words", 2001; Ebden and Sproat, "The Kestrel TTS text
// normalization system", 2014). Digits are ASCII, and as written: "007" stays what it is.

/// A count: "1984", "-5"; `scale` is the word after it: "5 million".
struct Cardinal {
    std::string digits;
    bool negative = false;
    std::string scale{};
};

/// A rank: "21st", "XIV".
struct Ordinal {
    std::string digits;
};

/// A number with a decimal part, and the word that scales it.
struct Decimal {
    std::string whole, fraction;
    bool negative = false;
    std::string scale{};
};

/// "2 1/2"; `whole` is empty if there is none.
struct Fraction {
    std::string whole, numerator, denominator;
};

/// Digits that are read one by one: codes, numbers of accounts.
struct Digits {
    std::string digits;
};

/// A number of a measure or of money, with the word that scales it: "1.4 million", "2 1/2".
struct Amount {
    std::string whole, fraction, scale;
    std::string numerator{}, denominator{};
    bool negative = false;
};

/// An amount of a currency, which is as the language's currencies.tsv has it.
struct Money {
    Amount amount;
    std::string currency;
};

/// An amount of a unit, which is as the language's units.tsv has it; a percentage too.
struct Measure {
    Amount amount;
    std::string unit;
};

/// From one number to another.
struct Range {
    std::string from, to;
};

/// Goals of one side and of the other.
struct Score {
    std::string ours, theirs;
};

/// A date; 0 for each unknown part.
struct Date {
    int day = 0, month = 0, year = 0;
    int last_day = 0;         ///< of "10-12 November"
    bool short_year = false;  ///< the year was written with two digits
    std::string era{};        ///< as the language's tables have it
};

/// A single year, or the first and the last of several.
struct Year {
    int first = 0, last = 0;
    std::string era{};
};

/// A time by the clock: -1 for a part that is not written.
struct Time {
    int hour = 0, minute = -1, second = -1;
    std::string half{}, zone{};  ///< "pm", "GMT": as the language's tables have them
    bool leading_zero = false;   ///< "08:30": by the 24-hour clock
};

/// How long something took.
struct Duration {
    int hours = 0, minutes = 0, seconds = 0;
};

/// A part of a telephone number that is read without a pause: digits, or letters ("1-800-FLOWERS").
struct TelephoneGroup {
    std::string text;
    bool letters = false;
};

struct Telephone {
    bool international = false;  ///< a plus precedes it
    std::vector<TelephoneGroup> groups;
    std::string extension{};
};

/// An address, account or hashtag. Empty parts are not written.
struct Electronic {
    enum class Form : std::uint8_t { web, mail, handle, hashtag, machine };
    Form form = Form::web;
    std::string scheme{};  ///< "https"
    std::string user{};    ///< of an e-mail address before the "@"; the name of a handle or hashtag
    std::string host{};    ///< "www.example.org", "192.168.0.1"
    std::string port{};    ///< ":8080"
    std::string path{};    ///< from the slash, the question mark or the hash on
};

/// Letters that are read one by one.
struct Letters {
    std::string letters;
};

using Value = std::variant<Cardinal, Ordinal, Decimal, Fraction, Digits, Money, Measure, Range,
                           Score, Date, Year, Time, Duration, Telephone, Electronic, Letters>;

/// The class of a value.
SemioticClass class_of(const Value& value);

/// The fields of a value by name; those that are not written are left out.
std::vector<Field> fields_of(const Value& value);

}  // namespace rawi::wording::semiotic
