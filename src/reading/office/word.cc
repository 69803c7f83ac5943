// Reads the text of WordprocessingML (ECMA-376, part 1, chapter 17).
#include "reading/office/word.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace rawi::reading::office {

using package::attribute;
using package::child;
using package::local_name;
using package::origin_of;

namespace {

/// What is never text: properties, what was deleted, what refers to notes and comments.
constexpr std::array<std::string_view, 17> not_text = {"pPr",
                                                       "rPr",
                                                       "tblPr",
                                                       "tblGrid",
                                                       "trPr",
                                                       "tcPr",
                                                       "sectPr",
                                                       "sdtPr",
                                                       "del",
                                                       "moveFrom",
                                                       "delText",
                                                       "delInstrText",
                                                       "footnoteRef",
                                                       "endnoteRef",
                                                       "rt",
                                                       "annotationRef",
                                                       "commentReference"};

bool is_skipped(std::string_view name) {
    return std::find(not_text.begin(), not_text.end(), name) != not_text.end();
}

/// Whether a paragraph is the large first letter of the next one.
bool is_drop_cap(const pugi::xml_node& paragraph) {
    const std::string kind = attribute(child(child(paragraph, "pPr"), "framePr"), "dropCap");
    return kind == "drop" || kind == "margin";
}

/// Whether the next paragraph continues this one, whose end was deleted.
bool is_joined(const pugi::xml_node& paragraph) {
    const pugi::xml_node mark = child(child(paragraph, "pPr"), "rPr");
    return !child(mark, "del").empty() || !child(mark, "moveFrom").empty() ||
           is_drop_cap(paragraph);
}

pugi::xml_node next_paragraph(const pugi::xml_node& paragraph) {
    const pugi::xml_node next = paragraph.next_sibling();
    return local_name(next) == "p" ? next : pugi::xml_node();
}

/// The one branch of mc:AlternateContent that is read.
pugi::xml_node branch_of(const pugi::xml_node& alternatives) {
    const pugi::xml_node choice = child(alternatives, "Choice");
    return choice.empty() ? child(alternatives, "Fallback") : choice;
}

}  // namespace

Result<Article> WordReader::read() {
    RAWI_TRY(const Relations package, relations_of(archive_, ""));
    const auto main = package.find("officeDocument");
    const std::string member = main == package.end() ? "word/document.xml" : main->second;
    RAWI_CHECK_OK(package::read_part(archive_, member, builder_, body_));
    RAWI_TRY(const Relations relations, relations_of(archive_, member));
    RAWI_CHECK_OK(read_styles(relations));
    RAWI_CHECK_OK(read_notes(relations, "footnotes", footnotes_));
    RAWI_CHECK_OK(read_notes(relations, "endnotes", endnotes_));
    RAWI_CHECK_OK(read_metadata(package));
    writer_.set_part(body_.part);
    children(child(body_.tree.document_element(), "body"), {});
    const bool titled = !builder_.metadata().title.empty();
    Article article{.document = builder_.finish(), .notices = {}};
    find_headline(article.document, titled);
    return article;
}

Result<> WordReader::read_styles(const Relations& relations) {
    pugi::xml_document tree;
    if (const auto styles = relations.find("styles"); styles != relations.end()) {
        RAWI_CHECK_OK(package::read_xml(archive_, styles->second, tree));
        styles_ = WordStyles(tree);
    }
    if (const auto lists = relations.find("numbering"); lists != relations.end()) {
        RAWI_CHECK_OK(package::read_xml(archive_, lists->second, tree));
        lists_ = WordLists(tree, styles_);
    }
    return {};
}

Result<> WordReader::read_notes(const Relations& relations, std::string_view type, Notes& notes) {
    const auto member = relations.find(type);
    if (member == relations.end() || !archive_.has(member->second)) return {};
    RAWI_CHECK_OK(package::read_part(archive_, member->second, builder_, notes.member));
    for (const Node& note : notes.member.tree.document_element().children())
        notes.notes.emplace(attribute(note, "id"), note);
    return {};
}

Result<> WordReader::read_metadata(const Relations& relations) {
    Metadata& metadata = builder_.metadata();
    LanguageCount count;
    count_languages(body_.tree, styles_.languages(), count);
    metadata.language = count.most_frequent();
    const auto core = relations.find("core-properties");
    if (core == relations.end() || !archive_.has(core->second)) return {};
    pugi::xml_document tree;
    RAWI_CHECK_OK(package::read_xml(archive_, core->second, tree));
    const auto value = [&](std::string_view name) {
        return package::text_below(child(tree.document_element(), name));
    };
    metadata.title = value("title");
    if (metadata.title.starts_with("Microsoft Word")) metadata.title.clear();  // a name of a file
    metadata.author = value("creator");
    metadata.date = value("created");
    if (metadata.language.empty()) metadata.language = language_tag(value("language"));
    return {};
}

