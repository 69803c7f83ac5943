// Arabic cardinals by composition; the words come from voices/ar/numbers.tsv.
#include "wording/arabic_numbers.h"

#include <array>
#include <vector>

#include <fmt/format.h>

namespace rawi {

namespace {

constexpr std::string_view and_joined = "\xD9\x88\xD9\x8E";  // wa

class Composer {
  public:
    Composer(const Table& numbers, bool genitive) : numbers_(numbers), genitive_(genitive) {}

    std::string word(const std::string& key) const {
        return std::string(numbers_.at(key, genitive_ ? 1 : 0));
    }

    /// 1-99, with the unit in the gender that the noun's asks for.
    std::string below_hundred(std::uint64_t value, bool feminine, bool construct) const {
        const std::string gender = feminine ? "f" : "m";
        if (value <= 19) {
            const bool bound = construct && value >= 3 && value <= 10;
            return word(fmt::format("{}{}{}", bound ? "c" : "", gender, value));
        }
        std::string tens = word(fmt::format("{}", value / 10 * 10));
        if (value % 10 == 0) return tens;
        const bool first = feminine && value % 10 == 1;
        const std::string units =
            first ? word("f1u") : word(fmt::format("{}{}", gender, value % 10));
        return fmt::format("{} {}{}", units, and_joined, tens);
    }

    /// 1-999.
    std::string below_thousand(std::uint64_t value, bool feminine, bool construct) const {
        if (value < 100) return below_hundred(value, feminine, construct);
        const std::uint64_t rest = value % 100;
        const bool bound = construct && rest == 0;
        std::string hundreds = word(fmt::format("{}{}", bound ? "c" : "", value - rest));
        if (rest == 0) return hundreds;
        return fmt::format("{} {}{}", hundreds, and_joined,
                           below_hundred(rest, feminine, construct));
    }

    /// `count` thousands, millions ...
    std::string scaled(std::uint64_t count, const std::string& scale, bool construct) const {
        const std::string bound = construct ? "c" : "";
        if (count == 1) return word(bound + scale);
        if (count == 2) return word(bound + "dual" + scale);
        const std::uint64_t tail = count % 100;
        if (tail == 1 || tail == 2) {  // "a hundred thousand and a thousand"
            return fmt::format("{} {} {}{}", below_thousand(count - tail, false, true),
                               genitive_word(scale, true), and_joined,
                               scaled(tail, scale, construct));
        }
        const std::string number = below_thousand(count, false, true);
        if (tail >= 3 && tail <= 10) {
            return number + " " + std::string(numbers_.at(bound + "pl" + scale, 1));
        }
        if (tail == 0) return number + " " + genitive_word(scale, construct);
        return number + " " + std::string(numbers_.at(bound + "acc" + scale));
    }

  private:
    std::string genitive_word(const std::string& scale, bool construct) const {
        return std::string(numbers_.at((construct ? "c" : "") + scale, 1));
    }

    const Table& numbers_;
    bool genitive_;
};

}  // namespace

std::string arabic_cardinal(const Table& numbers, std::uint64_t value, Agreement agreement) {
    const Composer composer(numbers, agreement.genitive);
    if (value == 0) return composer.word("0");
    constexpr std::array<std::uint64_t, 4> scales = {1000000000000, 1000000000, 1000000, 1000};
    std::vector<std::string> parts;
    for (const std::uint64_t scale : scales) {
        const std::uint64_t count = value / scale;
        value %= scale;
        if (count == 0) continue;
        parts.push_back(
            composer.scaled(count, fmt::format("{}", scale), agreement.construct && value == 0));
    }
    if (value > 0) {
        parts.push_back(composer.below_thousand(value, agreement.feminine, agreement.construct));
    }
    std::string all;
    for (const std::string& part : parts) {
        all += all.empty() ? part : fmt::format(" {}{}", and_joined, part);
    }
    return all;
}

}  // namespace rawi
