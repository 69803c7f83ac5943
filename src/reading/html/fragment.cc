// HTML that is no page: the texts of feeds.
#include "reading/html/fragment.h"

#include "reading/html/block_writer.h"
#include "reading/html/main_text.h"
#include "reading/html/text_origin.h"
#include "reading/html/tree.h"
#include "reading/html/words.h"

namespace rawi::reading::html {

std::vector<Notice> write_fragment(std::uint32_t part, DocumentBuilder& builder) {
    Limits limits;
    const Tree tree = parse(builder.part(part).bytes, limits);
    const MainText text = whole_text(tree);
    BlockWriter(tree, text, part, builder).write();
    return notices_of(limits);
}

void write_inline(std::uint32_t part, DocumentBuilder& builder) {
    Limits limits;
    const Tree tree = parse(builder.part(part).bytes, limits);
    const MainText text = whole_text(tree);
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag == "br" || is_block(tree[i].tag)) builder.space();
        if (tree[i].is_text() && text.parts[i] != Part::hidden)
            add_text(builder, part, tree[i].origin, tree[i].text, false);
    }
}

std::string text_of_fragment(std::string_view fragment) {
    Limits limits;
    const Tree tree = parse(fragment, limits);
    const MainText text = whole_text(tree);
    std::string all;
    for (std::uint32_t i = 0; i < tree.size(); ++i)
        if (tree[i].is_text() && text.parts[i] != Part::hidden) all += tree[i].text;
    return collapsed(all);
}

}  // namespace rawi::reading::html
