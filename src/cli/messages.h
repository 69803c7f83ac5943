#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi {

/// Prints an error to standard error: place, message and, where the place names a line of a file
/// that can be read as UTF-8, that line with a caret.
void print_error(const Error& error);

/// Prints warnings to standard error, a line each.
void print_lines(const std::vector<std::string>& lines);

/// The line that "file:line:column" names, and a caret under the column; empty where there is none.
std::string quoted_line(std::string_view where);

}  // namespace rawi
