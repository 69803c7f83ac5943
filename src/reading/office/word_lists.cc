// The numbers of list items in WordprocessingML.
#include "reading/office/word_lists.h"

#include <algorithm>
#include <utility>

#include "reading/package/xml.h"

namespace rawi::reading::office {

using package::attribute;
using package::child;
using package::local_name;

namespace {

std::string value_of(const pugi::xml_node& parent, std::string_view name) {
    return attribute(child(parent, name), "val");
}

NumberStyle style_named(std::string_view name) {
    if (name == "bullet" || name == "none" || name.empty()) return NumberStyle::none;
    if (name == "lowerLetter") return NumberStyle::lower_letter;
    if (name == "upperLetter") return NumberStyle::upper_letter;
    if (name == "lowerRoman") return NumberStyle::lower_roman;
    if (name == "upperRoman") return NumberStyle::upper_roman;
    return NumberStyle::decimal;
}

}  // namespace

WordLists::Level WordLists::read_level(const pugi::xml_node& node) {
    constexpr std::size_t longest_text = 40;
    Level level;
    level.start = integer(value_of(node, "start"), 1);
    level.style = style_named(value_of(node, "numFmt"));
    level.text = value_of(node, "lvlText");
    if (level.text.size() > longest_text) level.text.clear();
    return level;
}

WordLists::WordLists(const pugi::xml_document& tree, const WordStyles& styles) {
    for (const pugi::xml_node& node : tree.document_element().children()) {
        if (local_name(node) == "num") read_list(node);
        if (local_name(node) != "abstractNum") continue;
        Definition definition;
        definition.counts.fill(uncounted);
        definition.style = value_of(node, "numStyleLink");
        for (const pugi::xml_node& lvl : node.children()) {
            const auto level = static_cast<std::size_t>(integer(attribute(lvl, "ilvl"), 0));
            if (local_name(lvl) == "lvl" && level < most_levels)
                definition.levels.at(level) = read_level(lvl);
        }
        definitions_.emplace(attribute(node, "abstractNumId"), std::move(definition));
    }
    resolve(styles);
}

void WordLists::read_list(const pugi::xml_node& node) {
    List list;
    list.definition = value_of(node, "abstractNumId");
    for (const pugi::xml_node& change : node.children()) {
        const auto level = static_cast<std::size_t>(integer(attribute(change, "ilvl"), 0));
        const int start = integer(value_of(change, "startOverride"), -1);
        if (start >= 0 && level < most_levels) list.restarts[level] = start;
    }
    lists_.emplace(attribute(node, "numId"), std::move(list));
}

/// A definition may refer to a style of lists, which names a list, which has the definition.
void WordLists::resolve(const WordStyles& styles) {
    for (auto& [id, list] : lists_) {
        const auto linked = definitions_.find(list.definition);
        if (linked == definitions_.end() || linked->second.style.empty()) continue;
        const auto other = lists_.find(styles.find(linked->second.style).numbering.list);
        if (other != lists_.end()) list.definition = other->second.definition;
    }
}

std::string WordLists::next(const WordNumbering& item) {
    const auto list = lists_.find(item.list);
    if (list == lists_.end()) return {};
    const auto found = definitions_.find(list->second.definition);
    if (found == definitions_.end()) return {};
    Definition& definition = found->second;
    for (const auto& [restarted, start] : list->second.restarts) {
        definition.counts.at(restarted) = uncounted;
        definition.levels.at(restarted).start = start;
    }
    list->second.restarts.clear();
    const std::size_t level = std::min(static_cast<std::size_t>(item.level), most_levels - 1);
    int& count = definition.counts.at(level);
    count = count == uncounted ? definition.levels.at(level).start : count + 1;
    std::fill(definition.counts.begin() + static_cast<std::ptrdiff_t>(level) + 1,
              definition.counts.end(), uncounted);
    return label(definition, level);
}

std::string WordLists::label(Definition& definition, std::size_t level) {
    const Level& format = definition.levels.at(level);
    if (format.style == NumberStyle::none) return {};
    std::string text;
    for (std::size_t i = 0; i < format.text.size(); ++i) {
        const char next = i + 1 < format.text.size() ? format.text[i + 1] : '\0';
        if (format.text[i] != '%' || next < '1' || next > '9') {
            text += format.text[i];
            continue;
        }
        const auto of = static_cast<std::size_t>(next - '1');
        int& count = definition.counts.at(of);
        if (count == uncounted) count = definition.levels.at(of).start;
        text += list_number(count, definition.levels.at(of).style);
        ++i;
    }
    return text;
}

}  // namespace rawi::reading::office
