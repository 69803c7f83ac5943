// Dates of feeds.
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "reading/feed/entry.h"

namespace rawi::reading::feed {

namespace {

int number_of(std::string_view text) {
    int number = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? number : -1;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(" \t\r\n,"); at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n,", at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(" \t\r\n,", end);
    }
    return words;
}

int month_of(std::string_view name) {
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (name.starts_with(months[i])) return static_cast<int>(i) + 1;
    return 0;
}

/// "+03:00" of "+0300"; the zones of RFC 822, section 5.
std::string zone_of(std::string_view zone) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> zones = {{
        {"GMT", "Z"},
        {"UT", "Z"},
        {"UTC", "Z"},
        {"Z", "Z"},
        {"EST", "-05:00"},
        {"EDT", "-04:00"},
        {"CST", "-06:00"},
        {"CDT", "-05:00"},
        {"MST", "-07:00"},
        {"PST", "-08:00"},
        {"PDT", "-07:00"},
    }};
    for (const auto& [name, offset] : zones)
        if (zone == name) return std::string(offset);
    constexpr std::size_t size = 5;  // "+0300"
    if (zone.size() != size || number_of(zone.substr(1)) < 0) return {};
    return fmt::format("{}:{}", zone.substr(0, 3), zone.substr(3));
}

}  // namespace

std::string iso_date(std::string_view date) {
    std::vector<std::string_view> words = words_of(date);
    if (!words.empty() && number_of(words[0]) < 0) words.erase(words.begin());  // the day's name
    if (words.size() < 3) return std::string(date);
    const int day = number_of(words[0]), month = month_of(words[1]);
    int year = number_of(words[2]);
    constexpr int century = 100, this_one = 2000, before = 1900, pivot = 50;
    if (year >= 0 && year < century) year += year < pivot ? this_one : before;
    if (day < 1 || day > 31 || month == 0 || year < 0) return std::string(date);
    std::string iso = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (words.size() < 4) return iso;
    constexpr std::size_t minutes = 5, seconds = 8;  // "19:48", "19:48:21"
    const std::string_view time = words[3];
    if (time.size() != minutes && time.size() != seconds) return iso;
    iso += fmt::format("T{}{}", time, time.size() == minutes ? ":00" : "");
    return words.size() > 4 ? iso + zone_of(words[4]) : iso;
}

}  // namespace rawi::reading::feed
