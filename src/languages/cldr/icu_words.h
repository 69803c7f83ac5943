#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wording/number_format.h"
#include "wording/written_number.h"

namespace rawi::languages::cldr {

/// The words that ICU (CLDR) has for a language: numbers, months, currencies and units. Never
/// returns words of another language.
class IcuWords {
  public:
    explicit IcuWords(const std::string& tag);
    ~IcuWords();
    IcuWords(const IcuWords&) = delete;
    IcuWords& operator=(const IcuWords&) = delete;

    /// How the language writes numbers, for texts that do not show it themselves.
    const wording::NumberFormat& number_format() const { return number_format_; }
    /// Whether the day precedes the month in numeric dates.
    bool day_first() const { return day_first_; }

    /// A number in words; nothing if ICU does not have them.
    std::optional<std::string> number(const wording::WrittenNumber& figure, bool negative) const;
    std::optional<std::string> year(std::uint64_t value) const;
    /// The words of an ordinal as the language writes it ("1er", "3.", or with an ordinal sign);
    /// nothing if `written` is not one.
    std::optional<std::string> ordinal(std::string_view written, std::uint64_t value) const;
    /// A date; without a year if `year` is 0.
    std::optional<std::string> date(std::uint64_t day, std::size_t month, std::uint64_t year) const;

    /// A month, with its year unless that is 0.
    std::optional<std::string> month(std::size_t month, std::uint64_t year) const;
    /// An ordinal in words, by the last of ICU's rules whose name has `form` in it ("feminine"),
    /// or by its first rule if there is none or `form` is empty.
    std::optional<std::string> rank(std::uint64_t value, std::string_view form) const;

    /// An amount with the name of a currency ("EUR") or of a unit ("kilometer").
    std::optional<std::string> money(const wording::WrittenNumber& figure,
                                     std::string_view code) const;
    std::optional<std::string> measure(const wording::WrittenNumber& figure,
                                       std::string_view unit) const;

  private:
    struct Parts;
    std::optional<std::string> counted(const wording::WrittenNumber& figure, std::string_view unit,
                                       bool currency) const;

    std::unique_ptr<Parts> parts_;
    wording::NumberFormat number_format_;
    bool day_first_ = true;
};

}  // namespace rawi::languages::cldr
