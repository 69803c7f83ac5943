// Which groups of digits are a telephone number.
#include "wording/semiotic/telephones.h"

#include <algorithm>

namespace rawi::wording::semiotic {

namespace {

std::size_t characters(const std::vector<WrittenGroup>& groups, std::size_t from, std::size_t to) {
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i)
        count += groups[i].group.text.size();
    return count;
}

/// The group after those from `from` on that are an area code and seven characters; 0 if there are
/// none.
std::size_t end_of_local_number(const std::vector<WrittenGroup>& all, std::size_t from) {
    constexpr std::size_t area = 3, rest = 7, exchange = 3;
    if (from >= all.size() || all[from].group.text.size() != area || all[from].group.letters)
        return 0;
    for (std::size_t end = from + 2; end <= all.size(); ++end) {
        const bool marked = all[from].bracketed || all[from + 1].before != ' ';
        const std::size_t count = characters(all, from + 1, end);
        if (count > rest || !marked) return 0;
        if (count == rest) {
            const TelephoneGroup& next = all[from + 1].group;
            const bool shape = next.text.size() == exchange || next.letters || end > from + 3;
            return shape ? end : 0;
        }
        if (all[end - 1].before == ' ' && !all[from].bracketed && end > from + 2) return 0;
    }
    return 0;
}

/// The group after those that are a North American number: a country code of up to three digits
/// may precede it, an extension after a dash follow it; 0 if there is none.
std::size_t end_of_north_american(const std::vector<WrittenGroup>& all) {
    constexpr std::size_t country_digits = 3, extension_digits = 4;
    const bool country =
        all.size() > 1 && all[0].group.text.size() <= country_digits && !all[0].bracketed;
    std::size_t end = end_of_local_number(all, 0);
    if (end == 0 && country) end = end_of_local_number(all, 1);
    const bool extended = end > 0 && end < all.size() && all[end].before == '-' &&
                          all[end].group.text.size() <= extension_digits && !all[end].group.letters;
    return extended ? end + 1 : end;
}

}  // namespace

bool is_on_keys(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void add_groups(std::string_view digits, WrittenGroup group, std::vector<WrittenGroup>& groups) {
    for (std::size_t begin = 0; begin <= digits.size();) {
        const std::size_t end = std::min(digits.find('.', begin), digits.size());
        group.group.text = digits.substr(begin, end - begin);
        groups.push_back(group);
        group.before = '.';
        begin = end + 1;
    }
}

std::optional<TelephoneForm> telephone_of(const std::vector<WrittenGroup>& groups,
                                          bool international, const TelephoneRules& rules) {
    if (groups.empty()) return {};
    constexpr std::size_t fewest = 7, most = 15;
    std::size_t used = rules.north_american ? end_of_north_american(groups) : 0;
    const bool north_american = used > 0;
    if (!north_american) used = groups.size();
    TelephoneForm form;
    form.end = groups[used - 1].end;
    form.value.international = international;
    bool letters = false;
    for (std::size_t i = 0; i < used; ++i) {
        form.value.groups.push_back(groups[i].group);
        letters = letters || groups[i].group.letters;
    }
    const std::size_t digits = characters(groups, 0, used);
    const std::string_view first = groups.front().group.text;
    const bool trunk = first.starts_with('0') && first.size() >= rules.least_trunk &&
                       used >= rules.least_trunk_groups;
    const bool area = rules.least_with_area > 0 && groups.front().bracketed && used > 1 &&
                      digits >= rules.least_with_area;
    form.complete = digits >= fewest && digits <= most && !letters;
    form.evident = north_american || (form.complete && (international || trunk || area));
    return form;
}

}  // namespace rawi::wording::semiotic
