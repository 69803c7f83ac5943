// The tables of OpenDocument.
#include <algorithm>
#include <string_view>
#include <vector>

#include "reading/office/numbers.h"
#include "reading/office/odf.h"
#include "reading/office/tables.h"

namespace rawi::reading::office {

using package::attribute;
using package::local_name;

namespace {

TableRow row_of(const pugi::xml_node& node, bool heading) {
    TableRow row{.heading = heading, .cells = {}};
    std::int64_t column = 0;
    for (const pugi::xml_node& cell : node.children()) {
        const std::string_view name = local_name(cell);
        if (name == "table-cell") row.cells.emplace(column, cell);
        if (!name.ends_with("table-cell")) continue;
        column += std::max(integer(attribute(cell, "number-columns-repeated"), 1), 1);
    }
    return row;
}

/// The rows below an element, in the groups that a table may have.
void collect(const pugi::xml_node& parent, bool heading, std::vector<TableRow>& rows) {
    for (const pugi::xml_node& node : parent.children()) {
        const std::string_view name = local_name(node);
        if (name == "table-row")
            rows.push_back(row_of(node, heading));
        else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
            collect(node, heading || name == "table-header-rows", rows);
    }
}

}  // namespace

void OdfReader::table(const Node& node, const Scope& scope) {
    std::vector<TableRow> rows;
    collect(node, false, rows);
    if (scope.cell || !is_data_table(rows)) {
        for (const TableRow& row : rows)
            for (const auto& [column, cell] : row.cells)
                children(cell, scope);
        return;
    }
    const auto write_cell = [&](const Node& cell, bool repeated) {
        Scope inner = scope;
        inner.cell = true;
        inner.repeated = repeated;
        children(cell, inner);
    };
    write_table(writer_, rows, scope.role.value_or(Role::table),
                {.cell = write_cell, .after_row = [&] { write_later(scope); }});
}

}  // namespace rawi::reading::office
