// Language tags: their syntax and their canonical case.
#include "base/language_tag.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"

namespace rawi {
inline namespace base {

namespace {

bool is_letter_or_digit(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c);
}

}  // namespace

std::optional<std::string> canonical_language_tag(std::string_view tag) {
    constexpr std::size_t longest = 8, script = 4, region = 2;
    std::string canonical;
    bool after_single = false;  // subtags after a singleton, such as x in x-news, are lower case
    while (true) {
        const std::size_t length = std::min(tag.find_first_of("-_"), tag.size());
        std::string part(tag.substr(0, length));
        const bool first = canonical.empty();
        if (part.empty() || length > longest) return {};
        if (!std::all_of(part.begin(), part.end(), first ? ascii::is_letter : is_letter_or_digit))
            return {};
        if (first && length < region) return {};
        part = ascii::lower(part);
        if (!first && !after_single) {
            if (length == script) part.front() = ascii::upper(part.front());
            if (length == region)
                std::transform(part.begin(), part.end(), part.begin(), ascii::upper);
        }
        after_single = after_single || length == 1;
        canonical += (first ? "" : "-") + part;
        if (length == tag.size()) return canonical;
        tag.remove_prefix(length + 1);
    }
}

std::string bad_language_tag(std::string_view tag) {
    return fmt::format("\"{}\" is not a language tag (such as ar or en-GB)", tag);
}

}  // namespace base
}  // namespace rawi
