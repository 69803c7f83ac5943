// Writes tables row by row.
#include "reading/office/tables.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "reading/package/xml.h"

namespace rawi::reading::office {

namespace {

/// Cells with more text than this, in bytes, are part of a layout rather than data.
constexpr std::size_t longest_cell = 300;
/// A longer heading is not repeated in each row.
constexpr std::size_t longest_heading = 100;
constexpr std::size_t most_nodes_of_heading = 200;

/// The text of a cell: its size in bytes, the nodes among which it is, and whether there is a table
/// in it.
struct CellText : pugi::xml_tree_walker {
    explicit CellText(pugi::xml_node cell) { cell.traverse(*this); }
    bool for_each(pugi::xml_node& node) override {
        ++nodes;
        const std::string_view name = package::local_name(node);
        table = table || name == "tbl" || name == "table";
        const std::string_view value = node.value();
        const std::string_view parent = package::local_name(node.parent());
        const bool spoken = parent != "delText" && parent != "instrText";
        const bool blank = value.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (spoken && !blank) size += value.size();
        return true;
    }
    std::size_t size = 0, nodes = 0;
    bool table = false;
};

void write_row(BlockWriter& writer, const TableRow& row, const TableRow* headings,
               const TableContent& content) {
    bool first = true;
    for (const auto& [column, cell] : row.cells) {
        if (CellText(cell).size == 0) {
            content.cell(cell, false);  // there may be a picture in it
            continue;
        }
        if (!first) writer.comma();
        first = false;
        if (headings != nullptr) {
            const auto heading = headings->cells.find(column);
            if (heading != headings->cells.end() && CellText(heading->second).size > 0) {
                content.cell(heading->second, true);
                writer.inserted(": ");
            }
        }
        content.cell(cell, false);
    }
}

}  // namespace

bool is_data_table(const std::vector<TableRow>& rows) {
    const auto fits = [](const TableRow& row) {
        return std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
            const CellText text(cell.second);
            return !text.table && text.size <= longest_cell;
        });
    };
    return std::all_of(rows.begin(), rows.end(), fits) &&
           std::any_of(rows.begin(), rows.end(),
                       [](const TableRow& row) { return row.cells.size() > 1; });
}

void write_table(BlockWriter& writer, const std::vector<TableRow>& rows, Role role,
                 const TableContent& content) {
    const auto is_short = [](const auto& cell) {
        const CellText text(cell.second);
        return text.size <= longest_heading && text.nodes <= most_nodes_of_heading;
    };
    const bool headed = rows.size() > 1 && rows[0].heading && !rows[1].heading &&
                        std::all_of(rows[0].cells.begin(), rows[0].cells.end(), is_short);
    for (std::size_t i = headed ? 1 : 0; i < rows.size(); ++i) {
        writer.begin({.role = role});
        write_row(writer, rows[i], headed ? &rows.front() : nullptr, content);
        writer.end();
        content.after_row();
    }
}

}  // namespace rawi::reading::office
