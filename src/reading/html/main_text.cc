// Which part of a page is its article. Where JSON-LD has the text, the part of the page that holds
// most of it; else the element whose paragraphs are the longest and have the fewest links, after
// Mozilla's Readability.
#include "reading/html/main_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>

#include "base/ascii.h"
#include "reading/html/cleaner.h"
#include "reading/html/headline.h"
#include "reading/html/measure.h"
#include "reading/html/names.h"
#include "reading/html/structure.h"
#include "reading/html/words.h"
#include "reading/word_hashes.h"

namespace rawi::reading::html {

namespace {

constexpr std::array<std::string_view, 26> unshown_tags = {
    "annotation", "annotation-xml", "applet",   "audio",    "button",  "canvas", "datalist",
    "embed",      "frame",          "frameset", "head",     "iframe",  "input",  "link",
    "map",        "meta",           "noframes", "noscript", "object",  "option", "script",
    "select",     "style",          "svg",      "template", "textarea"};

/// Whether an attribute, a style or a customary class hides an element.
bool is_hidden(const Node& node) {
    if (node.has("hidden") || node.attribute("aria-hidden") == "true") return true;
    constexpr std::array<std::string_view, 10> classes = {"d-none",
                                                          "hidden",
                                                          "hide",
                                                          "is-hidden",
                                                          "screen-reader-text",
                                                          "sr-only",
                                                          "u-hidden",
                                                          "visually-hidden",
                                                          "visuallyhidden",
                                                          "visuallyHidden"};
    const std::string_view all = node.attribute("class");
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find_first_of(" \t\n\r", at), all.size());
        if (has(classes, all.substr(at, end - at))) return true;
        at = end + 1;
    }
    std::string style = ascii::lower(node.attribute("style"));
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

class Finder {
  public:
    Finder(const Tree& tree, const ArticleClues& clues)
        : tree_(tree),
          clues_(clues),
          parts_(tree.size(), Part::outside),
          measures_(tree.size()),
          hints_(tree.size(), Hint::none) {}

    MainText find() {
        hide();
        const std::uint32_t headline = find_headline(tree_, parts_, clues_.title);
        measures_ = measure(tree_, parts_);
        std::vector<std::uint32_t> roots = located();
        if (roots.empty()) {
            roots = densest();
            // An article that has hardly any text was looked for in the wrong place.
            constexpr std::size_t least = 500;
            if (letters_in(roots) < least) {
                strict_ = false;
                const std::vector<std::uint32_t> others = densest();
                if (letters_in(others) > letters_in(roots)) roots = others;
            }
        }
        for (const std::uint32_t root : roots)
            keep(root);
        for (const std::uint32_t root : roots)
            clean(tree_, measures_, hints_, root, parts_);
        keep_head(headline, roots.front());
        return {.parts = std::move(parts_), .headline = headline};
    }

    std::vector<Part> shown() {
        hide();
        std::replace(parts_.begin(), parts_.end(), Part::outside, Part::text);
        return std::move(parts_);
    }

    MainText find_all() {
        hide();
        measures_ = measure(tree_, parts_);
        keep(0);
        clean(tree_, measures_, hints_, 0, parts_);
        parts_[0] = Part::outside;  // 0 stands for no headline
        return {.parts = std::move(parts_), .headline = 0};
    }

