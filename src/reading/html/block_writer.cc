// From the nodes of an article to blocks with roles.
#include "reading/html/block_writer.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/html/inline_elements.h"
#include "reading/html/names.h"
#include "reading/html/structure.h"
#include "reading/html/tables.h"
#include "reading/html/text_origin.h"
#include "reading/html/words.h"
#include "reading/pictures.h"
#include "reading/word_hashes.h"

namespace rawi::reading::html {

namespace {

/// The alternative text of an emoji, in bytes: one may consist of several signs.
constexpr std::size_t longest_emoji = 32;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

/// How many of `words` are in `others`.
std::size_t count_in(const std::vector<std::uint64_t>& words,
                     const std::vector<std::uint64_t>& others) {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](auto word) {
        return std::find(others.begin(), others.end(), word) != others.end();
    }));
}

}  // namespace

BlockWriter::BlockWriter(const Tree& tree, const MainText& text, std::uint32_t part,
                         DocumentBuilder& builder)
    : tree_(tree), parts_(text.parts), headline_(text.headline), part_(part), builder_(builder) {}

void BlockWriter::write() {
    if (headline_ != 0) write_headline(headline_);
    write_nodes();
}

void BlockWriter::write_chapter(const SectionTitles& sections) {
    sections_ = &sections;
    write_nodes();
}

