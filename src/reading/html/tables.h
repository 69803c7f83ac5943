#pragma once

#include <cstdint>
#include <vector>

#include "reading/html/tree.h"

namespace rawi::reading::html {

/// The rows of a table, without those of tables within it.
std::vector<std::uint32_t> rows_of(const Tree& tree, std::uint32_t table);

/// The cells of a row.
std::vector<std::uint32_t> cells_of(const Tree& tree, std::uint32_t row);

/// Whether a table holds data, row by row, and does not lay out a page: short cells, several in
/// each of several rows.
bool is_data_table(const Tree& tree, std::uint32_t table);

}  // namespace rawi::reading::html
