// The styles of WordprocessingML.
#include "reading/office/word_styles.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "reading/office/numbers.h"
#include "reading/package/xml.h"

namespace rawi::reading::office {

using package::attribute;
using package::child;
using package::local_name;

namespace {

/// How far a style is followed to those that it is based on: a file may have a circle.
constexpr std::size_t longest_chain = 16;

std::string value_of(const pugi::xml_node& parent, std::string_view name) {
    return attribute(child(parent, name), "val");
}

}  // namespace

Languages word_languages(const pugi::xml_node& run_properties) {
    const pugi::xml_node lang = child(run_properties, "lang");
    return {.latin = language_tag(attribute(lang, "val")),
            .asian = language_tag(attribute(lang, "eastAsia")),
            .complex = language_tag(attribute(lang, "bidi"))};
}

std::optional<bool> word_toggle(const pugi::xml_node& properties, std::string_view name) {
    const pugi::xml_node toggle = child(properties, name);
    if (!toggle) return std::nullopt;
    const std::string value = attribute(toggle, "val");
    return value != "0" && value != "false" && value != "off";
}

WordNumbering word_numbering(const pugi::xml_node& paragraph_properties, WordNumbering otherwise) {
    const pugi::xml_node given = child(paragraph_properties, "numPr");
    if (const std::string list = value_of(given, "numId"); !list.empty()) otherwise.list = list;
    if (const std::string level = value_of(given, "ilvl"); !level.empty())
        otherwise.level = integer(level, 0);
    return otherwise;
}

int word_outline_level(const pugi::xml_node& paragraph_properties) {
    constexpr int body = 9;
    const int level = integer(value_of(paragraph_properties, "outlineLvl"), body);
    return level >= body ? 0 : level + 1;
}

WordStyles::WordStyles(const pugi::xml_document& tree) {
    std::map<std::string, pugi::xml_node> all;
    const pugi::xml_node root = tree.document_element();
    for (const pugi::xml_node& node : root.children()) {
        if (local_name(node) != "style") continue;
        const std::string id = attribute(node, "styleId");
        all.emplace(id, node);
        const std::string is_default = attribute(node, "default");
        if (attribute(node, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
            default_paragraph_ = id;
    }
    languages_ = word_languages(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"));
    for (const auto& [id, node] : all)
        add(node, all);
    if (const auto normal = styles_.find(default_paragraph_); normal != styles_.end())
        languages_.update(normal->second.languages);
}

void WordStyles::add(const pugi::xml_node& style,
                     const std::map<std::string, pugi::xml_node>& all) {
    std::vector<pugi::xml_node> chain = {style};
    while (chain.size() < longest_chain) {
        const auto base = all.find(value_of(chain.back(), "basedOn"));
        if (base == all.end()) break;
        chain.push_back(base->second);
    }
    WordStyle result;
    result.name = value_of(style, "name");
    std::reverse(chain.begin(), chain.end());
    for (const pugi::xml_node& node : chain) {
        const pugi::xml_node run = child(node, "rPr");
        const pugi::xml_node paragraph = child(node, "pPr");
        result.hidden = word_toggle(run, "vanish").value_or(result.hidden);
        result.languages.update(word_languages(run));
        result.numbering = word_numbering(paragraph, std::move(result.numbering));
        Shape shape;
        if (shape_of_style(value_of(node, "name"), shape)) {
            result.shape = shape;
        } else if (const int level = word_outline_level(paragraph); level > 0) {
            result.shape = {.role = Role::subhead, .level = level};
        } else if (!child(paragraph, "outlineLvl").empty()) {
            result.shape = {};  // body text that looks like a heading
        }
    }
    styles_.emplace(attribute(style, "styleId"), std::move(result));
}

const WordStyle& WordStyles::find(std::string_view id) const {
    const auto found = styles_.find(id);
    return found == styles_.end() ? none_ : found->second;
}

}  // namespace rawi::reading::office
