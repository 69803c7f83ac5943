// From the nodes of an article to blocks with roles.
#include "reading/html/block_writer.h"

#include <algorithm>
#include <array>

#include "base/language_tag.h"
#include "reading/html/names.h"
#include "reading/html/text_origin.h"
#include "reading/html/words.h"

namespace rawi::reading::html {

namespace {

int heading_level(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

/// Whether a picture's text says no more than its file's name.
bool is_file_name(std::string_view alt) {
    const std::size_t dot = alt.rfind('.');
    return alt.find(' ') == std::string_view::npos &&
           (dot != std::string_view::npos || alt.find('_') != std::string_view::npos);
}

bool is_cell(const Node& node) {
    return node.tag == "td" || node.tag == "th";
}

/// The rows of a table, without those of tables within it.
std::vector<std::uint32_t> rows_of(const Tree& tree, std::uint32_t table) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = table + 1; i < tree[table].end;) {
        if (tree[i].tag == "tr") rows.push_back(i);
        i = tree[i].tag == "tr" || tree[i].tag == "table" ? tree[i].end : i + 1;
    }
    return rows;
}

std::vector<std::uint32_t> cells_of(const Tree& tree, std::uint32_t row) {
    std::vector<std::uint32_t> cells;
    for (const std::uint32_t child : tree[row].children)
        if (is_cell(tree[child])) cells.push_back(child);
    return cells;
}

/// Whether a table holds data, row by row, and does not lay out a page: short cells, several in
/// each of several rows.
bool is_data_table(const Tree& tree, std::uint32_t table) {
    constexpr std::size_t longest_cell = 300;
    std::size_t wide = 0;
    for (const std::uint32_t row : rows_of(tree, table)) {
        const std::vector<std::uint32_t> cells = cells_of(tree, row);
        wide += cells.size() > 1 ? 1 : 0;
        for (const std::uint32_t cell : cells) {
            for (std::uint32_t i = cell; i < tree[cell].end; ++i)
                if (tree[i].tag == "table") return false;
            if (tree.text_of(cell).size() > longest_cell) return false;
        }
    }
    return wide > 1;
}

/// Whether an element refers to a note: "[3]" as a superscript link.
bool is_note_reference(const Tree& tree, std::uint32_t index) {
    const Node& node = tree[index];
    constexpr std::array<std::string_view, 2> roles = {"doc-noteref", "noteref"};
    for (const char* const key : {"role", "epub:type"}) {
        const std::string_view role = node.attribute(key);
        if (std::find(roles.begin(), roles.end(), role) != roles.end()) return true;
    }
    if (node.tag != "sup") return false;
    const std::string text = collapsed(tree.text_of(index));
    constexpr std::size_t longest = 6;
    const bool short_mark =
        !text.empty() && text.size() <= longest &&
        text.find_first_not_of("[]()*,0123456789 abc\xE2\x80\xA0") == std::string::npos;
    const bool links = std::any_of(tree.nodes.begin() + index, tree.nodes.begin() + node.end,
                                   [](const Node& inner) { return inner.tag == "a"; });
    return short_mark && (links || text.front() == '[');
}

}  // namespace

BlockWriter::BlockWriter(const Tree& tree, const std::vector<Part>& parts, std::uint32_t part,
                         std::string_view title, DocumentBuilder& builder)
    : tree_(tree), parts_(parts), part_(part), title_(title), builder_(builder) {}

void BlockWriter::write() {
    headline_ = headline();
    if (headline_ != 0) write_headline(headline_);
    for (std::uint32_t i = 0; i < tree_.size();) {
        if (parts_[i] == Part::outside) {
            ++i;
        } else {
            if (parts_[i] != Part::hidden) node(i, {});
            close();
            i = tree_[i].end;
        }
    }
}

