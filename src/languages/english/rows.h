#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/table.h"
#include "wording/rows.h"

/// The rows of voices/en/: what each column holds is explained above it in the table.
namespace rawi::languages::english {

/// The position of a sign relative to its number.
enum class Position : std::uint8_t { before, after, either };
constexpr std::array<std::string_view, 3> names_of(Position) {
    return {"before", "after", "either"};
}

/// abbreviations.tsv
struct AbbreviationRow {
    enum class Usage : std::uint8_t { usual, word, alone };

    std::string before_name, before_number, elsewhere;  ///< empty: it is none there
    Usage usage = Usage::usual;

    void columns(Columns& column) {
        column.key("written");
        column.optional("before a name", before_name);
        column.optional("before a number", before_number);
        column.optional("elsewhere", elsewhere);
        column.choice("usage", usage);
    }
};
constexpr std::array<std::string_view, 3> names_of(AbbreviationRow::Usage) {
    return {"-", "word", "alone"};
}

/// currencies.tsv
struct CurrencyRow {
    std::string singular, plural, minor_singular, minor_plural;
    Position position = Position::either;

    void columns(Columns& column) {
        column.key("written");
        column.text("singular", singular);
        column.text("plural", plural);
        column.optional("minor singular", minor_singular);
        column.optional("minor plural", minor_plural);
        column.choice("position", position);
    }
};

/// digit_cues.tsv
enum class Announces : std::uint8_t { telephone, code };
constexpr std::array<std::string_view, 2> names_of(Announces) {
    return {"telephone", "code"};
}
using DigitCueRow = wording::Chosen<Announces, "class">;

/// entities.tsv
using EntityRow = wording::OptionalSaid;

/// eras.tsv
using EraRow = wording::ChosenSaid<Position, "position">;

/// fractions.tsv
struct FractionRow {
    std::string numerator, denominator;

    void columns(Columns& column) {
        column.key("written");
        column.text("numerator", numerator);
        column.text("denominator", denominator);
    }
};

/// months.tsv
enum class MonthUsage : std::uint8_t { usual, word, brief };
constexpr std::array<std::string_view, 3> names_of(MonthUsage) {
    return {"-", "word", "short"};
}
using MonthRow = wording::Numbered<MonthUsage, "usage">;

/// numbers.tsv
struct NumberRow {
    std::uint64_t value = 0;
    std::string ordinal;

    void columns(Columns& column) {
        column.key("cardinal");
        column.number("value", value);
        column.text("ordinal", ordinal);
    }
};

/// ranked.tsv
enum class RankForm : std::uint8_t { cardinal, ordinal };
constexpr std::array<std::string_view, 2> names_of(RankForm) {
    return {"cardinal", "ordinal"};
}
using RankedRow = wording::Chosen<RankForm, "form">;

/// The position of "and" in a number.
enum class And : std::uint8_t { none, last, all };
constexpr std::array<std::string_view, 3> names_of(And) {
    return {"none", "last", "all"};
}

/// regions.tsv
struct RegionRow {
    enum class DateOrder : std::uint8_t { month_first, day_first };

    And cardinals = And::none, ordinals = And::none, years = And::none;
    DateOrder date_order = DateOrder::month_first;
    std::string nil;

    void columns(Columns& column) {
        column.key("region");
        column.choice("and in cardinals", cardinals);
        column.choice("and in ordinals", ordinals);
        column.choice("and in years", years);
        column.choice("date order", date_order);
        column.text("nil", nil);
    }
};
constexpr std::array<std::string_view, 2> names_of(RegionRow::DateOrder) {
    return {"month first", "day first"};
}

/// scales.tsv
struct ScaleRow {
    enum class Usage : std::uint8_t { number, word, any, money, plural };

    std::string said;
    std::uint64_t zeros = 0;
    Usage usage = Usage::number;

    bool is_word() const { return usage == Usage::number || usage == Usage::word; }
    void columns(Columns& column) {
        column.key("written");
        column.text("said", said);
        column.number("zeros", zeros);
        column.choice("usage", usage);
    }
};
constexpr std::array<std::string_view, 5> names_of(ScaleRow::Usage) {
    return {"number", "word", "any", "money", "plural"};
}

/// units.tsv
struct UnitRow {
    enum class Usage : std::uint8_t {
        always,
        dot,
        letter,
        tight,
        space,
        per,
        degree,
        foot,
        british
    };

    std::string singular, plural;
    Usage usage = Usage::always;

    void columns(Columns& column) {
        column.key("written");
        column.text("singular", singular);
        column.text("plural", plural);
        column.choice("usage", usage);
    }
};
constexpr std::array<std::string_view, 9> names_of(UnitRow::Usage) {
    return {"-", "dot", "letter", "tight", "space", "per", "degree", "foot", "British"};
}

/// zones.tsv
enum class ZoneUsage : std::uint8_t { capitals, small };
constexpr std::array<std::string_view, 2> names_of(ZoneUsage) {
    return {"-", "small"};
}
using ZoneRow = wording::ChosenSaid<ZoneUsage, "usage">;

}  // namespace rawi::languages::english
