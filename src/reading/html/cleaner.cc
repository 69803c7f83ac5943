// What stands within an article and is not of it.
#include "reading/html/cleaner.h"

#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "reading/html/words.h"

namespace rawi::reading::html {

namespace {

class Cleaner {
  public:
    Cleaner(const Tree& tree, const std::vector<Measure>& measures, const std::vector<Hint>& hints,
            std::vector<Part>& parts)
        : tree_(tree), measures_(measures), hints_(hints), parts_(parts) {}

    void run(std::uint32_t root) {
        mark_skippable(root);
        clean(root);
        drop_lone_headings(root);
    }

  private:
    void mark(std::uint32_t node, Part part) {
        for (std::uint32_t i = node; i < tree_[node].end; ++i)
            if (parts_[i] != Part::hidden) parts_[i] = part;
    }

    void clean(std::uint32_t root) {
        for (std::uint32_t i = root + 1; i < tree_[root].end;) {
            const std::optional<Part> part =
                tree_[i].is_text() || parts_[i] != Part::text ? std::nullopt : part_of(i, root);
            if (part) {
                mark(i, *part);
                i = tree_[i].end;
            } else {
                ++i;
            }
        }
    }

    /// What a link for screen readers skips, to a target after it: a box within the text.
    void mark_skippable(std::uint32_t root) {
        for (std::uint32_t i = root; i < tree_[root].end; ++i) {
            const std::string_view href = tree_[i].attribute("href");
            if (tree_[i].tag != "a" || href.size() < 2 || href.front() != '#') continue;
            const bool skips = ascii::lower(href).find("end") != std::string::npos ||
                               ascii::lower(href).find("skip") != std::string::npos;
            if (!skips) continue;
            for (std::uint32_t target = i; target < tree_[root].end; ++target) {
                if (tree_[target].attribute("id") != href.substr(1)) continue;
                for (std::uint32_t k = i; k < tree_[target].end; ++k)
                    if (parts_[k] == Part::text) parts_[k] = Part::related;
                break;
            }
        }
    }

    /// A heading goes with what it heads: with a list of other articles, say.
    void drop_lone_headings(std::uint32_t root) {
        std::uint32_t heading = 0;
        bool text = false, other = false;
        const auto end = [&] {
            if (heading != 0 && other && !text) mark(heading, Part::related);
        };
        for (std::uint32_t i = root; i < tree_[root].end; ++i) {
            if (heading_level(tree_[i].tag) > 0 && parts_[i] == Part::text) {
                end();
                heading = i;
                text = other = false;
                i = tree_[i].end - 1;
            } else if (tree_[i].is_text() && !collapsed(tree_[i].text).empty()) {
                text = text || parts_[i] == Part::text;
                other = other || parts_[i] == Part::related || parts_[i] == Part::furniture;
            }
        }
        end();
    }

    std::optional<Part> part_of(std::uint32_t node, std::uint32_t root) const {
        constexpr std::size_t long_text = 600;
        const Measure& all = measures_[node];
        const std::string_view tag = tree_[node].tag;
        if (all.plain() * 2 > measures_[root].plain()) return std::nullopt;
        const bool is_text = all.plain() > long_text && all.link_density() < 0.35;
        if (tag == "nav" || tag == "footer" || tag == "form" || tag == "fieldset" ||
            tag == "dialog")
            return Part::furniture;
        if (tag == "aside") return all.link_density() > 0.25 ? Part::related : Part::furniture;
        const Hint hint = hints_[node];
        const bool box =
            tag == "div" || tag == "section" || tag == "ul" || tag == "ol" || tag == "table";
        if (hint == Hint::comments && box) return Part::furniture;
        if (hint == Hint::related && all.link_density() > 0.2) return Part::related;
        const bool inline_or_picture = tag == "a" || tag == "figure";
        if (hint == Hint::furniture && !is_text && !inline_or_picture) return Part::furniture;
        if (box) return part_of_box(node, is_text);
        if (tag == "p" && is_link_line(node)) return Part::related;
        return std::nullopt;
    }

    std::optional<Part> part_of_box(std::uint32_t node, bool is_text) const {
        constexpr std::size_t many_commas = 10;
        const Measure& all = measures_[node];
        if (all.letters == 0 || all.commas >= many_commas) return std::nullopt;
        if (is_one_paragraph(node))
            return is_link_line(node) ? std::optional(Part::related) : std::nullopt;
        if (all.link_density() > (hints_[node] == Hint::text ? 0.5 : 0.4)) return Part::related;
        if (!is_text && all.inputs > all.paragraphs / 3) return Part::furniture;
        return std::nullopt;
    }

    /// Some sites put a box around each paragraph.
    bool is_one_paragraph(std::uint32_t node) const {
        const Measure& all = measures_[node];
        return all.paragraphs == 1 && all.items == 0 && all.headings == 0 && all.inputs == 0;
    }

    /// Whether a paragraph is a link to another article, after a few words at most: "Read also:
    /// ...".
    bool is_link_line(std::uint32_t node) const {
        constexpr std::size_t longest = 250;
        const Measure& all = measures_[node];
        if (all.letters == 0 || all.letters > longest || all.link_density() < 0.6) return false;
        return all.link_density() > 0.9 || collapsed(tree_.text_of(node)).back() != '.';
    }

    const Tree& tree_;
    const std::vector<Measure>& measures_;
    const std::vector<Hint>& hints_;
    std::vector<Part>& parts_;
};

}  // namespace

void clean(const Tree& tree, const std::vector<Measure>& measures, const std::vector<Hint>& hints,
           std::uint32_t root, std::vector<Part>& parts) {
    Cleaner(tree, measures, hints, parts).run(root);
}

}  // namespace rawi::reading::html
