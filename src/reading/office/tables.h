#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include <pugixml.hpp>

#include "reading/office/block_writer.h"

namespace rawi::reading::office {

/// A row of a table: its cells by the column of the table's grid that they begin in.
struct TableRow {
    bool heading = false;
    std::map<std::int64_t, pugi::xml_node> cells;
};

/// Whether a table holds data, and not the layout of a page: several columns, short cells without
/// tables in them.
bool is_data_table(const std::vector<TableRow>& rows);

/// How a reader writes the content of a cell, and what follows a row.
struct TableContent {
    /// `repeated`: it is a heading, said again in each row.
    std::function<void(const pugi::xml_node& cell, bool repeated)> cell;
    std::function<void()> after_row;
};

/// Writes each row as a block, "heading: cell, heading: cell". The headings are the first row, if
/// it is the only one of headings.
void write_table(BlockWriter& writer, const std::vector<TableRow>& rows, Role role,
                 const TableContent& content);

}  // namespace rawi::reading::office
