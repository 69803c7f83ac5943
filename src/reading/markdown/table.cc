// Rows of a table as text.
#include "reading/markdown/table.h"

#include <utility>

namespace rawi::reading::markdown {

namespace {

/// The most bytes of headings that are repeated in one article.
constexpr std::size_t most_repeated = std::size_t{1} << 20U;

Piece inserted(std::string_view text) {
    return {.kind = Piece::Kind::inserted, .origin = {}, .text = std::string(text)};
}

}  // namespace

void Table::begin(bool has_rows) {
    has_rows_ = has_rows;
    headings_.clear();
    cells_.clear();
}

void Table::add_heading(Pieces pieces) {
    if (!has_rows_) return add_cell(std::move(pieces));
    const std::string text = text_of(pieces, bytes_);
    const bool blank = is_blank(pieces, bytes_);
    headings_.push_back({.pieces = std::move(pieces),
                         .size = blank ? 0 : text.size(),
                         .colon = text.ends_with(':')});
}

Pieces Table::end_row() {
    Pieces row;
    const std::vector<Pieces> cells = std::exchange(cells_, {});
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (is_blank(cells[column], bytes_)) continue;
        if (!row.empty()) row.push_back({.kind = Piece::Kind::comma, .origin = {}, .text = {}});
        const bool headed = column < headings_.size() && headings_[column].size > 0;
        if (headed && repeated_ + headings_[column].size > most_repeated) {
            left_out_ = true;
        } else if (headed) {
            const Heading& heading = headings_[column];
            repeated_ += heading.size;
            row.insert(row.end(), heading.pieces.begin(), heading.pieces.end());
            row.push_back(inserted(heading.colon ? " " : ": "));
        }
        row.insert(row.end(), cells[column].begin(), cells[column].end());
    }
    return row;
}

}  // namespace rawi::reading::markdown