/// The element that says the title: a heading whose words are those of the title, of the highest
/// rank, or else another element that a class or its text makes one.
std::uint32_t BlockWriter::headline() const {
    constexpr int no_heading = 7;
    constexpr double most = 0.7;
    const std::vector<std::uint64_t> title = word_hashes(title_);
    std::uint32_t best = 0;
    int best_level = no_heading + 1;
    for (std::uint32_t i = 0; i < tree_.size() && !title.empty(); ++i) {
        const Node& node = tree_[i];
        if (parts_[i] == Part::hidden || node.is_text() || node.tag == "a") continue;
        const int heading = heading_level(node.tag);
        const int level = heading == 0 ? no_heading : heading;
        if (level >= best_level || (heading == 0 && !is_leaf(i))) continue;
        const std::vector<std::uint64_t> words = word_hashes(tree_.text_of(i));
        constexpr std::size_t fewest_words = 3;
        const bool exact = words == title && words.size() >= fewest_words;
        if (words.empty() || (heading == 0 && !exact)) continue;
        const auto same = std::count_if(words.begin(), words.end(), [&](auto word) {
            return std::find(title.begin(), title.end(), word) != title.end();
        });
        const bool covers = heading != 0 && words.size() * 2 >= title.size();
        if (heading != 0 &&
            (!covers || static_cast<double>(same) < most * static_cast<double>(words.size())))
            continue;
        best = i;
        best_level = level;
    }
    return best;
}

/// Whether an element has no block elements within it.
bool BlockWriter::is_leaf(std::uint32_t index) const {
    return std::none_of(tree_.nodes.begin() + index + 1, tree_.nodes.begin() + tree_[index].end,
                        [](const Node& node) { return is_block(node.tag); });
}

void BlockWriter::write_headline(std::uint32_t node) {
    builder_.open_heading(Role::headline, 1);
    open_ = true;
    for (std::uint32_t i = node; i < tree_[node].end; ++i)
        if (tree_[i].is_text() && parts_[i] != Part::hidden)
            add_text(builder_, part_, tree_[i].origin, tree_[i].text, false);
    close();
}

void BlockWriter::node(std::uint32_t index, Scope scope) {
    if (parts_[index] == Part::hidden || parts_[index] == Part::outside || index == headline_)
        return;
    const Node& node = tree_[index];
    if (node.is_text()) return text(node, scope);
    if (node.tag == "br") {
        if (++breaks_ > 1) close();
        if (open_) builder_.space();
        return;
    }
    if (node.tag == "img") return picture(node, scope);
    if (node.tag == "sup" || node.tag == "a") {
        if (is_note_reference(tree_, index)) return;
    }
    if (node.tag == "table" && parts_[index] == Part::text && is_data_table(tree_, index))
        return table(index, scope);
    const bool block = is_block(node.tag);
    if (block) close();
    element(index, scope);
    for (const std::uint32_t child : node.children)
        this->node(child, scope);
    if (block) close();
    if (node.tag == "td" || node.tag == "th") close();
}

/// What an element says about the text within it.
void BlockWriter::element(std::uint32_t index, Scope& scope) {
    const Node& node = tree_[index];
    if (auto language = canonical_language_tag(node.attribute("lang")))
        scope.language = *std::move(language);
    const bool body = scope.role == Role::paragraph;
    if (parts_[index] == Part::related) scope.role = Role::related_link;
    if (parts_[index] == Part::furniture) scope.role = Role::furniture;
    if (scope.role == Role::related_link || scope.role == Role::furniture) return;
    if (const int level = heading_level(node.tag); level > 0 && body) {
        scope.role = Role::subhead;
        scope.level = std::max(level, 2);
    } else if (node.tag == "blockquote") {
        if (scope.role != Role::pull_quote) scope.role = Role::quote;
    } else if (node.tag == "li" && body) {
        scope.role = Role::list_item;
    } else if (node.tag == "figcaption" || node.tag == "figure") {
        scope.role = Role::caption;
    } else if (node.tag == "pre") {
        scope.role = Role::code;
        scope.preformatted = true;
    }
    named(index, scope);
}

