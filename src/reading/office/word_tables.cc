// The tables of WordprocessingML.
#include <algorithm>
#include <string_view>
#include <vector>

#include "reading/office/numbers.h"
#include "reading/office/tables.h"
#include "reading/office/word.h"

namespace rawi::reading::office {

using package::attribute;
using package::child;
using package::local_name;

namespace {

/// The children with a name, also those within content controls and insertions.
void collect(const pugi::xml_node& parent, std::string_view name,
             std::vector<pugi::xml_node>& found) {
    for (const pugi::xml_node& node : parent.children()) {
        const std::string_view local = local_name(node);
        if (local == name)
            found.push_back(node);
        else if (local == "sdt" || local == "sdtContent" || local == "ins" || local == "customXml")
            collect(node, name, found);
    }
}

TableRow row_of(const pugi::xml_node& node) {
    const pugi::xml_node properties = child(node, "trPr");
    TableRow row{.heading = word_toggle(properties, "tblHeader").value_or(false), .cells = {}};
    std::int64_t column = integer(attribute(child(properties, "gridBefore"), "val"), 0);
    std::vector<pugi::xml_node> cells;
    collect(node, "tc", cells);
    for (const pugi::xml_node& cell : cells) {
        row.cells.emplace(column, cell);
        const int span = integer(attribute(child(child(cell, "tcPr"), "gridSpan"), "val"), 1);
        column += std::max(span, 1);
    }
    return row;
}

}  // namespace

void WordReader::table(const Node& node, const Scope& scope) {
    std::vector<Node> nodes;
    collect(node, "tr", nodes);
    std::vector<TableRow> rows;
    for (const Node& row : nodes)
        if (!child(child(row, "trPr"), "del")) rows.push_back(row_of(row));
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
