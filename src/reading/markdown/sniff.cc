// Whether a text is Markdown, judging by what plain text does not have.
#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"
#include "reading/markdown/front_matter.h"
#include "reading/markdown/lines.h"
#include "reading/markdown/markdown.h"

namespace rawi::reading::markdown {

namespace {

constexpr std::size_t sample_size = std::size_t{1} << 16U;
constexpr std::size_t npos = std::string_view::npos;

/// The marks of Markdown in a text. Each counts as much as it is unlikely in plain text, and only
/// the first few of each kind count.
class Marks {
  public:
    void line(std::string_view line) {
        if (in_fence_) {
            if (line.starts_with(fence_)) {
                in_fence_ = false;
                count(fence, 2, 2);
            }
            return;
        }
        if (line.starts_with("```") || line.starts_with("~~~")) {
            fence_ = line.substr(0, 3);
            in_fence_ = line.find('`', 3) == npos;
            return;
        }
        const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
        if (level >= 2 && level <= 6 && line.substr(level).starts_with(' '))
            count(heading, first_ ? 4 : 2, 4);
        if (level == 1 && line.substr(1).starts_with(' ')) count(title, 1, 1);
        if (is_table_rule(line)) count(table, 2, 2);
        links(line);
        bold(line);
        first_ = false;
    }

    /// Two kinds at least, or one that is unmistakable more than once.
    bool suffice() const {
        int sum = 0;
        for (const int points : points_)
            sum += points;
        if (points_[title] > 0 && points_[heading] > 0) ++sum;
        return sum >= 4;
    }

  private:
    enum Kind : std::size_t { heading, title, link, strong, fence, table, kinds };

    void count(Kind kind, int points, int most) {
        points_.at(kind) = std::min(points_.at(kind) + points, most);
    }

    /// "|---|:--:|", which is below the headings of a table.
    static bool is_table_rule(std::string_view line) {
        return line.find_first_not_of("|-: \t") == npos && line.find("--") != npos &&
               line.find('|') != npos;
    }

    /// "[text](address)".
    void links(std::string_view line) {
        constexpr std::array<std::string_view, 6> addresses = {
            "http://", "https://", "mailto:", "/", "./", "#"};
        for (std::size_t at = line.find("]("); at != npos; at = line.find("](", at + 2)) {
            const std::string_view address = line.substr(at + 2);
            const bool known =
                std::any_of(addresses.begin(), addresses.end(),
                            [&](std::string_view start) { return address.starts_with(start); });
            const std::size_t opening = line.substr(0, at).rfind('[');
            if (known && opening != npos && address.find(')') != npos) count(link, 2, 4);
        }
    }

    /// "**bold**", with nothing that a word consists of before and after it.
    void bold(std::string_view line) {
        const auto in_word = [&](std::size_t at) {
            return at < line.size() && (ascii::is_letter(line[at]) || ascii::is_digit(line[at]) ||
                                        static_cast<unsigned char>(line[at]) >= 0x80);
        };
        for (std::size_t at = line.find("**"); at != npos; at = line.find("**", at)) {
            const std::size_t end = line.find("**", at + 2);
            if (end == npos) return;
            const bool alone = (at == 0 || !in_word(at - 1)) && !in_word(end + 2);
            if (alone && in_word(at + 2) && line[end - 1] != ' ') count(strong, 1, 2);
            at = end + 2;
        }
    }

    std::array<int, kinds> points_{};
    bool first_ = true;  ///< no line has been counted
    bool in_fence_ = false;
    std::string_view fence_;
};

/// Whether the front matter has a field that articles have.
bool has_known_field(const FrontMatter& front) {
    return front.end > 0 &&
           front.find({"title", "headline", "date", "author", "authors", "layout", "lang",
                       "language", "slug", "tags", "description", "draft"}) != nullptr;
}

}  // namespace

bool sniff(std::string_view text) {
    if (has_known_field(front_matter_of(text))) return true;
    text = text.substr(0, sample_size);
    Marks marks;
    for (Lines lines(text); !lines.at_end();)
        marks.line(lines.next().of(text));
    return marks.suffice();
}

}  // namespace rawi::reading::markdown