void WordReader::count_languages(const Node& node, Languages languages,
                                 LanguageCount& count) const {
    const std::string_view name = local_name(node);
    if (name == "p") {
        languages = styles_.languages();
        languages.update(style_of(child(node, "pPr"), "pStyle").languages);
    } else if (name == "r") {
        const Node properties = child(node, "rPr");
        languages.update(style_of(properties, "rStyle").languages);
        languages.update(word_languages(properties));
    } else if (name == "t") {
        count.add(node.child_value(), languages);
    }
    for (const Node& inner : node.children())
        count_languages(inner, languages, count);
}

const WordStyle& WordReader::style_of(const Node& properties, std::string_view name) const {
    const std::string id = attribute(child(properties, name), "val");
    return id.empty() && name == "pStyle" ? styles_.paragraph() : styles_.find(id);
}

void WordReader::children(const Node& parent, const Scope& scope) {
    for (Node node = parent.first_child(); !node.empty(); node = node.next_sibling()) {
        if (local_name(node) == "p")
            node = paragraph(node, scope);
        else
            this->node(node, scope);
    }
}

void WordReader::node(const Node& node, const Scope& scope) {
    const std::string_view name = local_name(node);
    if (name.empty() || is_skipped(name)) return;
    if (name == "tbl") return table(node, scope);
    if (name == "r") return run(node, scope);
    if (name == "sdt") return content_control(node, scope);
    if (name == "fldSimple") return simple_field(node, scope);
    if (name == "drawing" || name == "pict" || name == "object") return drawing(node, scope);
    if (name == "AlternateContent") return children(branch_of(node), scope);
    inline_node(node, scope);
}

void WordReader::inline_node(const Node& node, const Scope& scope) {
    const std::string_view name = local_name(node);
    if (name == "fldChar") {
        fields_.mark(attribute(node, "fldCharType"));
        if (fields_.in_contents()) writer_.become(Role::related_link);
    } else if (name == "instrText") {
        fields_.instruct(node.child_value());
    } else if (name == "t") {
        text(node, scope);
    } else if (name == "sym") {
        symbol(node, scope);
    } else if (name == "footnoteReference" || name == "endnoteReference") {
        note_reference(node, scope);
    } else if (name == "noBreakHyphen") {
        if (!silent(scope)) writer_.decoded(origin_of(node), "\xE2\x80\x91");
    } else if (name == "tab" || name == "ptab" || name == "br" || name == "cr") {
        if (!silent(scope)) writer_.space();
    } else {
        // In formulas, what is above or below a line or a sign stands next to it.
        if (name == "den" && !silent(scope)) writer_.inserted("/");
        if (name == "sup" || name == "sub" || name == "e") writer_.space();
        children(node, scope);
    }
}

void WordReader::note_reference(const Node& node, const Scope& scope) {
    if (silent(scope) || scope.repeated) return;
    const bool marked = !attribute(node, "customMarkFollows").empty();
    later_.push_back(
        {.kind = Later::Kind::note, .node = node, .number = marked ? 0 : ++notes_counted_});
}

pugi::xml_node WordReader::paragraph(const Node& first, const Scope& scope) {
    Node last = first;
    while (is_joined(last) && !next_paragraph(last).empty())
        last = next_paragraph(last);
    const WordStyle& style = style_of(child(last, "pPr"), "pStyle");
    Scope inner = scope;
    inner.languages.update(style.languages);
    inner.hidden = scope.hidden || style.hidden;
    if (scope.cell)
        writer_.space_before_text();
    else
        writer_.begin(shape_of(last, style, scope));
    for (Node part = first;; part = part.next_sibling()) {
        children(part, inner);
        if (part == last) break;
        if (!is_drop_cap(part)) writer_.space_before_text();
    }
    if (!scope.cell) {
        writer_.end();
        write_later(scope);
    }
    return last;
}

/// Author, date and abstract below the title, in the styles that pandoc gives them, are metadata,
/// as they are at the start of the Markdown that they come from.
bool WordReader::is_front_matter(const Node& paragraph, const WordStyle& style) {
    const std::string text = package::text_below(paragraph);
    if (text.empty() || front_ == Front::past) return false;
    Metadata& metadata = builder_.metadata();
    if (front_ == Front::none && style.shape.role == Role::headline) {
        front_ = Front::title;
    } else if (front_ != Front::none && style.name == "Author") {
        front_ = Front::author;
        constexpr std::size_t longest = 1000;  // bytes of all authors
        const bool known = metadata.author.find(text) != std::string::npos;
        if (!known && metadata.author.size() + text.size() < longest)
            metadata.author += (metadata.author.empty() ? "" : ", ") + text;
        return true;
    } else if (front_ == Front::author && style.name == "Date") {
        if (metadata.date.empty()) metadata.date = text;
        return true;
    } else {
        const bool abstract = front_ == Front::author && style.name == "Abstract";
        if (!abstract) front_ = Front::past;
        return abstract;
    }
    return false;
}

