// The rows and cells of tables.
#include "reading/html/tables.h"

#include <cstddef>

namespace rawi::reading::html {

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
        if (tree[child].tag == "td" || tree[child].tag == "th") cells.push_back(child);
    return cells;
}

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

}  // namespace rawi::reading::html