/// What the class of an element says.
void BlockWriter::named(std::uint32_t index, Scope& scope) const {
    constexpr std::size_t longest_kicker = 80;  // bytes
    const bool body = scope.role == Role::paragraph || scope.role == Role::list_item;
    switch (named_by(tree_[index])) {
        case Named::kicker:
            if (body && !body_seen_ && collapsed(tree_.text_of(index)).size() <= longest_kicker)
                scope.role = Role::kicker;
            break;
        case Named::lede:
            scope.lede = true;
            break;
        case Named::caption:
            if (body) scope.role = Role::caption;
            break;
        case Named::credit:
            if (body || scope.role == Role::caption) scope.role = Role::credit;
            break;
        case Named::pull_quote:
            scope.role = Role::pull_quote;
            break;
        case Named::notes:
            if (body) scope.role = Role::note;
            break;
        case Named::headline:
        case Named::nothing:
            break;
    }
}

/// A row is a block: "heading: cell, heading: cell".
void BlockWriter::table(std::uint32_t index, const Scope& scope) {
    close();
    for (const std::uint32_t child : tree_[index].children)
        if (tree_[child].tag == "caption") node(child, scope);
    std::vector<std::uint32_t> headings;
    for (const std::uint32_t row : rows_of(tree_, index)) {
        const std::vector<std::uint32_t> cells = cells_of(tree_, row);
        const bool heads = std::all_of(cells.begin(), cells.end(),
                                       [&](auto cell) { return tree_[cell].tag == "th"; });
        if (heads && headings.empty() && cells.size() > 1) {
            headings = cells;
        } else {
            this->row(row, headings, scope);
        }
    }
}

void BlockWriter::row(std::uint32_t index, const std::vector<std::uint32_t>& headings,
                      const Scope& scope) {
    const std::vector<std::uint32_t> cells = cells_of(tree_, index);
    Scope of_row = scope;
    of_row.role = Role::table;
    open(of_row);
    bool first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (is_blank(tree_.text_of(cells[i]))) continue;
        if (!first) builder_.insert(", ");
        first = false;
        if (headings.size() == cells.size() && !is_blank(tree_.text_of(headings[i])) &&
            tree_[cells[i]].tag == "td") {
            inline_text(headings[i], of_row);
            builder_.insert(": ");
        }
        inline_text(cells[i], of_row);
    }
    close();
}

/// All text within an element, in the block that is open.
void BlockWriter::inline_text(std::uint32_t index, const Scope& scope) {
    for (std::uint32_t i = index; i < tree_[index].end; ++i) {
        if (parts_[i] != Part::text) continue;
        if (tree_[i].tag == "br" || is_block(tree_[i].tag)) builder_.space();
        if (tree_[i].is_text())
            add_text(builder_, part_, tree_[i].origin, tree_[i].text, scope.preformatted);
    }
}

void BlockWriter::picture(const Node& node, const Scope& scope) {
    const std::string alt = collapsed(node.attribute("alt"));
    if (alt.empty() || is_file_name(alt) || scope.role == Role::related_link ||
        scope.role == Role::furniture)
        return;
    close();
    Scope of_picture = scope;
    of_picture.role = Role::image;
    open(of_picture);
    builder_.decoded(part_, node.origin, alt);
    close();
}

void BlockWriter::text(const Node& node, const Scope& scope) {
    if (is_blank(node.text)) {
        if (open_) builder_.space();
        return;
    }
    breaks_ = 0;
    if (!open_) open(scope);
    builder_.set_language(scope.language);
    add_text(builder_, part_, node.origin, node.text, scope.preformatted);
}

void BlockWriter::open(Scope scope) {
    if (scope.lede && !body_seen_ && scope.role == Role::paragraph) scope.role = Role::lede;
    body_seen_ = body_seen_ || scope.role == Role::paragraph || scope.role == Role::lede;
    if (scope.level > 0 && scope.role == Role::subhead) {
        builder_.open_heading(scope.role, scope.level, scope.language);
    } else {
        builder_.open_block(scope.role, scope.language);
    }
    open_ = true;
}

void BlockWriter::close() {
    if (open_) builder_.close_block();
    open_ = false;
    breaks_ = 0;
}

}  // namespace rawi::reading::html
