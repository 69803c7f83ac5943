// What a mistyped command or option was meant to be.
#include "cli/suggestions.h"

#include <algorithm>
#include <cstddef>

namespace rawi::cli {

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
            rows[i][j] =
                std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a.size()][b.size()];
}

std::string closest(std::string_view word, const std::vector<std::string>& names) {
    constexpr std::size_t longest = 40, letters_per_mistake = 3;
    if (word.size() > longest) return {};
    std::string best;
    std::size_t least = std::max<std::size_t>(1, word.size() / letters_per_mistake) + 1;
    for (const std::string& name : names) {
        const std::size_t found = distance(word, name);
        if (found < least) {
            least = found;
            best = name;
        }
    }
    return best;
}

}  // namespace rawi::cli
