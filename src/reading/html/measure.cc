// How much text and what else there is within each element.
#include "reading/html/measure.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace rawi::reading::html {

namespace {

bool is_comma(char32_t c) {
    return c == ',' || c == 0x060C || c == 0xFE50 || c == 0xFF0C || c == 0x3001 || c == 0x2E41;
}

void count(std::string_view text, Measure& all) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        if (u_isUWhiteSpace(static_cast<UChar32>(next.code)) != 0) continue;
        ++all.letters;
        if (is_comma(next.code)) ++all.commas;
    }
}

}  // namespace

std::vector<Measure> measure(const Tree& tree, const std::vector<Part>& parts) {
    std::vector<Measure> measures(tree.size());
    for (std::size_t i = tree.size(); i-- > 0;) {
        const Node& node = tree[i];
        Measure& all = measures[i];
        if (node.is_text() && parts[i] != Part::hidden) count(node.text, all);
        if (node.tag == "a") all.linked = all.letters;
        if (i == 0) break;
        Measure& outer = measures[node.parent];
        outer.letters += all.letters;
        outer.linked += all.linked;
        outer.commas += all.commas;
        outer.paragraphs += all.paragraphs + (node.tag == "p" ? 1 : 0);
        outer.items += all.items + (node.tag == "li" ? 1 : 0);
        outer.pictures += all.pictures + (node.tag == "img" ? 1 : 0);
        outer.headings += all.headings + (heading_level(node.tag) > 0 ? 1 : 0);
        outer.inputs += all.inputs + (node.tag == "input" ? 1 : 0);
        outer.blocks = outer.blocks || all.blocks || is_block(node.tag);
    }
    return measures;
}

}  // namespace rawi::reading::html
