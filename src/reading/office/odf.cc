// Reads the text of OpenDocument (ISO/IEC 26300).
#include "reading/office/odf.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reading/office/numbers.h"
#include "reading/office/tables.h"

namespace rawi::reading::office {

using package::attribute;
using package::child;
using package::local_name;
using package::origin_of;

namespace {

/// What is never text: comments, deletions, marks of notes, page numbers, declarations.
constexpr std::array<std::string_view, 24> not_text = {"annotation",
                                                       "annotation-end",
                                                       "note-citation",
                                                       "tracked-changes",
                                                       "forms",
                                                       "page-number",
                                                       "page-count",
                                                       "page-continuation",
                                                       "note-ref",
                                                       "sequence-decls",
                                                       "variable-decls",
                                                       "user-field-decls",
                                                       "dde-connection-decls",
                                                       "ruby-text",
                                                       "script",
                                                       "event-listeners",
                                                       "image-map",
                                                       "object",
                                                       "object-ole",
                                                       "binary-data",
                                                       "title",
                                                       "desc",
                                                       "hidden-text",
                                                       "hidden-paragraph"};

/// What is made from the rest of the document.
constexpr std::array<std::string_view, 6> indexes = {"table-of-content",   "illustration-index",
                                                     "table-index",        "object-index",
                                                     "alphabetical-index", "user-index"};

bool is_one_of(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_hidden(const pugi::xml_node& node) {
    return attribute(node, "display") == "none" || attribute(node, "is-hidden") == "true";
}

bool is_shape(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.starts_with("draw:") && name != "draw:a";
}

}  // namespace

Result<Article> OdfReader::read() {
    RAWI_CHECK_OK(check_encryption());
    pugi::xml_document styles;  // outlives the nodes in styles_
    RAWI_CHECK_OK(read_styles(styles));
    RAWI_CHECK_OK(package::read_part(archive_, "content.xml", builder_, body_));
    styles_.add(body_.tree);
    styles_.resolve();
    RAWI_CHECK_OK(read_metadata());
    writer_.set_part(body_.part);
    children(child(child(body_.tree.document_element(), "body"), "text"), {});
    const bool titled = !builder_.metadata().title.empty();
    Article article{.document = builder_.finish(), .notices = {}};
    find_headline(article.document, titled);
    return article;
}

Result<> OdfReader::check_encryption() {
    constexpr std::string_view manifest = "META-INF/manifest.xml";
    if (!archive_.has(manifest)) return {};
    pugi::xml_document tree;
    RAWI_CHECK_OK(package::read_xml(archive_, manifest, tree));
    for (const Node& entry : tree.document_element().children()) {
        if (!child(entry, "encryption-data").empty()) {
            return fail(Error::Kind::input,
                        "this document is encrypted; save it without a password",
                        archive_.place_of(attribute(entry, "full-path")));
        }
    }
    return {};
}

Result<> OdfReader::read_styles(pugi::xml_document& tree) {
    if (!archive_.has("styles.xml")) return {};
    RAWI_CHECK_OK(package::read_xml(archive_, "styles.xml", tree));
    styles_.add(tree);
    return {};
}

Result<> OdfReader::read_metadata() {
    Metadata& metadata = builder_.metadata();
    LanguageCount count;
    count_languages(child(body_.tree.document_element(), "body"), styles_.languages(), count);
    metadata.language = count.most_frequent();
    if (!archive_.has("meta.xml")) return {};
    pugi::xml_document tree;
    RAWI_CHECK_OK(package::read_xml(archive_, "meta.xml", tree));
    const Node meta = child(tree.document_element(), "meta");
    const auto value = [&](std::string_view name) {
        return package::text_below(child(meta, name));
    };
    metadata.title = value("title");
    metadata.author = value("initial-creator");
    if (metadata.author.empty()) metadata.author = value("creator");
    metadata.date = value("creation-date");
    if (metadata.language.empty()) metadata.language = language_tag(value("language"));
    return {};
}

void OdfReader::count_languages(const Node& node, Languages languages, LanguageCount& count) const {
    const std::string_view name = local_name(node);
    if (is_one_of(not_text, name)) return;
    if (name == "p" || name == "h") {
        languages = styles_.languages();
        languages.update(styles_.find("paragraph", attribute(node, "style-name")).languages);
    } else if (name == "span") {
        languages.update(styles_.find("text", attribute(node, "style-name")).languages);
    }
    count.add(node.value(), languages);
    for (const Node& inner : node.children())
        count_languages(inner, languages, count);
}

void OdfReader::children(const Node& parent, const Scope& scope) {
    for (const Node& inner : parent.children())
        node(inner, scope);
}

void OdfReader::node(const Node& node, const Scope& scope) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
        return text(node, scope);
    const std::string_view name = local_name(node);
    if (name.empty() || is_one_of(not_text, name) || name.ends_with("-source")) return;
    if (is_hidden(node)) return;
    if (name == "p" || name == "h") return paragraph(node, scope);
    if (name == "list" || name == "numbered-paragraph") return list(node, scope);
    if (name == "table") return table(node, scope);
    if (is_one_of(indexes, name)) {
        Scope inner = scope;
        inner.role = Role::furniture;
        return children(node, inner);
    }
    if (is_shape(node) && name != "text-box")
        return scope.paragraph ? later(node, scope) : shape(node, scope);
    if (!inline_node(node, scope)) children(node, scope);
}

/// Returns false for an element that its content stands for.
bool OdfReader::inline_node(const Node& node, const Scope& scope) {
    const std::string_view name = local_name(node);
    if (name == "span") {
        span(node, scope);
    } else if (name == "note") {
        later(node, scope);
    } else if (name == "s" || name == "tab" || name == "line-break") {
        writer_.space();
    } else {
        return false;
    }
    return true;
}

void OdfReader::paragraph(const Node& node, const Scope& scope) {
    const OdfStyle& style = styles_.find("paragraph", attribute(node, "style-name"));
    if (style.hidden) return;
    Scope inner = scope;
    inner.paragraph = true;
    inner.languages.update(style.languages);
    if (scope.cell)
        writer_.space_before_text();
    else
        writer_.begin(shape_of(node, style, scope));
    children(node, inner);
    if (scope.cell) return;
    writer_.end();
    write_later(scope);
}

Shape OdfReader::shape_of(const Node& node, const OdfStyle& style, const Scope& scope) {
    Shape shape = style.shape;
    if (local_name(node) == "h" && shape.role != Role::headline) {
        const int level = integer(attribute(node, "outline-level"), 1);
        shape = {.role = Role::subhead, .level = std::max(level, 1)};
    }
    if (shape.role == Role::headline && std::exchange(titled_, true)) shape.role = Role::subhead;
    if (scope.role) shape = {.role = *scope.role};
    const auto label = std::exchange(label_, {});
    const bool item = shape.role == Role::paragraph || shape.role == Role::list_item;
    const bool numbered = shape.role == Role::note || (item && scope.level > 0);
    if (!numbered) return shape;
    if (item) shape.role = Role::list_item;
    shape.label = label.first;
    shape.label_origin = label.second;
    return shape;
}

void OdfReader::span(const Node& node, Scope scope) {
    const OdfStyle& style = styles_.find("text", attribute(node, "style-name"));
    if (style.hidden) return;
    scope.languages.update(style.languages);
    if (style.position != Position::baseline) scope.position = style.position;
    children(node, scope);
}

void OdfReader::text(const Node& node, const Scope& scope) {
    if (!scope.paragraph) return;
    Languages languages = scope.languages;
    languages.remove(styles_.languages());
    writer_.text(node, languages, scope.position);
}

void OdfReader::list(const Node& node, Scope scope) {
    if (const std::string style = attribute(node, "style-name"); !style.empty()) scope.list = style;
    ++scope.level;
    int& last = counts_[{scope.list, scope.level}];
    const bool continues = attribute(node, "continue-numbering") == "true" ||
                           !attribute(node, "continue-list").empty();
    int count = continues ? last : styles_.list_level(scope.list, scope.level - 1).start - 1;
    if (local_name(node) == "numbered-paragraph") {
        number_item(node, scope, count);
        children(node, scope);
    }
    for (const Node& item : node.children()) {
        const std::string_view name = local_name(item);
        if (name == "list-item") number_item(item, scope, count);
        if (name == "list-item" || name == "list-header") children(item, scope);
        label_ = {};
    }
    last = count;
}

void OdfReader::number_item(const Node& item, const Scope& scope, int& count) {
    count = integer(attribute(item, "start-value"), count + 1);
    const OdfListLevel& level = styles_.list_level(scope.list, scope.level - 1);
    const std::string number = list_number(count, level.style);
    label_ = {};
    if (!number.empty()) label_ = {level.prefix + number + level.suffix, origin_of(item)};
}

void OdfReader::later(const Node& node, const Scope& scope) {
    if (!scope.repeated) later_.push_back(node);
}

void OdfReader::write_later(const Scope& scope) {
    Scope outer = scope;
    outer.paragraph = false;
    outer.cell = false;
    for (const Node& node : std::exchange(later_, {})) {
        if (is_shape(node)) {
            shape(node, outer);
            continue;
        }
        Scope note = outer;
        note.role = Role::note;
        note.level = 0;
        const Node citation = child(node, "note-citation");
        label_ = {};
        if (attribute(citation, "label").empty())  // else it has a mark of its own
            label_ = {fmt::format("{}.", ++notes_counted_), origin_of(citation)};
        children(child(node, "note-body"), note);
    }
}

/// A frame, a drawing: what describes it, then the paragraphs in it.
void OdfReader::shape(const Node& node, const Scope& scope) {
    for (const char* const name : {"desc", "title"}) {
        const Node described = child(node, name);
        const std::string alt = package::text_below(described);
        if (alt.empty()) continue;
        writer_.image(origin_of(described), alt);
        break;
    }
    children(node, scope);
}

}  // namespace rawi::reading::office
