// Words as numbers, to compare texts by their words.
#include "reading/word_hashes.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace rawi::reading {

std::vector<std::uint64_t> word_hashes(std::string_view text) {
    constexpr std::uint64_t basis = 14695981039346656037U, prime = 1099511628211U;  // FNV-1a
    std::vector<std::uint64_t> words;
    std::uint64_t hash = basis;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        const auto c = static_cast<UChar32>(next.code);
        if (u_isalnum(c) != 0) {
            hash = (hash ^ static_cast<std::uint64_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT))) * prime;
        } else if (hash != basis && u_charType(c) != U_NON_SPACING_MARK) {
            words.push_back(hash);
            hash = basis;
        }
    }
    if (hash != basis) words.push_back(hash);
    return words;
}

}  // namespace rawi::reading
