// Titles: the same article has one for search engines, one for links to it, and one that is shown.
#include "reading/html/titles.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"
#include "reading/html/tree.h"
#include "reading/html/words.h"
#include "reading/word_hashes.h"

namespace rawi::reading::html {

std::string plain_title(std::string_view markup) {
    constexpr int most_escapes = 2;
    std::string text = collapsed(markup);
    for (int i = 0; i < most_escapes && text.find_first_of("&<") != std::string::npos; ++i) {
        Limits limits;
        text = collapsed(parse(text, limits).text_of(0));
    }
    return text;
}

std::string without_site(std::string_view title, std::string_view site) {
    constexpr std::array<std::string_view, 7> marks = {
        " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ", " \xC2\xB7 "};
    std::size_t last = std::string_view::npos, size = 0;
    for (const std::string_view mark : marks) {
        const std::size_t found = title.rfind(mark);
        if (found != std::string_view::npos && (last == std::string_view::npos || found > last)) {
            last = found;
            size = mark.size();
        }
    }
    if (last == std::string_view::npos) return std::string(title);
    const std::string_view before = title.substr(0, last);
    const std::string_view after = title.substr(last + size);
    if (!site.empty() && before == site) return std::string(after);
    if (!site.empty() && ascii::lower(after).find(ascii::lower(site)) != std::string::npos)
        return std::string(before);
    const auto words = std::count(before.begin(), before.end(), ' ') + 1;
    constexpr int least_words = 3;
    return std::string(
        site.empty() && before.size() > after.size() && words >= least_words ? before : title);
}

namespace {

/// Whether a heading ends with all words of the title: what is before them is a kicker.
bool ends_with(const std::vector<std::uint64_t>& heading, const std::vector<std::uint64_t>& title) {
    return heading.size() > title.size() &&
           std::equal(title.rbegin(), title.rend(), heading.rbegin());
}

}  // namespace

std::string shown_title(std::string_view title, const std::vector<std::string>& headings,
                        std::string_view site) {
    constexpr std::size_t fewest_words = 3;
    constexpr double half = 0.5, of_single = 0.4;
    const std::vector<std::uint64_t> words = word_hashes(title);
    const std::vector<std::uint64_t> of_site = word_hashes(site);
    double best = headings.size() == 1 ? of_single : half;
    std::string shown(title);
    for (const std::string& heading : headings) {
        const std::vector<std::uint64_t> own = word_hashes(heading);
        if (own.size() < fewest_words || own == of_site || ends_with(own, words)) continue;
        const auto same = std::count_if(own.begin(), own.end(), [&](std::uint64_t word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        });
        const double share = static_cast<double>(same) / static_cast<double>(own.size());
        if (share < best) continue;
        if (share > best || shown == title) shown = heading;
        best = share;
    }
    return shown;
}

}  // namespace rawi::reading::html
