// The styles of OpenDocument.
#include "reading/office/odf_styles.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "reading/package/xml.h"

namespace rawi::reading::office {

using package::attribute;
using package::child;
using package::local_name;

namespace {

/// How far a style is followed to those that it inherits from: a file may have a circle.
constexpr std::size_t longest_chain = 16;
constexpr std::size_t most_levels = 10;

std::string key_of(std::string_view family, std::string_view name) {
    return fmt::format("{}/{}", family, name);
}

Languages languages_of(const pugi::xml_node& properties) {
    return {
        .latin = language_tag(attribute(properties, "language"), attribute(properties, "country")),
        .asian = language_tag(attribute(properties, "language-asian"),
                              attribute(properties, "country-asian")),
        .complex = language_tag(attribute(properties, "language-complex"),
                                attribute(properties, "country-complex"))};
}

/// "Heading 1" for "Heading_20_1".
std::string display_name(const pugi::xml_node& style) {
    std::string name = attribute(style, "display-name");
    if (!name.empty()) return name;
    name = attribute(style, "name");
    constexpr std::string_view space = "_20_";
    for (std::size_t at = name.find(space); at != std::string::npos; at = name.find(space))
        name.replace(at, space.size(), " ");
    return name;
}

NumberStyle style_named(std::string_view format) {
    if (format.empty()) return NumberStyle::none;
    if (format == "a") return NumberStyle::lower_letter;
    if (format == "A") return NumberStyle::upper_letter;
    if (format == "i") return NumberStyle::lower_roman;
    if (format == "I") return NumberStyle::upper_roman;
    return NumberStyle::decimal;
}

}  // namespace

void OdfStyles::add(const pugi::xml_document& tree) {
    for (const pugi::xml_node& group : tree.document_element().children()) {
        for (const pugi::xml_node& node : group.children()) {
            const std::string_view name = local_name(node);
            const std::string family = attribute(node, "family");
            if (name == "style") nodes_[key_of(family, attribute(node, "name"))] = node;
            if (name == "list-style") add_list(node);
            if (name == "default-style" && family == "paragraph")
                languages_.update(languages_of(child(node, "text-properties")));
        }
    }
}

void OdfStyles::add_list(const pugi::xml_node& node) {
    std::vector<OdfListLevel> levels(most_levels);
    for (const pugi::xml_node& level : node.children()) {
        const auto number = static_cast<std::size_t>(integer(attribute(level, "level"), 0));
        if (local_name(level) != "list-level-style-number" || number < 1 || number > most_levels)
            continue;
        levels[number - 1] = {.style = style_named(attribute(level, "num-format")),
                              .start = integer(attribute(level, "start-value"), 1),
                              .prefix = attribute(level, "num-prefix"),
                              .suffix = attribute(level, "num-suffix")};
    }
    lists_[attribute(node, "name")] = std::move(levels);
}

void OdfStyles::resolve() {
    for (const auto& [key, node] : nodes_)
        styles_.emplace(key, resolved(node));
    const auto standard = styles_.find("paragraph/Standard");
    if (standard != styles_.end()) languages_.update(standard->second.languages);
}

OdfStyle OdfStyles::resolved(const pugi::xml_node& node) const {
    std::vector<pugi::xml_node> chain = {node};
    const std::string family = attribute(node, "family");
    while (chain.size() < longest_chain) {
        const auto parent =
            nodes_.find(key_of(family, attribute(chain.back(), "parent-style-name")));
        if (parent == nodes_.end()) break;
        chain.push_back(parent->second);
    }
    OdfStyle style;
    std::reverse(chain.begin(), chain.end());
    for (const pugi::xml_node& link : chain) {
        const pugi::xml_node properties = child(link, "text-properties");
        if (const std::string display = attribute(properties, "display"); !display.empty())
            style.hidden = display == "none";
        style.languages.update(languages_of(properties));
        const std::string position = attribute(properties, "text-position");
        if (position.starts_with("super")) style.position = Position::raised;
        if (position.starts_with("sub")) style.position = Position::lowered;
        Shape shape;
        if (shape_of_style(display_name(link), shape)) style.shape = shape;
    }
    return style;
}

const OdfStyle& OdfStyles::find(std::string_view family, std::string_view name) const {
    const auto found = styles_.find(key_of(family, name));
    return found == styles_.end() ? none_ : found->second;
}

const OdfListLevel& OdfStyles::list_level(std::string_view style, std::size_t level) const {
    const auto found = lists_.find(style);
    const bool known = found != lists_.end() && level < found->second.size();
    return known ? found->second[level] : no_level_;
}

}  // namespace rawi::reading::office