  private:
    /// Hides what is never shown, and what is hidden now. What holds most of the page's text is
    /// shown sooner or later by a script, and stays.
    void hide() {
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            if (!tree_[i].is_text()) hints_[i] = hint_of(tree_[i]);
            if (has(unshown_tags, tree_[i].tag) || is_a(tree_[i], "pagebreak")) mark_hidden(i);
        }
        measures_ = measure(tree_, parts_);
        const double most = 0.4 * static_cast<double>(measures_[0].plain());
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            if (!tree_[i].is_text() && is_hidden(tree_[i]) &&
                static_cast<double>(measures_[i].plain()) < most)
                mark_hidden(i);
        }
    }

    void mark_hidden(std::uint32_t node) {
        if (parts_[node] == Part::hidden) return;
        for (std::uint32_t i = node; i < tree_[node].end; ++i)
            parts_[i] = Part::hidden;
    }

    std::size_t letters_in(const std::vector<std::uint32_t>& roots) const {
        std::size_t all = 0;
        for (const std::uint32_t root : roots)
            all += measures_[root].plain();
        return all;
    }

    // With JSON-LD.

    /// The smallest element that holds most of the text of articleBody; none if the page lacks it.
    std::vector<std::uint32_t> located() const {
        constexpr std::size_t least_words = 40;
        constexpr double enough = 0.35;
        const std::vector<std::uint64_t> words = word_hashes(without_tags(clues_.body));
        if (words.size() < least_words) return {};
        const std::vector<std::uint64_t> shingles = shingles_of(words);
        const std::vector<std::size_t> held = held_by_nodes({shingles.begin(), shingles.end()});
        if (static_cast<double>(held[0]) < enough * static_cast<double>(shingles.size())) return {};
        std::uint32_t root = 0;
        while (const std::uint32_t child = child_that_holds(root, held))
            root = child;
        if (tree_[root].tag == "p" && root != 0) root = tree_[root].parent;
        return {root};
    }

    /// A hash for each run of three words.
    static std::vector<std::uint64_t> shingles_of(const std::vector<std::uint64_t>& words) {
        constexpr std::size_t length = 3;
        constexpr std::uint64_t factor = 1000003;
        std::vector<std::uint64_t> shingles;
        for (std::size_t i = 0; i + length <= words.size(); ++i)
            shingles.push_back((words[i] * factor + words[i + 1]) * factor + words[i + 2]);
        return shingles;
    }

    /// How many of these shingles the texts within each node have.
    std::vector<std::size_t> held_by_nodes(
        const std::unordered_set<std::uint64_t>& shingles) const {
        std::vector<std::size_t> held(tree_.size());
        for (std::size_t i = tree_.size(); i-- > 1;) {
            if (tree_[i].is_text() && parts_[i] != Part::hidden) {
                for (const std::uint64_t shingle : shingles_of(word_hashes(tree_[i].text)))
                    held[i] += shingles.contains(shingle) ? 1 : 0;
            }
            held[tree_[i].parent] += held[i];
        }
        return held;
    }

    /// The child that holds nearly all of what its parent holds; 0 if there is none.
    std::uint32_t child_that_holds(std::uint32_t node, const std::vector<std::size_t>& held) const {
        constexpr double most = 0.9;
        for (const std::uint32_t child : tree_[node].children) {
            const bool element = is_block(tree_[child].tag) || tree_[child].tag == "unknown";
            if (element &&
                static_cast<double>(held[child]) >= most * static_cast<double>(held[node]))
                return child;
        }
        return 0;
    }

    // By density.

    bool is_unlikely(std::uint32_t node) const {
        const Hint hint = hints_[node];
        const std::string_view tag = tree_[node].tag;
        if (!strict_) return tag == "nav";
        if (tag == "nav" || tag == "footer" || tag == "aside") return true;
        const std::string_view role = tree_[node].attribute("role");
        constexpr std::array<std::string_view, 8> roles = {
            "alert",  "alertdialog", "complementary", "contentinfo",
            "dialog", "menu",        "menubar",       "navigation"};
        if (has(roles, role)) return true;
        return (hint == Hint::furniture || hint == Hint::related || hint == Hint::comments) &&
               tag != "body" && tag != "html" && tag != "article" && tag != "main" && tag != "a";
    }

    double base_score(std::uint32_t node) const {
        const std::string_view tag = tree_[node].tag;
        double score = 0;
        if (tag == "div") score = 5;
        if (tag == "pre" || tag == "td" || tag == "blockquote") score = 3;
        if (tag == "address" || tag == "ol" || tag == "ul" || tag == "dl" || tag == "dd" ||
            tag == "dt" || tag == "li" || tag == "form")
            score = -3;
        if (heading_level(tag) > 0 || tag == "th") score = -5;
        if (tag == "article" || tag == "main") score = 10;
        if (tree_[node].attribute("itemprop") == "articleBody") score += 50;
        return score + weight(node);
    }

    double weight(std::uint32_t node) const {
        if (!strict_) return 0;
        switch (hints_[node]) {
            case Hint::text:
                return 25;
            case Hint::furniture:
            case Hint::related:
            case Hint::comments:
                return -25;
            case Hint::none:
                break;
        }
        return 0;
    }

    bool is_paragraph(std::uint32_t node) const {
        const std::string_view tag = tree_[node].tag;
        if (tag == "p" || tag == "td" || tag == "pre" || tag == "blockquote" || tag == "h2" ||
            tag == "h3")
            return true;
        return (tag == "div" || tag == "section" || tag == "dd") && !measures_[node].blocks;
    }

    void score_paragraphs() {
        constexpr std::size_t least = 25;
        std::vector<bool> unlikely(tree_.size());
        scored_.assign(tree_.size(), false);
        for (Measure& all : measures_)
            all.score = 0;
        for (std::uint32_t i = 1; i < tree_.size(); ++i) {
            unlikely[i] = unlikely[tree_[i].parent] || (!tree_[i].is_text() && is_unlikely(i));
            if (unlikely[i] || parts_[i] == Part::hidden || tree_[i].is_text()) continue;
            if (is_paragraph(i)) {
                if (measures_[i].letters >= least) add_score(tree_[i].parent, measures_[i]);
            } else if (measures_[i].blocks) {
                // Text between blocks, as where paragraphs are parted by <br>.
                const Measure direct = direct_text(i);
                if (direct.letters >= least * 2) add_score(i, direct);
            }
        }
        for (Measure& all : measures_)
            all.score *= 1 - all.link_density();
    }

    /// Adds the score of a paragraph to the element that holds it, and less to those around it.
    void add_score(std::uint32_t node, const Measure& paragraph) {
        constexpr std::size_t levels = 5;
        const double score = 1 + static_cast<double>(paragraph.commas) +
                             std::min(static_cast<double>(paragraph.letters) / 100, 3.0);
        for (std::size_t level = 0; level < levels; ++level) {
            if (!scored_[node]) measures_[node].score = base_score(node);
            scored_[node] = true;
            const double divider = level == 0 ? 1 : level == 1 ? 2 : static_cast<double>(level) * 3;
            measures_[node].score += score / divider;
            if (node == 0) break;
            node = tree_[node].parent;
        }
    }

    /// What an element holds outside its block elements.
    Measure direct_text(std::uint32_t node) const {
        Measure all;
        for (const std::uint32_t child : tree_[node].children) {
            const Measure& inner = measures_[child];
            if (parts_[child] == Part::hidden || inner.blocks || is_block(tree_[child].tag))
                continue;
            all.letters += inner.plain();
            all.commas += inner.commas;
        }
        return all;
    }

    std::vector<std::uint32_t> densest() {
        score_paragraphs();
        std::uint32_t top = 0;
        double best = 0;
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            if (measures_[i].score > best) {
                best = measures_[i].score;
                top = i;
            }
        }
        if (top == 0) return {body()};
        top = shared_ancestor(top);
        return with_siblings(climb(top));
    }

    std::uint32_t body() const {
        for (std::uint32_t i = 0; i < tree_.size(); ++i)
            if (tree_[i].tag == "body") return i;
        return 0;
    }

    /// An ancestor that several good candidates have in common.
    std::uint32_t shared_ancestor(std::uint32_t top) const {
        constexpr double near_top = 0.75;
        constexpr std::size_t least_shared = 3, most = 5;
        std::vector<std::uint32_t> good;
        for (std::uint32_t i = 0; i < tree_.size(); ++i)
            if (i != top && measures_[i].score >= near_top * measures_[top].score &&
                measures_[top].score > 0)
                good.push_back(i);
        std::sort(good.begin(), good.end(),
                  [&](auto a, auto b) { return measures_[a].score > measures_[b].score; });
        if (good.size() > most) good.resize(most);
        if (good.size() < least_shared) return top;
        for (std::uint32_t ancestor = tree_[top].parent;
             ancestor != 0 && tree_[ancestor].tag != "body"; ancestor = tree_[ancestor].parent) {
            const auto shared = std::count_if(good.begin(), good.end(), [&](auto node) {
                return tree_.is_within(node, ancestor);
            });
            if (static_cast<std::size_t>(shared) >= least_shared) return ancestor;
        }
        return top;
    }

    /// Up as long as the score rises, and over only children.
    std::uint32_t climb(std::uint32_t top) const {
        constexpr double third = 1.0 / 3;
        double last = measures_[top].score;
        const double threshold = last * third;
        for (std::uint32_t parent = tree_[top].parent; parent != 0 && tree_[parent].tag != "body";
             parent = tree_[parent].parent) {
            const double score = measures_[parent].score;
            if (score == 0) continue;
            if (score < threshold) break;
            if (score > last) return parent;
            last = score;
        }
        return top;
    }

    std::vector<std::uint32_t> with_siblings(std::uint32_t top) const {
        std::vector<std::uint32_t> roots;
        if (tree_[top].tag == "body" || top == 0) return {top};
        constexpr double fifth = 0.2;
        const double threshold = std::max(10.0, measures_[top].score * fifth);
        for (const std::uint32_t child : tree_[tree_[top].parent].children) {
            const Node& node = tree_[child];
            if (child == top || (!node.is_text() && parts_[child] != Part::hidden &&
                                 !is_unlikely(child) && joins(child, top, threshold)))
                roots.push_back(child);
        }
        return roots;
    }

    bool joins(std::uint32_t child, std::uint32_t top, double threshold) const {
        constexpr double fifth = 0.2;
        const Measure& all = measures_[child];
        const std::string_view same = tree_[top].attribute("class");
        const double bonus = !same.empty() && tree_[child].attribute("class") == same
                                 ? measures_[top].score * fifth
                                 : 0;
        if (all.score + bonus >= threshold) return true;
        if (tree_[child].tag != "p") return false;
        constexpr std::size_t long_paragraph = 80;
        constexpr double quarter = 0.25;
        if (all.letters > long_paragraph) return all.link_density() < quarter;
        return all.letters > 0 && all.linked == 0 &&
               tree_.text_of(child).find('.') != std::string::npos;
    }

    // Within the article.

    static constexpr double few_links = 0.3;

    void keep(std::uint32_t root) {
        for (std::uint32_t i = root; i < tree_[root].end; ++i)
            if (parts_[i] != Part::hidden) parts_[i] = Part::text;
    }

    /// Keeps what stands between the headline and the text: the captions of pictures, and the
    /// nearest paragraph that is the lede, by its class or since the page's description is the
    /// same. Without a headline there, only such a description.
    void keep_head(std::uint32_t headline, std::uint32_t root) {
        const bool after_headline = headline != 0 && headline < root;
        bool lede = false;
        for (std::uint32_t i = root; i-- > (after_headline ? tree_[headline].end : 1);) {
            if (tree_[i].is_text() || parts_[i] != Part::outside) continue;
            const bool named = after_headline && named_by(tree_[i]) == Named::lede;
            if (!lede && is_prose(i) && (named || is_description(i))) {
                keep(i);
                lede = true;
            } else if (after_headline && is_caption(i)) {
                keep(i);
            }
        }
    }

    /// Whether an element is a paragraph of some length with few links.
    bool is_prose(std::uint32_t node) const {
        constexpr std::size_t least = 40;
        const Measure& all = measures_[node];
        return is_block(tree_[node].tag) && !all.blocks && all.letters >= least &&
               all.link_density() <= few_links;
    }

    bool is_caption(std::uint32_t node) const {
        constexpr std::size_t least = 10, most = 600;
        const Measure& all = measures_[node];
        return tree_[node].tag == "figcaption" && all.letters >= least && all.letters <= most &&
               all.link_density() <= few_links;
    }

    bool is_description(std::uint32_t node) const {
        constexpr std::size_t enough = 30;
        const std::string text = collapsed(tree_.text_of(node));
        return clues_.description.size() > enough && text.size() > enough &&
               std::string_view(text).substr(0, enough) == clues_.description.substr(0, enough);
    }

    const Tree& tree_;
    ArticleClues clues_;
    std::vector<Part> parts_;
    std::vector<Measure> measures_;
    std::vector<Hint> hints_;
    std::vector<bool> scored_;  ///< whether an element has its base score
    bool strict_ = true;        ///< whether names of classes count
};

}  // namespace

std::vector<Part> shown_text(const Tree& tree) {
    return Finder(tree, {}).shown();
}

MainText find_main_text(const Tree& tree, const ArticleClues& clues) {
    return Finder(tree, clues).find();
}

MainText whole_text(const Tree& tree) {
    return Finder(tree, {}).find_all();
}

}  // namespace rawi::reading::html