void BlockWriter::write_nodes() {
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

void BlockWriter::write_headline(std::uint32_t node) {
    builder_.open_heading(Role::headline, 1);
    open_ = true;
    for (std::uint32_t i = node; i < tree_[node].end; ++i)
        if (tree_[i].is_text() && parts_[i] != Part::hidden)
            add_text(builder_, part_, tree_[i].origin, tree_[i].text, false);
    close();
}

void BlockWriter::node(std::uint32_t index, Scope scope) {
    const Node& node = tree_[index];
    open_section(node);
    if (parts_[index] == Part::hidden || parts_[index] == Part::outside ||
        (headline_ != 0 && index == headline_))
        return;
    if (node.is_text()) return text(node, scope);
    if (node.tag == "br") {
        if (++breaks_ > 1) end_line(scope);
        if (open_) builder_.space();
        return;
    }
    if (node.tag == "img") return picture(index, scope);
    if (node.tag == "math") return formula(index, scope);
    if (is_note_reference(tree_, index, scope.role == Role::note))
        return builder_.refer_to_note(note_id(note_referred_to(tree_, index)));
    if (scope.role == Role::note && is_back_link(tree_, index)) return;
    if (node.tag == "table" && parts_[index] == Part::text && !scope.row &&
        is_data_table(tree_, index))
        return table(index, scope);
    const bool note = is_note(node);
    if (note && open_) {
        notes_.emplace_back(index, Scope{.role = Role::note, .language = scope.language});
        return;
    }
    const Role around = scope.role;
    element(index, scope);
    const bool credit = around == Role::caption && scope.role == Role::credit;
    const bool breaks = is_block(node.tag) || credit || note;
    if (breaks) end_line(scope);
    children(index, scope);
    if (breaks) end_line(scope);
}

/// A section begins at this element if the table of contents of the book refers to it.
void BlockWriter::open_section(const Node& node) {
    if (sections_ == nullptr || !node.has("id")) return;
    const auto section = sections_->find(node.attribute("id"));
    if (section != sections_->end()) builder_.open_section(section->second);
}

/// What an element holds; if its title spells it out, the title is said for it.
void BlockWriter::children(std::uint32_t index, const Scope& scope) {
    const Node& node = tree_[index];
    const std::string said = node.tag == "abbr" ? expansion_of(tree_, index) : std::string();
    if (!said.empty() && !open_) open(scope);
    if (!said.empty()) builder_.open_control(Control::Kind::alias, said);
    for (const std::uint32_t child : node.children)
        this->node(child, scope);
    if (!said.empty()) builder_.close_control();
}

/// A formula as its author describes it, or else its signs one after the other.
void BlockWriter::formula(std::uint32_t index, const Scope& scope) {
    const std::string text = alternative_of(tree_[index]);
    if (text.empty()) return children(index, scope);
    if (!open_) open(scope);
    builder_.decoded(part_, tree_[index].origin, text);
}

/// What an element says about the text within it.
void BlockWriter::element(std::uint32_t index, Scope& scope) {
    const Node& node = tree_[index];
    if (const auto language = canonical_language_tag(node.attribute("lang")))
        scope.language = is_documents(*language, node) ? std::string() : *language;
    const bool body = scope.role == Role::paragraph;
    if (parts_[index] == Part::related) scope.role = Role::related_link;
    if (parts_[index] == Part::furniture) scope.role = Role::furniture;
    if (scope.role == Role::related_link || scope.role == Role::furniture) return;
    if (is_note(node)) scope.role = Role::note;
    if (scope.role == Role::note) {
        if (node.has("id")) scope.note = note_id("#" + std::string(node.attribute("id")));
        scope.level = 0;
        return;
    }
    if (const int level = heading_level(node.tag); level > 0 && body) {
        heading(index, level, scope);
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

/// Whether a language is the document's: for all of a chapter, its region does not count.
bool BlockWriter::is_documents(std::string_view language, const Node& node) const {
    const std::string_view all = builder_.metadata().language;
    return node.tag == "html" || node.tag == "body"
               ? primary_language(language) == primary_language(all)
               : language == all;
}

/// An article has one headline; in a book, the title of the book is one.
void BlockWriter::heading(std::uint32_t index, int level, Scope& scope) const {
    const bool chapter = sections_ != nullptr;
    const std::string& title = builder_.metadata().title;
    constexpr std::uint32_t most_nodes = 64;
    const bool says_title = chapter && !title.empty() && tree_[index].end - index < most_nodes &&
                            collapsed(tree_.text_of(index)) == collapsed(title);
    scope.role = says_title ? Role::headline : Role::subhead;
    scope.level = chapter ? level : std::max(level, 2);
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
            if (body && is_block(tree_[index].tag)) scope.role = Role::note;
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
    if (scope.role != Role::note) of_row.role = Role::table;
    of_row.row = true;
    open(of_row);
    bool first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (is_blank(tree_.text_of(cells[i]))) continue;
        if (!first) builder_.comma();
        first = false;
        if (headings.size() == cells.size() && !is_blank(tree_.text_of(headings[i])) &&
            tree_[cells[i]].tag == "td") {
            children(headings[i], of_row);
            builder_.insert(": ");
        }
        children(cells[i], of_row);
    }
    close();
}

/// A picture is described after its paragraph, which it does not divide. A sign as a picture (an
/// emoji) is text, and so is a picture that is a heading or the first letter of a word.
void BlockWriter::picture(std::uint32_t index, const Scope& scope) {
    const Node& node = tree_[index];
    const std::string alt = collapsed(node.attribute("alt"));
    if (scope.role == Role::related_link || scope.role == Role::furniture) return;
    const bool described = describes_picture(alt, node.attribute("src"));
    if (!open_ && (is_initial(index, alt) || (described && scope.level > 0))) {
        open(scope);
        builder_.decoded(part_, node.origin, alt);
    } else if (described) {
        if (is_said_by_caption(index, alt)) return;
        pictures_.push_back({.node = index, .language = scope.language});
        if (!open_) describe_pictures();
    } else if (open_ && alt.size() <= longest_emoji &&
               std::none_of(alt.begin(), alt.end(), ascii::is_letter)) {
        builder_.decoded(part_, node.origin, alt);
    }
}

/// Whether the caption of a picture says much the same: it has most of the words of the picture's
/// text, or the other way round.
bool BlockWriter::is_said_by_caption(std::uint32_t index, std::string_view alt) {
    constexpr std::size_t longest = 200;  // words
    const std::uint32_t figure = tree_.ancestor(index, "figure");
    if (tree_[figure].tag != "figure") return false;
    const std::vector<std::uint64_t>& caption = caption_of(figure);
    const std::vector<std::uint64_t> words = word_hashes(alt);
    const std::size_t fewer = std::min(words.size(), caption.size());
    if (fewer == 0 || std::max(words.size(), caption.size()) > longest) return false;
    const bool shorter = words.size() <= caption.size();
    const auto same = count_in(shorter ? words : caption, shorter ? caption : words);
    return same * 2 > fewer;
}

/// The words of a figure's caption; looked up once, since it may hold many pictures.
const std::vector<std::uint64_t>& BlockWriter::caption_of(std::uint32_t figure) {
    const auto [found, added] = captions_.try_emplace(figure);
    if (added) {
        for (const std::uint32_t child : tree_[figure].children)
            if (found->second.empty() && tree_[child].tag == "figcaption")
                found->second = word_hashes(tree_.text_of(child));
    }
    return found->second;
}

/// Whether a picture is that of a letter, before the rest of its word.
bool BlockWriter::is_initial(std::uint32_t index, std::string_view alt) const {
    const std::uint32_t next = tree_[index].end;
    return utf8::length(alt) == 1 && next < tree_.size() && tree_[next].is_text() &&
           !is_blank(tree_[next].text.substr(0, 1));
}

void BlockWriter::describe_pictures() {
    for (const Picture& picture : std::exchange(pictures_, {})) {
        const Node& node = tree_[picture.node];
        builder_.open_block(Role::image, picture.language);
        builder_.decoded(part_, node.origin, collapsed(node.attribute("alt")));
        builder_.close_block();
    }
}

/// An id for the note at an address, the same for a link and its target: the file's name and the
/// element's id, since files of a book use the same ids.
std::string BlockWriter::note_id(std::string_view address) const {
    const std::size_t hash = address.find('#');
    if (hash == std::string_view::npos) return {};
    std::string_view file = address.substr(0, hash);
    if (file.empty() || file.find("://") != std::string_view::npos)
        file = builder_.part(part_).name;
    file = file.substr(file.rfind('/') + 1);  // npos + 1 is 0
    return std::string(file) + std::string(address.substr(hash));
}

void BlockWriter::write_notes() {
    for (const auto& [index, scope] : std::exchange(notes_, {}))
        node(index, scope);
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
    if (scope.level > 0 && (scope.role == Role::subhead || scope.role == Role::headline)) {
        builder_.open_heading(scope.role, scope.level, scope.language);
    } else {
        builder_.open_block(scope.role, scope.language);
        builder_.name_note(scope.note);
    }
    open_ = true;
}

/// The end of a line or of a block: in a row of a table, just a space.
void BlockWriter::end_line(const Scope& scope) {
    if (scope.row && open_) return builder_.space();
    close();
}

void BlockWriter::close() {
    if (open_) builder_.close_block();
    open_ = false;
    breaks_ = 0;
    describe_pictures();
    write_notes();
}

}  // namespace rawi::reading::html