Shape WordReader::shape_of(const Node& paragraph, const WordStyle& style, const Scope& scope) {
    Shape shape = style.shape;
    const Node properties = child(paragraph, "pPr");
    if (!child(properties, "outlineLvl").empty()) {
        const int level = word_outline_level(properties);
        if (level > 0) shape = {.role = Role::subhead, .level = level};
        if (level == 0 && shape.role == Role::subhead) shape = {};
    }
    if (shape.role == Role::headline && std::exchange(titled_, true)) shape.role = Role::subhead;
    if (scope.role || fields_.in_contents())
        shape = {.role = scope.role.value_or(Role::related_link)};
    if (!scope.role && is_front_matter(paragraph, style)) return {.role = Role::furniture};
    const WordNumbering numbering = word_numbering(properties, style.numbering);
    if (shape.role == Role::note) shape.label = std::exchange(label_, {});
    shape.label_origin = origin_of(paragraph);
    const bool item = shape.role == Role::paragraph || shape.role == Role::list_item;
    if (item && numbering.numbered()) {
        shape.role = Role::list_item;
        shape.label = lists_.next(numbering);
    }
    return shape;
}

void WordReader::run(const Node& node, Scope scope) {
    const Node properties = child(node, "rPr");
    const WordStyle& style = style_of(properties, "rStyle");
    scope.languages.update(style.languages);
    scope.languages.update(word_languages(properties));
    const std::string position = attribute(child(properties, "vertAlign"), "val");
    if (position == "superscript") scope.position = Position::raised;
    if (position == "subscript") scope.position = Position::lowered;
    scope.hidden = word_toggle(properties, "vanish").value_or(scope.hidden || style.hidden);
    for (const Node& inner : node.children()) {
        const bool marked = local_name(inner).ends_with("noteReference") &&
                            !attribute(inner, "customMarkFollows").empty();
        this->node(inner, scope);
        if (marked) return;  // the rest of the run is the mark
    }
}

void WordReader::text(const Node& node, const Scope& scope) {
    if (silent(scope)) return;
    Languages languages = scope.languages;
    languages.remove(styles_.languages());
    for (const Node& inner : node.children())
        writer_.text(inner, languages, scope.position);
}

/// A character of a font. Those of fonts of symbols are numbered as the font likes.
void WordReader::symbol(const Node& node, const Scope& scope) {
    const std::string font = attribute(node, "font");
    const std::string value = attribute(node, "char");
    std::uint32_t code = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), code, 16);
    const bool symbols = font == "Symbol" || font.starts_with("Wingdings") || font == "Webdings";
    const bool own = code < 0x20 || (code >= 0xE000 && code <= 0xF8FF);
    if (silent(scope) || symbols || own || parsed.ec != std::errc()) return;
    std::string text;
    utf8::append(text, code);
    writer_.decoded(origin_of(node), text);
}

void WordReader::simple_field(const Node& node, const Scope& scope) {
    const FieldKind kind = field_kind(attribute(node, "instr"));
    if (kind == FieldKind::dropped) return;
    if (kind == FieldKind::contents) writer_.become(Role::related_link);
    children(node, scope);
}

void WordReader::content_control(const Node& node, Scope scope) {
    const Node properties = child(node, "sdtPr");
    if (word_toggle(properties, "showingPlcHdr").value_or(false)) return;  // "Click here to ..."
    const Node gallery = child(child(properties, "docPartObj"), "docPartGallery");
    if (attribute(gallery, "val") == "Table of Contents") scope.role = Role::related_link;
    children(child(node, "sdtContent"), scope);
}

/// Pictures have their description, text boxes have paragraphs; both follow the paragraph that they
/// are anchored in.
void WordReader::drawing(const Node& node, const Scope& scope) {
    if (silent(scope) || scope.repeated) return;
    for (const Node& inner : node.children()) {
        const std::string_view name = local_name(inner);
        if (name == "txbxContent") {
            later_.push_back({.kind = Later::Kind::box, .node = inner});
            continue;
        }
        if (name == "docPr" || (name == "shape" && !child(inner, "imagedata").empty()))
            later_.push_back({.kind = Later::Kind::image, .node = inner});
        drawing(name == "AlternateContent" ? branch_of(inner) : inner, scope);
    }
}

void WordReader::write_later(const Scope& scope) {
    for (const Later& later : std::exchange(later_, {})) {
        if (later.kind == Later::Kind::box) children(later.node, scope);
        if (later.kind == Later::Kind::note) note(later, scope);
        if (later.kind != Later::Kind::image) continue;
        for (const char* const key : {"descr", "alt", "title"}) {
            const std::string alt = attribute(later.node, key);
            if (alt.empty()) continue;
            writer_.image(origin_of(later.node, key), alt);
            break;
        }
    }
}

void WordReader::note(const Later& reference, const Scope& scope) {
    Notes& notes = local_name(reference.node) == "endnoteReference" ? endnotes_ : footnotes_;
    const auto found = notes.notes.find(attribute(reference.node, "id"));
    if (found == notes.notes.end()) return;
    const Node node = found->second;
    notes.notes.erase(found);
    Scope inner = scope;
    inner.role = Role::note;
    label_ = reference.number > 0 ? fmt::format("{}.", reference.number) : std::string();
    const std::uint32_t part = writer_.part();
    WordFields fields = std::exchange(fields_, {});
    writer_.set_part(notes.member.part);
    children(node, inner);
    writer_.set_part(part);
    fields_ = std::move(fields);
}

}  // namespace rawi::reading::office
