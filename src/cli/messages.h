#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reading/reader.h"

namespace rawi {

/// Prints an error to standard error: place, message and, where the place names a line of a file,
/// that line with a caret. `options`: how the file is read.
void print_error(const Error& error, const ReadOptions& options = {});

/// Prints warnings to standard error, a line each.
void print_lines(const std::vector<std::string>& lines);

/// The line that "file:line:column" names, and a caret under the column; of "file:line" the line
/// alone; empty where there is none. Of a long line what stands around the column.
std::string quoted_line(std::string_view where, const ReadOptions& options = {});

}  // namespace rawi
