// Composes English number words.
#include "languages/english/numerals.h"

#include <algorithm>
#include <charconv>

namespace rawi::languages::english {

namespace {

std::uint32_t value_of(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

constexpr std::uint32_t hundred = 100;
constexpr std::size_t group = 3;

}  // namespace

Region Region::of(const Tables& tables, std::string_view tag) {
    Region region;
    const std::size_t dash = tag.find('-');
    const std::string_view country = dash == std::string_view::npos ? "US" : tag.substr(dash + 1);
    constexpr std::array<std::string_view, 7> british = {"GB", "IE", "AU", "NZ", "IN", "ZA", "UK"};
    region.british = std::find(british.begin(), british.end(), country) != british.end();
    const RegionRow& row = tables.regions.at(region.british ? "british" : "american");
    region.day_first = row.date_order == RegionRow::DateOrder::day_first;
    region.hundreds = row.cardinals;
    region.others = row.ordinals;
    region.year_and = row.years == And::all;
    region.nil = row.nil;
    return region;
}

void append_word(std::string& words, std::string_view word) {
    if (word.empty()) return;
    if (!words.empty()) words += ' ';
    words += word;
}

std::string plural_of(std::string words) {
    if (words.ends_with('y')) {
        words.pop_back();
        return words + "ies";
    }
    return words + (words.ends_with('x') ? "es" : "s");
}

Numerals::Numerals(const Tables& tables, const Region& region)
    : tables_(tables), region_(region), and_(tables.word("and")), oh_(tables.word("oh")) {
    for (const NumberRow& row : tables.numbers.rows()) {
        const std::string& word = tables.numbers.key_of(row);
        const std::uint64_t value = row.value;
        if (value < small) {
            below_twenty_[value] = word;
        } else if (value < hundred) {
            tens_[value / tens] = word;
        } else {
            hundred_ = word;
        }
    }
    for (const ScaleRow& row : tables.scales.rows()) {
        if (row.usage == ScaleRow::Usage::number) scales_.push_back(tables.scales.key_of(row));
    }
}

void Numerals::add_below_hundred(std::string& words, std::uint32_t value) const {
    if (value == 0) return;
    if (value < small) return append_word(words, below_twenty_[value]);
    append_word(words, tens_[value / tens]);
    if (value % tens != 0) append_word(words, below_twenty_[value % tens]);
}

void Numerals::add_group(std::string& words, std::uint32_t value, bool join) const {
    if (value >= hundred) {
        append_word(words, below_twenty_[value / hundred]);
        append_word(words, hundred_);
        if (join && value % hundred != 0) append_word(words, and_);
    }
    add_below_hundred(words, value % hundred);
}

std::string Numerals::spelled(std::string_view digits, And join) const {
    if (digits.size() > 1 && digits.front() == '0') return this->digits(digits);
    if (digits == "0") return std::string(below_twenty_[0]);
    const std::size_t groups = (digits.size() + group - 1) / group;
    if (groups > scales_.size() + 1) return this->digits(digits);
    std::string words;
    std::size_t at = 0;
    std::uint32_t before = 0;
    for (std::size_t left = groups; left-- > 0;) {
        const std::size_t size = digits.size() - at - left * group;
        const std::uint32_t value = value_of(digits.substr(at, size));
        at += size;
        // "one thousand and five"; in Britain also "two million and five"
        const bool small_last = left == 0 && value > 0 && value < hundred && !words.empty();
        if (small_last && (join == And::all || (join == And::last && before > 0)))
            append_word(words, and_);
        add_group(words, value, join == And::all || (join == And::last && left == 0));
        if (left > 0 && value > 0) append_word(words, scales_[left - 1]);
        before = value;
    }
    return words;
}

std::string Numerals::digits(std::string_view digits) const {
    std::string words;
    for (const char digit : digits) {
        if (digit >= '0' && digit <= '9')
            append_word(words, below_twenty_[static_cast<std::size_t>(digit - '0')]);
    }
    return words;
}

std::string Numerals::pair(std::string_view two) const {
    std::string words;
    const std::uint32_t value = value_of(two);
    if (value < tens && two.size() == 2) append_word(words, oh_);
    if (value == 0) {
        append_word(words, oh_);
    } else {
        add_below_hundred(words, value);
    }
    return words;
}

std::string Numerals::year(std::uint64_t value) const {
    const auto high = static_cast<std::uint32_t>(value / hundred);
    const auto low = static_cast<std::uint32_t>(value % hundred);
    std::string words;
    if (value == 0) return std::string(below_twenty_[0]);
    if (high >= tens && high % tens == 0 && low < tens) {
        append_word(words, below_twenty_[high / tens]);
        append_word(words, scales_.empty() ? std::string_view() : scales_.front());
        if (low > 0 && region_.year_and) append_word(words, and_);
        add_below_hundred(words, low);
        return words;
    }
    add_below_hundred(words, high);
    if (low == 0) {
        append_word(words, hundred_);
    } else if (high > 0 && low < tens) {
        append_word(words, oh_);
        append_word(words, below_twenty_[low]);
    } else {
        add_below_hundred(words, low);
    }
    return words;
}

std::string Numerals::years_of(std::uint64_t value) const {
    return plural_of(year(value));
}

std::string Numerals::ordinal_of(std::string words) const {
    const std::size_t space = words.rfind(' ');
    const std::size_t begin = space == std::string::npos ? 0 : space + 1;
    const std::string_view last = std::string_view(words).substr(begin);
    const std::string_view known = tables_.numbers.at(last).ordinal;
    if (known.empty()) return words + "th";
    const std::string ordinal(known);
    words.resize(begin);
    return words + ordinal;
}

}  // namespace rawi::languages::english
