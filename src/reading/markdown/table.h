#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "reading/markdown/pieces.h"

namespace rawi::reading::markdown {

/// Turns the rows of tables into text: "heading: cell, heading: cell".
class Table {
  public:
    /// `bytes`: where the pieces have their origins.
    explicit Table(std::string_view bytes) : bytes_(bytes) {}

    /// Begins a table.
    void begin(bool has_rows);
    void add_heading(Pieces pieces);
    void add_cell(Pieces pieces) { cells_.push_back(std::move(pieces)); }
    /// Ends a row and returns its text. The headings alone are a row only if there is no other.
    Pieces end_row();
    /// Whether headings were left out because they would have been repeated too often.
    bool left_out_headings() const { return left_out_; }

  private:
    struct Heading {
        Pieces pieces;
        std::size_t size = 0;  ///< in bytes; 0 if it is blank
        bool colon = false;    ///< whether it ends with one
    };

    std::string_view bytes_;
    std::size_t repeated_ = 0;  ///< bytes of headings so far
    bool left_out_ = false;
    bool has_rows_ = false;
    std::vector<Heading> headings_;
    std::vector<Pieces> cells_;
};

}  // namespace rawi::reading::markdown
