#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reading/charset.h"

namespace rawi::cli {

/// Prints an error to standard error: its place, its message and, if the place is a line of a file,
/// that line with a caret. `charset` says how to decode the file.
void print_error(const Error& error, const reading::CharsetOptions& charset = {});

/// Prints warnings to standard error, one per line.
void print_lines(const std::vector<std::string>& lines);

/// The line at "file:line:column" with a caret under the column, or the line alone for "file:line".
/// A long line is cut around the column. Empty if there is no such line.
std::string quoted_line(std::string_view where, const reading::CharsetOptions& charset = {});

}  // namespace rawi::cli
