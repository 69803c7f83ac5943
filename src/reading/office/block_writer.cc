// Writes the paragraphs of office files as blocks of a document.
#include "reading/office/block_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/office/numbers.h"
#include "reading/package/xml.h"
#include "reading/pictures.h"
#include "reading/xml_entities.h"

namespace rawi::reading::office {

namespace {

struct StyleRole {
    std::string_view name;
    Role role = Role::paragraph;
};

/// The built-in styles of Word and LibreOffice, whose names in files do not depend on the language
/// of the program, and those that pandoc writes; in lower case.
constexpr std::array<StyleRole, 28> style_roles = {{{"subtitle", Role::lede},
                                                    {"abstract", Role::lede},
                                                    {"author", Role::byline},
                                                    {"quote", Role::quote},
                                                    {"intense quote", Role::quote},
                                                    {"block text", Role::quote},
                                                    {"quotations", Role::quote},
                                                    {"caption", Role::caption},
                                                    {"illustration", Role::caption},
                                                    {"table", Role::caption},
                                                    {"figure", Role::caption},
                                                    {"drawing", Role::caption},
                                                    {"image caption", Role::caption},
                                                    {"table caption", Role::caption},
                                                    {"footnote", Role::note},
                                                    {"endnote", Role::note},
                                                    {"footnote text", Role::note},
                                                    {"endnote text", Role::note},
                                                    {"html preformatted", Role::code},
                                                    {"preformatted text", Role::code},
                                                    {"source code", Role::code},
                                                    {"toc heading", Role::related_link},
                                                    {"contents heading", Role::related_link},
                                                    {"table of figures", Role::related_link},
                                                    {"list bullet", Role::list_item},
                                                    {"list number", Role::list_item},
                                                    {"list continue", Role::list_item},
                                                    {"list", Role::list_item}}};

/// The number after a name: 2 for "heading 2"; 0 if the style has another name.
int number_after(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return 0;
    return integer(name.substr(prefix.size()), 0);
}

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool shape_of_style(std::string_view name, Shape& shape) {
    const std::string lower = ascii::lower(name);
    if (lower == "title") {
        shape.role = Role::headline;
        shape.level = 1;
        return true;
    }
    if (const int level = number_after(lower, "heading "); level > 0) {
        shape.role = Role::subhead;
        shape.level = level;
        return true;
    }
    if (number_after(lower, "toc ") > 0 || number_after(lower, "index ") > 0 ||
        number_after(lower, "contents ") > 0) {
        shape.role = Role::related_link;
        return true;
    }
    // "List Bullet 2" is a "List Bullet".
    std::string_view plain = lower;
    if (plain.size() > 2 && plain.starts_with("list ") && plain[plain.size() - 2] == ' ')
        plain.remove_suffix(2);
    const auto* const known =
        std::find_if(style_roles.begin(), style_roles.end(),
                     [&](const StyleRole& style) { return style.name == plain; });
    if (known == style_roles.end()) return false;
    shape.role = known->role;
    return true;
}

void BlockWriter::begin(Shape shape) {
    end();
    shape_ = std::move(shape);
}

void BlockWriter::end() {
    if (open_) builder_.close_block();
    open_ = false;
    spaced_ = false;
    language_.clear();
}

void BlockWriter::become(Role role) {
    if (!open_) shape_ = {.role = role};
}

void BlockWriter::open() {
    if (std::exchange(spaced_, false)) builder_.space();
    if (open_) return;
    if (shape_.level > 0)
        builder_.open_heading(shape_.role, shape_.level);
    else
        builder_.open_block(shape_.role);
    open_ = true;
    if (shape_.label.empty()) return;
    builder_.decoded(part_, shape_.label_origin, shape_.label);
    builder_.space();
}

void BlockWriter::text(const pugi::xml_node& node, const Languages& languages, Position position) {
    const std::string_view raw = node.value();
    const bool blank = raw.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (blank && !open_) return;
    open();
    if (const std::string* const language = languages.of(raw)) {
        const std::string_view document = builder_.metadata().language;
        const bool same = primary_language(*language) == primary_language(document);
        const std::string_view wanted = same ? std::string_view() : std::string_view(*language);
        if (wanted != language_) builder_.set_language(wanted);
        language_ = wanted;
    }
    if (position != Position::baseline && is_number(raw))
        shifted(node, position);
    else
        package::add_text(builder_, part_, node);
}

/// The digits of a node as superscript or subscript characters (Unicode 15, 22.4).
void BlockWriter::shifted(const pugi::xml_node& node, Position position) {
    constexpr std::array<char32_t, 10> raised = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                                 0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    constexpr char32_t lowered_zero = 0x2080;
    const std::string_view digits = node.value();
    auto begin = static_cast<std::uint32_t>(node.offset_debug());
    for (const char digit : digits) {
        const auto value = static_cast<unsigned>(digit - '0');
        std::string text;
        utf8::append(text, position == Position::raised ? raised.at(value) : lowered_zero + value);
        builder_.decoded(part_, {.begin = begin, .end = begin + 1}, text);
        ++begin;
    }
}

void BlockWriter::decoded(Span origin, std::string_view text) {
    open();
    builder_.decoded(part_, origin, text);
}

void BlockWriter::inserted(std::string_view text) {
    spaced_ = false;
    open();
    builder_.insert(text);
}

void BlockWriter::comma() {
    spaced_ = false;
    open();
    builder_.comma();
}

void BlockWriter::image(Span origin, std::string_view alt) {
    if (!describes_picture(alt)) return;
    end();
    builder_.open_block(Role::image);
    builder_.decoded(part_, origin, alt);
    builder_.close_block();
}

void find_headline(Document& document, bool titled) {
    if (document.blocks.empty()) return;
    Block& first = document.blocks.front();
    const auto tops = std::count_if(document.blocks.begin(), document.blocks.end(),
                                    [](const Block& b) { return b.heading && b.level == 1; });
    if (first.role != Role::subhead || first.level != 1 || tops != 1) return;
    first.role = Role::headline;
    if (titled) return;
    document.metadata.title = first.source.of(document.text);
    document.sections.front().title = document.metadata.title;
}

}  // namespace rawi::reading::office
