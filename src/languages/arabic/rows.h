#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/table.h"
#include "wording/rows.h"

/// The rows of voices/ar/: what each column holds is explained above it in the table.
namespace rawi::languages::arabic {

enum class Case : std::uint8_t { nominative, accusative, genitive };

enum class Gender : std::uint8_t { masculine, feminine };
constexpr std::array<std::string_view, 2> names_of(Gender) {
    return {"masculine", "feminine"};
}

/// titles.tsv, year_words.tsv
using GenderRow = wording::Chosen<Gender, "gender">;

/// genders.tsv
struct CountedNounRow {
    enum class Number : std::uint8_t { singular, plural };

    Gender gender = Gender::masculine;
    Number number = Number::singular;

    void columns(Columns& column) {
        column.key("written");
        column.choice("gender", gender);
        column.choice("number", number);
    }
};
constexpr std::array<std::string_view, 2> names_of(CountedNounRow::Number) {
    return {"singular", "plural"};
}

/// currencies.tsv
struct CurrencyRow {
    std::string noun, adjective, minor_noun;
    std::uint64_t minor_digits = 0;

    void columns(Columns& column) {
        column.key("written");
        column.text("noun", noun);
        column.optional("adjective", adjective);
        column.optional("minor noun", minor_noun);
        column.number("minor digits", minor_digits);
    }
};

/// day_parts.tsv
enum class PartUsage : std::uint8_t { usual, time };
constexpr std::array<std::string_view, 2> names_of(PartUsage) {
    return {"-", "time"};
}
using DayPartRow = wording::Chosen<PartUsage, "usage">;

/// governors.tsv
enum class Governs : std::uint8_t {
    genitive,
    maybe,
    year,
    noun,
    accusative,
    object,
    later,
    both,
    subject
};
constexpr std::array<std::string_view, 9> names_of(Governs) {
    return {"genitive", "maybe", "year", "noun",   "accusative",
            "object",   "later", "both", "subject"};
}
using GovernorRow = wording::Chosen<Governs, "governs">;

/// months.tsv
enum class Calendar : std::uint8_t { gregorian, levantine, maghrebi, hijri };
constexpr std::array<std::string_view, 4> names_of(Calendar) {
    return {"gregorian", "levantine", "maghrebi", "hijri"};
}
using MonthRow = wording::Numbered<Calendar, "calendar">;

/// names.tsv
struct NameRow {
    std::string vowelled;

    void columns(Columns& column) {
        column.key("written");
        column.text("vowelled", vowelled);
    }
};

/// nouns.tsv
struct NounRow {
    enum class Declension : std::uint8_t { tanwin, diptote, feminine, fixed };

    Gender gender = Gender::masculine;
    std::string singular, plural;
    Declension declension = Declension::fixed;

    void columns(Columns& column) {
        column.key("noun");
        column.choice("gender", gender);
        column.text("singular", singular);
        column.text("plural", plural);
        column.choice("declension", declension);
    }
};
constexpr std::array<std::string_view, 4> names_of(NounRow::Declension) {
    return {"tanwin", "diptote", "feminine", "fixed"};
}

/// numbers.tsv
struct NumberRow {
    std::array<std::string, 3> said;  ///< by case

    const std::string& in(Case which) const { return said[static_cast<std::size_t>(which)]; }
    void columns(Columns& column) {
        column.key("form");
        column.text("nominative", said[static_cast<std::size_t>(Case::nominative)]);
        column.text("accusative", said[static_cast<std::size_t>(Case::accusative)]);
        column.text("genitive", said[static_cast<std::size_t>(Case::genitive)]);
    }
};

/// prefixes.tsv
struct PrefixRow {
    std::string conjunction, preposition, article;

    void columns(Columns& column) {
        column.key("written");
        column.optional("conjunction", conjunction);
        column.optional("preposition", preposition);
        column.optional("article", article);
    }
};

/// ranked.tsv
struct RankedRow {
    enum class Usage : std::uint8_t { article, bare, governed, several };

    Gender gender = Gender::masculine;
    Usage usage = Usage::article;

    void columns(Columns& column) {
        column.key("written");
        column.choice("gender", gender);
        column.choice("usage", usage);
    }
};
constexpr std::array<std::string_view, 4> names_of(RankedRow::Usage) {
    return {"article", "bare", "governed", "several"};
}

/// scales.tsv
struct ScaleRow {
    std::uint64_t value = 0;

    void columns(Columns& column) {
        column.key("written");
        column.number("value", value);
    }
};

/// short_forms.tsv: found by what is written and the context, with a space between.
struct ShortFormRow {
    enum class Context : std::uint8_t {
        any,
        brackets,
        round,
        name,
        number,
        year,
        time,
        zone,
        spaced
    };

    Context context = Context::any;
    std::string said, full, brief;

    void columns(Columns& column) {
        column.key("written");
        column.key_choice("context", context);
        column.text("said", said);
        column.optional("full", full);
        column.optional("short", brief);
    }
};
constexpr std::array<std::string_view, 9> names_of(ShortFormRow::Context) {
    return {"any", "brackets", "round", "name", "number", "year", "time", "zone", "spaced"};
}

/// sounds.tsv
using SoundRow = wording::OptionalSaid;

/// units.tsv
struct UnitRow {
    std::string noun, adjective, complement;

    void columns(Columns& column) {
        column.key("written");
        column.text("noun", noun);
        column.optional("adjective", adjective);
        column.optional("complement", complement);
    }
};

}  // namespace rawi::languages::arabic
