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

/// What ICU (CLDR) knows of a language: its number words, months, currencies and units. Where it
/// does not know the language, nothing is said in another one.
class IcuWords {
  public:
    explicit IcuWords(const std::string& tag);
    ~IcuWords();
    IcuWords(const IcuWords&) = delete;
    IcuWords& operator=(const IcuWords&) = delete;

    /// How the language writes its numbers, where the text itself does not show it.
    const wording::NumberFormat& number_format() const { return number_format_; }
    /// Whether a day stands before its month in figures.
    bool day_first() const { return day_first_; }

    /// A number in words; nothing where ICU has none.
    std::optional<std::string> number(const wording::WrittenNumber& figure, bool negative) const;
    std::optional<std::string> year(std::uint64_t value) const;
    /// An ordinal that is written as the language writes them ("1er", "3.", with an ending sign);
    /// nothing where it is none.
    std::optional<std::string> ordinal(std::string_view written, std::uint64_t value) const;
    /// A date; `year` 0: none.
    std::optional<std::string> date(std::uint64_t day, std::size_t month, std::uint64_t year) const;

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
